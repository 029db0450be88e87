import Foundation
import Testing

/// One file that imports Foundation links all of it: 47 MB of tables for the world's languages.
@Suite("No source of the program imports Foundation itself")
struct ImportTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Whether the line imports Foundation or a part of it, whatever stands before or behind.
    private func imports(_ line: some StringProtocol) -> Bool {
        line.range(
            of: "^\\s*(?:(?:@\\w+|public|package|internal|fileprivate|private)\\s+)*import\\s+(?:\\w+\\s+)?Foundation",
            options: .regularExpression) != nil
    }

    @Test("but Platform, and the tool that runs while the program is built")
    func sources() throws {
        var found: [String] = []
        var files = 0
        for folder in ["Sources", "Lessons"] {
            let folder = Self.root.appending(path: folder)
            let paths = try #require(FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String])
            for path in paths where path.hasSuffix(".swift") {
                if path.hasPrefix("Platform/") || path.hasPrefix("embed/") { continue }
                files += 1
                let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
                for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
                where imports(line) {
                    found.append("\(path):\(number + 1): \(line)")
                }
            }
        }
        #expect(found == [], "import Platform instead")
        #expect(files > 300)
    }

    @Test("and this finds those that would")
    func finder() {
        for line in [
            "import Foundation", "  import Foundation // for Data", "@preconcurrency import Foundation",
            "internal import FoundationEssentials", "import struct Foundation.URL", "import FoundationNetworking",
        ] {
            #expect(imports(line), "\(line)")
        }
        for line in ["import Platform", "// import Foundation", "let text = \"import Foundation\""] {
            #expect(!imports(line), "\(line)")
        }
    }
}
