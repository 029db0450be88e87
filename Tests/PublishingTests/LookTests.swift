import Foundation
import Storage
import Testing

@testable import Publishing

/// Not a test of its own: writes the sample pages into a folder, to be looked at in a browser.
@Suite("The sample pages")
struct LookTests {
    static let folder = ProcessInfo.processInfo.environment["COURSE_SAMPLE_PAGES"]

    @Test("can be written where COURSE_SAMPLE_PAGES says", .enabled(if: folder != nil))
    func write() throws {
        let folder = URL(filePath: try #require(Self.folder), directoryHint: .isDirectory)
        let files = try HTMLPublisher(Sample.report())
            .site([Sample.kernelsPage(), Sample.edgesPage()], figures: Sample.figures)
        for file in files { try Files.write(file.bytes, to: folder.appending(path: file.path)) }
        #expect(files.last?.path == "index.html")
    }
}
