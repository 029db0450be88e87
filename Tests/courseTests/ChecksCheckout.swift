import Foundation
import TestSupport
import Testing

/// A suite that lets `course check` read a checkout.
protocol ChecksCheckout {}

extension ChecksCheckout {
    /// The sources of the lessons as they stand in this checkout.
    static var checkout: URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
    }

    /// A checkout of its own, whose lessons can be changed.
    func withCopy(_ body: (URL) throws -> Void) throws {
        try withFolder { folder in
            try FileManager.default.copyItem(
                at: Self.checkout.appending(path: "Lessons"), to: folder.appending(path: "Lessons"))
            try body(folder)
        }
    }

    func replace(_ old: String, by new: String, in file: String, below folder: URL) throws {
        let url = folder.appending(path: "Lessons/\(file)")
        let text = try String(contentsOf: url, encoding: .utf8)
        #expect(text.contains(old), "\(file) no longer says “\(old)”")
        try text.replacing(old, with: new).write(to: url, atomically: true, encoding: .utf8)
    }

    func findings(_ run: CommandRun) throws -> [[String: String]] {
        let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        return try #require(object?["findings"] as? [[String: String]])
    }
}
