import Foundation
import Testing

/// The last bit of these differs between C libraries, and between processors under one of them.
@Suite("No source calls the C library's elementary functions")
struct SourceTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// A call that is no member of a type: `exp(x)`, `Foundation.exp(x)`, `map(exp)`, but not `.exp(x)`.
    private func calls(in line: some StringProtocol) -> Bool {
        let names =
            "exp|exp2|exp10|expm1|log|log2|log10|log1p|logb|pow|cbrt|hypot|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh"
            + "|asinh|acosh|atanh|erf|erfc|lgamma|tgamma|j0|j1|y0|y1|jn|yn|sincos"
        let call = "(?<![\\w.\\\\`])(?:\(names))f?\\(|(?:Foundation|Glibc|Darwin|Musl)\\.(?:\(names))f?\\b"
        let handed = "\\((?:\(names))f?\\)"
        return line.range(of: "\(call)|\(handed)", options: .regularExpression) != nil
    }

    @Test("in Sources and Lessons")
    func sources() throws {
        var found: [String] = []
        var files = 0
        for folder in ["Sources", "Lessons"] {
            let folder = Self.root.appending(path: folder)
            let paths = try #require(FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String])
            for path in paths where path.hasSuffix(".swift") && !path.hasPrefix("Elementary/") {
                files += 1
                let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
                for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                    let code = line.prefix(upTo: line.range(of: "//")?.lowerBound ?? line.endIndex)
                    if calls(in: code) { found.append("\(path):\(number + 1): \(line)") }
                }
            }
        }
        #expect(found == [])
        #expect(files > 300)
    }

    @Test("and this finds those that would")
    func finder() {
        for line in ["let y = exp(x)", "Foundation.tanh(x)", "xs.map(sin)", "1 - powf(x, 2)", "f(-log10(x))"] {
            #expect(calls(in: line), "\(line)")
        }
        for line in [
            "let y = .exp(x)", "Float.tanh(x)", "point.catalog(x)", "\\\\tanh(x)", "kind.log", "xs.map(Float.sin)",
        ] {
            #expect(!calls(in: line), "\(line)")
        }
    }
}
