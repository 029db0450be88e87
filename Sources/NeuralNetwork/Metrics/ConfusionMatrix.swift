/// How often each class was taken for each.
public struct ConfusionMatrix: Hashable, Codable, Sendable {
    /// How many classes there are.
    public let classes: Int
    /// `counts[truth][prediction]`
    public let counts: [[Int]]

    /// - Precondition: as many predictions as truths, all below `classes`.
    public init(truth: [Int], predicted: [Int], classes: Int) {
        precondition(truth.count == predicted.count, "\(truth.count) truths, \(predicted.count) predictions")
        var counts = Array(repeating: Array(repeating: 0, count: classes), count: classes)
        for (t, p) in zip(truth, predicted) { counts[t][p] += 1 }
        self.classes = classes
        self.counts = counts
    }

    /// How many examples were counted.
    public var total: Int { counts.reduce(0) { $0 + $1.reduce(0, +) } }

    /// The share of all that was classified correctly; 0 where there is nothing.
    public var accuracy: Double { ratio((0..<classes).reduce(0) { $0 + counts[$1][$1] }, total) }

    /// Of those taken for `label`, the share that was one; 0 where none was.
    public func precision(_ label: Int) -> Double {
        ratio(counts[label][label], (0..<classes).reduce(0) { $0 + counts[$1][label] })
    }

    /// Of those that are `label`, the share that was found; 0 where there is none.
    public func recall(_ label: Int) -> Double { ratio(counts[label][label], counts[label].reduce(0, +)) }

    /// The harmonic mean of precision and recall.
    public func f1(_ label: Int) -> Double {
        let (p, r) = (precision(label), recall(label))
        return p + r == 0 ? 0 : 2 * p * r / (p + r)
    }

    /// The most frequent error, the first in reading order among equals; nil where there was none.
    public var largestConfusion: (truth: Int, predicted: Int, count: Int)? {
        var best: (truth: Int, predicted: Int, count: Int)?
        for t in 0..<classes {
            for p in 0..<classes where p != t && counts[t][p] > best?.count ?? 0 {
                best = (t, p, counts[t][p])
            }
        }
        return best
    }

    private func ratio(_ part: Int, _ whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }
}
