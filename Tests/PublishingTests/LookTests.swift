import Foundation
import Imaging
import Storage
import TestSupport
import Testing

@testable import Publishing

/// Not a test of its own: writes the sample pages into a folder, to be looked at in a browser. Pictures that lie
/// in the folder under `figures/` are shown and embedded.
@Suite("The sample pages", .limited)
struct LookTests {
    static let folder = ProcessInfo.processInfo.environment["COURSE_SAMPLE_PAGES"]

    @Test("can be written where COURSE_SAMPLE_PAGES says", .enabled(if: folder != nil))
    func write() throws {
        let folder = URL(filePath: try #require(Self.folder), directoryHint: .isDirectory)
        let publisher = try HTMLPublisher(Sample.report())
        let slope = GrayImage(rows: (0..<40).map { row in (0..<60).map { Float(4 * $0 * (row / 8) % 256) } })
        let pages = LabTests.pages(about: slope)
        let drawing = try Sample.drawing
        var files = try publisher.site(pages, figures: Sample.figures)
        files.append(
            try publisher.wholeFile(pages, figures: Sample.figures) { _ in drawing })
        for file in files { try Files.write(file.bytes, to: folder.appending(path: file.path)) }
        #expect(files.count == 12)
    }
}
