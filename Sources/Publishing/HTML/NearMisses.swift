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

    /// How many letters must be put in, left out, exchanged or swapped with their neighbour (Damerau, in the
    /// restricted form: no letter is moved twice).
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var before: [Int] = []
        var above = Array(0...right.count)
        for (i, letter) in left.enumerated() {
            var row = [i + 1]
            for (j, other) in right.enumerated() {
                var best = min(above[j] + (letter == other ? 0 : 1), above[j + 1] + 1, row[j] + 1)
                let isSwap = i > 0 && j > 0 && letter == right[j - 1] && left[i - 1] == other
                if isSwap { best = min(best, before[j - 1] + 1) }
                row.append(best)
            }
            (before, above) = (above, row)
        }
        return above[right.count]
    }
}
