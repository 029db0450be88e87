/// A manual page in the language of `man`, in which a full stop at the start of a line and a backslash anywhere mean
/// something.
struct Roff {
    private(set) var text = ""

    /// A line that is an instruction: its name, and words that keep their blanks.
    mutating func instruction(_ name: String, _ words: String...) {
        let quoted = words.map { "\"\(Self.escaped($0).replacing("\"", with: "\\(dq"))\"" }
        text += ([".\(name)"] + quoted).joined(separator: " ") + "\n"
    }

    /// A line that is an instruction of `troff` itself, which knows no quotation marks.
    mutating func request(_ words: String) { text += ".\(words)\n" }

    mutating func section(_ title: String) { instruction("SH", title) }

    mutating func subsection(_ title: String) { instruction("SS", title) }

    /// A text in paragraphs, as help has it: an empty line between two, and code between backquotes.
    mutating func paragraphs(_ text: String) {
        for (index, paragraph) in text.split(separator: "\n\n").enumerated() {
            if index > 0 { instruction("PP") }
            line(String(paragraph.replacing("\n", with: " ")))
        }
    }

    /// A name in front, and what it means.
    mutating func item(_ name: String, value: String = "", _ meaning: String) {
        instruction("TP")
        let name = name.isEmpty ? nil : "\\fB\(Self.escaped(name))\\fR"
        let value = value.isEmpty ? nil : "\\fI\(Self.escaped(value))\\fR"
        text += [name, value].compactMap { $0 }.joined(separator: " ") + "\n"
        line(meaning)
    }

    /// One line of ordinary text.
    mutating func line(_ line: String) {
        let pieces = line.split(separator: "`", omittingEmptySubsequences: false)
        let isCode = pieces.count.isMultiple(of: 2) ? [] : Set(stride(from: 1, to: pieces.count, by: 2))
        let marked = pieces.enumerated().map { index, piece in
            isCode.contains(index) ? "\\fB\(Self.escaped(piece))\\fR" : Self.escaped(piece)
        }.joined(separator: isCode.isEmpty ? "`" : "")
        // What begins with one of these would be an instruction.
        text += (marked.hasPrefix(".") || marked.hasPrefix("'") ? "\\&" : "") + marked + "\n"
    }

    /// Hyphens are such as people type, and letters beyond ASCII are named, since not every `man` reads UTF-8.
    private static func escaped(_ text: some StringProtocol) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\e"
            case "-": result += "\\-"
            case "~": result += "\\(ti"
            case "^": result += "\\(ha"
            case _ where scalar.isASCII: result.unicodeScalars.append(scalar)
            default:
                let number = String(scalar.value, radix: 16, uppercase: true)
                result += "\\[u\(String(repeating: "0", count: max(0, 4 - number.count)))\(number)]"
            }
        }
        return result
    }
}
