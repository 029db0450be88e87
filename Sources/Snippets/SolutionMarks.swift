/// The marks around what an exercise in Python leaves to the reader: nbgrader's own, so that its tools know them.
///
///     def median(window):
///         ### BEGIN SOLUTION
///         return np.sort(window.ravel())[window.size // 2]
///         ### END SOLUTION
public enum SolutionMarks {
    /// Opens what the reader is to write.
    public static let begin = "### BEGIN SOLUTION"
    /// Closes it.
    public static let end = "### END SOLUTION"

    /// Whether a comment is one of the marks.
    static func isMark(_ comment: String) -> Bool {
        comment.hasSuffix("BEGIN SOLUTION") || comment.hasSuffix("END SOLUTION")
    }

    /// What the reader begins with: each marked stretch is left out, and what is not written yet raises an error.
    public static func starter(of source: String) -> String {
        var isInside = false
        return lines(of: source).compactMap { line -> String? in
            let text = line.drop { $0 == " " }
            if text.hasPrefix(begin) {
                isInside = true
                return line.prefix { $0 == " " } + "raise NotImplementedError()"
            }
            if text.hasPrefix(end) {
                isInside = false
                return nil
            }
            return isInside ? nil : String(line)
        }.joined(separator: "\n")
    }

    /// The code with its solution, without the marks.
    public static func solution(of source: String) -> String {
        lines(of: source).filter { line in
            let text = line.drop { $0 == " " }
            return !text.hasPrefix(begin) && !text.hasPrefix(end)
        }.joined(separator: "\n")
    }

    /// Whether each mark that opens is followed by one that closes, and there is at least one pair.
    public static func areWhole(in source: String) -> Bool {
        let marks = lines(of: source).compactMap { line -> Bool? in
            let text = line.drop { $0 == " " }
            return text.hasPrefix(begin) ? true : text.hasPrefix(end) ? false : nil
        }
        return !marks.isEmpty && marks.count.isMultiple(of: 2)
            && marks.enumerated().allSatisfy { $0.element == $0.offset.isMultiple(of: 2) }
    }

    private static func lines(of source: String) -> [Substring] {
        source.split(separator: "\n", omittingEmptySubsequences: false)
    }
}
