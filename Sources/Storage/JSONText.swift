/// JSON to be written for people: members stay in their order, and what fits into a line stays in one.
///
/// ``CanonicalJSON`` writes for programs.
public indirect enum JSONText: Hashable, Sendable {
    case boolean(Bool)
    case whole(UInt64)
    /// - Precondition: a finite number.
    case number(Double)
    case text(String)
    case list([JSONText])
    case object([Member])

    /// A name in an object and what it stands for.
    public struct Member: Hashable, Sendable {
        let name: String
        let value: JSONText

        /// A member of an object.
        public init(_ name: String, _ value: JSONText) {
            self.name = name
            self.value = value
        }
    }

    /// The value in one line.
    public var line: String {
        switch self {
        case .boolean(let boolean): return boolean ? "true" : "false"
        case .whole(let whole): return "\(whole)"
        case .number(let number):
            // As people write it: 1, not 1.0.
            return Int64(exactly: number).map { "\($0)" } ?? "\(number)"
        case .text(let text): return Self.quoted(text)
        case .list(let elements): return "[" + elements.map(\.line).joined(separator: ", ") + "]"
        case .object(let members):
            guard !members.isEmpty else { return "{}" }
            return "{ " + members.map { Self.quoted($0.name) + ": " + $0.value.line }.joined(separator: ", ") + " }"
        }
    }

    /// The value in lines of up to `width` characters, as far as it can be broken; two blanks a level, a line feed at
    /// the end.
    public func lines(width: Int = 100) -> String { broken(width, indent: 0, behind: 0) + "\n" }

    /// - Parameter behind: how many characters of the line are taken.
    private func broken(_ width: Int, indent: Int, behind: Int) -> String {
        let line = line
        // The outermost value is broken in any case: it is what people look at.
        if indent > 0, behind + line.count + 1 <= width { return line }
        let (inner, outer) = (String(repeating: "  ", count: indent + 1), String(repeating: "  ", count: indent))
        func block(_ open: String, _ parts: [String], _ close: String) -> String {
            parts.isEmpty
                ? open + close : "\(open)\n" + parts.map { inner + $0 }.joined(separator: ",\n") + "\n\(outer)\(close)"
        }
        switch self {
        case .boolean, .whole, .number, .text: return line
        case .list(let elements):
            return block("[", elements.map { $0.broken(width, indent: indent + 1, behind: inner.count) }, "]")
        case .object(let members):
            let parts = members.map { member in
                let name = Self.quoted(member.name) + ": "
                return name + member.value.broken(width, indent: indent + 1, behind: inner.count + name.count)
            }
            return block("{", parts, "}")
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
