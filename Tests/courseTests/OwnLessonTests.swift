import Foundation
import Imaging
import TestSupport
import Testing

@Suite("A lesson of one's own, without a compiler")
struct OwnLessonTests {
    private static let front = """
        ---
        title: Our school
        question: What is left of a wall?
        goals: [Find the edges of a photo]
        minutes: 10
        ---

        A wall is even, and its edge is not.

        """

    private static let blocks = """

        :::{convolve} wall image=photos/school.png kernel=sobel-x gray=yes negative=signed
        ---
        title: Only the wall's side is left
        alt: A grey picture, the kernel sobel-x, and one orange line.
        ---
        From {wall_minimum, number, integer} to {wall_maximum, number, integer}.
        :::

        :::{pool} small image=photos/school.png size=2 kind=max
        ---
        title: Half as wide
        alt: The picture and a smaller one.
        ---
        {small_width} pixels wide.
        :::

        """

    private func folder(_ body: String, _ check: (URL) throws -> Void) throws {
        try withFolder { folder in
            let photos = folder.appending(path: "own/photos")
            try FileManager.default.createDirectory(at: photos, withIntermediateDirectories: true)
            var wall = ColorImage(width: 12, height: 8, repeating: .black)
            for row in 0..<8 { for column in 6..<12 { wall[row, column] = .init(red: 100, green: 100, blue: 100) } }
            try Data(PNG.encode(wall)).write(to: photos.appending(path: "school.png"))
            try Data((Self.front + body).utf8).write(to: folder.appending(path: "own/week3.en.md"))
            try check(folder)
        }
    }

    @Test("a document and a picture become a page with figures and numbers; another language says what it lacks")
    func lesson() throws {
        try folder(Self.blocks) { folder in
            let run = try CommandRun("lesson", "week3", "--documents", "own", in: folder)
            #expect(run.status == 0, "\(run.errors)")
            let page = try String(contentsOf: folder.appending(path: "Output/en/week3.html"), encoding: .utf8)
            // Four times the step of 100.
            #expect(page.contains("From 0 to 400.") && page.contains("6 pixels wide."))
            let spanish = try String(contentsOf: folder.appending(path: "Output/es/week3.html"), encoding: .utf8)
            #expect(spanish.contains("From 0 to 400."))
            for figure in ["wall", "small"] {
                let files = try FileManager.default.contentsOfDirectory(
                    atPath: folder.appending(path: "Output/figures/week3").path)
                #expect(files.contains { $0.hasPrefix(figure + ".") }, "\(files)")
            }
            let results = try Data(contentsOf: folder.appending(path: "Output/results/week3.json"))
            let numbers = try JSONSerialization.jsonObject(with: results) as? [String: Any]
            #expect(numbers?["wall.maximum"] as? Int == 400)
        }
    }

    @Test("it stands where course.yml puts it, and its figures can be drawn alone")
    func order() throws {
        try folder(Self.blocks) { folder in
            try Data("lessons: [pixels, week3]\n".utf8).write(to: folder.appending(path: "own/course.yml"))
            let list = try CommandRun("list", "--documents", "own", in: folder)
            #expect(list.status == 0, "\(list.errors)")
            let second = list.output.split(separator: "\n").first { $0.contains("week3") }
            #expect(second?.drop { $0 == " " }.hasPrefix("2") == true, "\(list.output)")
            let figure = try CommandRun(
                "figures", "week3/wall", "--documents", "own", "--lang", "en", "--output", "slides", in: folder)
            #expect(figure.status == 0 && figure.output.contains("week3/wall"), "\(figure.errors)")
        }
    }

    @Test(
        "a wrong picture, slot or block is told with file, line and near miss, and nothing is written",
        arguments: [
            ("school.png", "scool.png", "week3.en.md:10:", "school.png"),
            ("{small_width}", "{small_widht}", "week3.en.md:", "small_width"),
            ("{pool}", "{pol}", "week3.en.md:18:", "pool"),
        ])
    func faults(right: String, wrong: String, place: String, hint: String) throws {
        try folder(Self.blocks.replacingOccurrences(of: right, with: wrong)) { folder in
            let run = try CommandRun("lesson", "week3", "--documents", "own", in: folder)
            #expect(run.status == 1 && run.errors.contains(place) && run.errors.contains(hint), "\(run.errors)")
            #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "Output/en/week3.html").path))
        }
    }
}
