/// Markup that may stand in a page as it is.
///
/// The only ways to make one are literals, which the program's authors wrote, and interpolation, which escapes
/// every text on its way in. So a text can't reach a page unescaped, whatever it holds:
///
///     let name = "<script>"
///     let markup: HTML = "<code>\(name)</code>"   // <code>&lt;script&gt;</code>
///
/// One escaper serves both places where text may stand, elements and double-quoted attributes. Addresses have
/// their own check, ``LinkTarget``; scripts and styles hold no text from outside.
struct HTML: Hashable, Sendable {
    private(set) var markup: String

    init() { markup = "" }

    /// Text, escaped.
    init(text: String) { markup = Self.escaped(text) }

    /// Markup that another part of the program wrote whole: a rendered template, the style sheet.
    init(trusted markup: String) { self.markup = markup }

    var isEmpty: Bool { markup.isEmpty }

    static func + (left: HTML, right: HTML) -> HTML { HTML(trusted: left.markup + right.markup) }

    static func += (left: inout HTML, right: HTML) { left.markup += right.markup }

    /// Escapes what means something in an element or a quoted attribute, and replaces what HTML forbids.
    ///
    /// It works on code points, not on characters: to Swift a quotation mark with a combining accent is one
    /// character and no quotation mark, to a browser it ends the attribute.
    private static func escaped(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\t", "\n": result.unicodeScalars.append(scalar)
            case "\r": continue
            case _ where scalar.properties.generalCategory == .control: result += "\u{FFFD}"
            case _ where isNoncharacter(scalar): result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func isNoncharacter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value)
    }
}

extension HTML: ExpressibleByStringInterpolation {
    init(stringLiteral value: String) { markup = value }

    init(stringInterpolation: Interpolation) { markup = stringInterpolation.markup }

    /// Literals are markup, values are text.
    struct Interpolation: StringInterpolationProtocol {
        var markup = ""

        init(literalCapacity: Int, interpolationCount: Int) { markup.reserveCapacity(2 * literalCapacity) }

        mutating func appendLiteral(_ literal: String) { markup += literal }

        mutating func appendInterpolation(_ text: String) { markup += HTML(text: text).markup }

        mutating func appendInterpolation(_ html: HTML) { markup += html.markup }

        mutating func appendInterpolation(_ value: Int) { markup += String(value) }
    }
}

extension Sequence where Element == HTML {
    /// The pieces one after another.
    func joined(separator: HTML = "") -> HTML {
        HTML(trusted: map(\.markup).joined(separator: separator.markup))
    }
}
