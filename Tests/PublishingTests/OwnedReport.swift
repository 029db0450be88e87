import Foundation
import Languages
import Notebook
import Storage

@testable import Publishing

/// A report of a page, a figure and a first page.
enum OwnedReport {
    static let run = RunProvenance(settings: .sketch, languages: [.en], processor: "a processor")
    static let paths = ["en/a.html", "figures/a/x.png", "index.html"]

    static func write(_ words: String = "page", in folder: URL, replacesAnything: Bool = false) throws {
        let writer = ReportFolder(folder, replacesAnything: replacesAnything)
        try writer.check(paths + [ReportTimings.name])
        for path in paths.dropLast() { try writer.write(bytes("\(words) \(path)"), to: path) }
        try writer.finish(run, pages: [PublishedFile(path: "index.html", bytes: bytes("\(words) index"))])
        try writer.write(ReportTimings([.init(step: "finish", lesson: nil, seconds: 1)]))
    }
}

func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

func text(_ path: String, in folder: URL) throws -> String {
    String(decoding: try Files.read(folder.appending(path: path)), as: UTF8.self)
}

func files(in folder: URL) -> [String] {
    (FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []).sorted()
}
