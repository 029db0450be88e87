import Foundation
import TestSupport
import Testing

/// One file that imports Foundation links all of it: 47 MB of tables for the world's languages.
@Suite("No source of the program imports Foundation itself", .limited)
struct ImportTests {
    /// Whether the line imports Foundation or a part of it, whatever stands before or behind.
    private func imports(_ line: some StringProtocol) -> Bool {
        line.range(
            of: "^\\s*(?:(?:@\\w+|public|package|internal|fileprivate|private)\\s+)*import\\s+(?:\\w+\\s+)?Foundation",
            options: .regularExpression) != nil
    }

    @Test("but Platform, and the tool that runs while the program is built")
    func sources() throws {
        let sources = try ProductSources(except: ["Platform", "embed"]) { imports($0) }
        #expect(sources.found == [], "import Platform instead")
        #expect(sources.files > 300)
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
