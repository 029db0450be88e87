/// What somebody may have meant.
enum NearMisses {
    /// The candidates within two edits of `word`, the nearest first, at most three.
    static func of(_ word: String, among candidates: some Sequence<String>) -> [String] {
        let letters = Array(word.prefix(64))
        return
            candidates
            .map { (name: $0, distance: distance(letters, Array($0))) }
            .filter { $0.distance <= 2 && $0.distance < max(letters.count, 2) }
            .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
            .prefix(3)
            .map(\.name)
    }

    /// How many letters must be put in, left out or exchanged (Levenshtein).
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var row = Array(0...right.count)
        for (i, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in right.enumerated() {
                let substituted = diagonal + (letter == other ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(substituted, row[j + 1] + 1, row[j] + 1)
            }
        }
        return row[right.count]
    }
}
