/// Names that someone may have meant.
public enum NearMisses {
    /// The candidates most like `word`, best first: those within a third of its length in edits, those that
    /// begin with it, at most `limit`.
    public static func of(_ word: String, in candidates: some Sequence<String>, limit: Int = 3) -> [String] {
        let typed = word.lowercased()
        let letters = Array(typed)
        let allowed = max(1, (letters.count + 2) / 3)
        let scored = candidates.compactMap { candidate -> (distance: Int, candidate: String)? in
            let known = candidate.lowercased()
            let isPart = letters.count > 1 && (known.hasPrefix(typed) || known.hasSuffix(typed))
            // It takes as many edits as the lengths differ by, at least.
            guard isPart || abs(letters.count - known.count) <= allowed else { return nil }
            let distance = edits(from: letters, to: Array(known))
            return isPart || distance <= allowed ? (distance, candidate) : nil
        }
        return scored.sorted { ($0.distance, $0.candidate) < ($1.distance, $1.candidate) }
            .prefix(limit).map(\.candidate)
    }

    /// “did you mean a, b or c?”, or nothing where nothing is near.
    public static func question(for word: String, in candidates: some Sequence<String>) -> String {
        let near = of(word, in: candidates)
        guard let last = near.last else { return "" }
        let list = near.count == 1 ? last : near.dropLast().joined(separator: ", ") + " or " + last
        return "did you mean \(list)?"
    }

    /// The question where something is near, else what there is instead.
    public static func hint(
        for word: String, in candidates: some Sequence<String>, otherwise: @autoclosure () -> String
    ) -> String {
        let question = question(for: word, in: candidates)
        return question.isEmpty ? otherwise() : question
    }

    /// Insertions, deletions, substitutions and swaps of neighbours (Damerau, 1964; the restricted form).
    private static func edits(from a: [Character], to b: [Character]) -> Int {
        var earlier: [Int] = []
        var above = Array(0...b.count)
        for row in 0..<a.count {
            var current = [row + 1]
            for column in 0..<b.count {
                var best = min(
                    above[column + 1] + 1, current[column] + 1, above[column] + (a[row] == b[column] ? 0 : 1))
                if row > 0, column > 0, a[row] == b[column - 1], a[row - 1] == b[column] {
                    best = min(best, earlier[column - 1] + 1)
                }
                current.append(best)
            }
            (earlier, above) = (above, current)
        }
        return above[b.count]
    }
}
