import Foundation
import TestSupport
import Testing

/// The last bit of these differs between C libraries, and between processors under one of them.
@Suite("No source calls the C library's elementary functions", .limited)
struct SourceTests {
    /// A call that is no member of a type: `exp(x)`, `Foundation.exp(x)`, `map(exp)`, but not `.exp(x)`.
    private func calls(in line: some StringProtocol) -> Bool {
        let names =
            "exp|exp2|exp10|expm1|log|log2|log10|log1p|logb|pow|cbrt|hypot|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh"
            + "|asinh|acosh|atanh|erf|erfc|lgamma|tgamma|j0|j1|y0|y1|jn|yn|sincos"
        let call =
            "(?<![\\w.\\\\`])(?:\(names))f?\\(|(?:Foundation|FoundationEssentials|Platform|Glibc|Darwin|Musl)\\.(?:\(names))f?\\b"
        let handed = "\\((?:\(names))f?\\)"
        return line.range(of: "\(call)|\(handed)", options: .regularExpression) != nil
    }

    @Test("in Sources and Lessons")
    func sources() throws {
        let sources = try ProductSources(except: ["Elementary"]) { line in
            calls(in: line.prefix(upTo: line.range(of: "//")?.lowerBound ?? line.endIndex))
        }
        #expect(sources.found == [])
        #expect(sources.files > 300)
    }

    @Test("and this finds those that would")
    func finder() {
        for line in [
            "let y = exp(x)", "Foundation.tanh(x)", "Platform.exp(x)", "xs.map(sin)", "1 - powf(x, 2)", "f(-log10(x))",
        ] {
            #expect(calls(in: line), "\(line)")
        }
        for line in [
            "let y = .exp(x)", "Float.tanh(x)", "point.catalog(x)", "\\\\tanh(x)", "kind.log", "xs.map(Float.sin)",
        ] {
            #expect(!calls(in: line), "\(line)")
        }
    }
}
