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
            guard let opens = opens(line) else { return isInside ? nil : String(line) }
            isInside = opens
            return opens ? line.prefix { $0 == " " } + "raise NotImplementedError()" : nil
        }.joined(separator: "\n")
    }

    /// The code with its solution, without the marks.
    public static func solution(of source: String) -> String {
        lines(of: source).filter { opens($0) == nil }.joined(separator: "\n")
    }

    /// Whether each mark that opens is followed by one that closes, and there is at least one pair.
    public static func areWhole(in source: String) -> Bool {
        let marks = lines(of: source).compactMap(opens)
        return !marks.isEmpty && marks.count.isMultiple(of: 2)
            && marks.enumerated().allSatisfy { $0.element == $0.offset.isMultiple(of: 2) }
    }

    /// Whether a line is the mark that opens, or the one that closes; nil for code.
    private static func opens(_ line: Substring) -> Bool? {
        let text = line.drop { $0 == " " }
        return text.hasPrefix(begin) ? true : text.hasPrefix(end) ? false : nil
    }

    private static func lines(of source: String) -> [Substring] {
        source.split(separator: "\n", omittingEmptySubsequences: false)
    }
}
