/// Names that someone may have meant.
public enum NearMisses {
    /// The candidates most like `word`, best first: those that one edit leads to, or one for every three of its letters,
    /// and that share a letter with it; those that begin with it (two letters at least) or end with it (three), at most
    /// `limit`.
    ///
    /// A folder before both (`edges/`) and an ending behind both (`.json`) make no two names alike, and are not counted.
    public static func of(_ word: String, in candidates: some Sequence<String>, limit: Int = 3) -> [String] {
        let typed = Array(word.lowercased())
        let scored = candidates.compactMap { candidate -> (distance: Int, candidate: String)? in
            let known = Array(candidate.lowercased())
            let isPart = typed.count > 1 && known.starts(with: typed) || typed.count > 2 && known.ends(with: typed)
            // It takes as many edits as the lengths differ by, at least.
            guard isPart || abs(typed.count - known.count) <= max(1, typed.count / 3) else { return nil }
            let (own, other) = withoutFrame(typed, known)
            let distance = edits(from: own, to: other)
            return isPart || distance <= min(max(1, own.count / 3), max(0, own.count - 1)) ? (distance, candidate) : nil
        }
        return scored.sorted { ($0.distance, $0.candidate) < ($1.distance, $1.candidate) }
            .prefix(limit).map(\.candidate)
    }

    /// “did you mean a, b or c?”, or nothing where nothing is near.
    public static func question(for word: String, in candidates: some Sequence<String>) -> String {
        question(of: of(word, in: candidates))
    }

    /// The same for names that were found already.
    public static func question(of near: [String]) -> String {
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

    /// What is left of two names once the folder and the ending are taken away that both have.
    private static func withoutFrame(_ a: [Character], _ b: [Character]) -> ([Character], [Character]) {
        let most = min(a.count, b.count)
        let alike = (0..<most).prefix { a[$0] == b[$0] }
        let start = (alike.last { a[$0] == "/" } ?? -1) + 1
        let behind = (0..<most - start).prefix { a[a.count - 1 - $0] == b[b.count - 1 - $0] }
        let end = (behind.last { a[a.count - 1 - $0] == "." } ?? -1) + 1
        return (Array(a[start..<a.count - end]), Array(b[start..<b.count - end]))
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

extension [Character] {
    fileprivate func ends(with other: [Character]) -> Bool { reversed().starts(with: other.reversed()) }
}
