import Drawing
import Figures
import Foundation
import Languages
import Lessons
import Notebook
import TestSupport
import Testing

@Suite("Dump", .limited)
struct DumpTests {
    @Test("dump")
    func dump() throws {
        guard let out = ProcessInfo.processInfo.environment["DUMP"] else { return }
        try withFolder { folder in
            let curriculum = try Curriculum.course(with: Curriculum.carriedDocuments)
            let course = Course(settings: .sketch, store: ResultStore(folder: folder), threads: 2)
            for id in Curriculum.ids {
                let page = try curriculum.page(at: curriculum.index(of: id), using: course)
                for cell in page.figures {
                    let figure = try cell.figure()
                    let drawn = try FigureRenderer(format: NumberFormat(.en)).transcript(figure)
                    var text = "\(type(of: figure)) page \(drawn.page)\n\(cell.caption.text(in: NumberFormat(.en)))\n"
                    for (i, m) in drawn.marks.enumerated() {
                        let f = m.frame
                        let c = m.color.map { String(format: "%02x%02x%02x/%.2f", Int($0.red * 255 + 0.5), Int($0.green * 255 + 0.5), Int($0.blue * 255 + 0.5), $0.alpha) } ?? "-"
                        text += String(format: "%d x%.1f y%.1f w%.1f h%.1f %@ ", i, f.x, f.y, f.width, f.height, c) + "\(m.kind)\n"
                    }
                    try text.write(toFile: "\(out)/\(id)-\(cell.id).txt", atomically: true, encoding: .utf8)
                    let png = try FigureRenderer(format: NumberFormat(.en)).png(figure)
                    try Data(png.bytes).write(to: URL(fileURLWithPath: "\(out)/\(id)-\(cell.id).png"))
                }
            }
        }
    }
}
