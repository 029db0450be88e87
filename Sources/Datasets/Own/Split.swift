import Tensors

/// Which pictures are learned from and which are kept for the test, and the order in which they stand.
struct Split: Equatable {
    /// Numbers of pictures of the first half.
    let train: [Int]
    /// Numbers of pictures of the second half; of the first, where there is no other.
    let test: [Int]
    private let trainCounts: [Int]
    private let testCounts: [Int]
    /// The share of each class that is held back; `nil` where there is a test part.
    private let heldShare: Double?

    /// - Parameters:
    ///   - labels: of the pictures to learn from.
    ///   - testLabels: of those of the test; `nil` where a share of each class is held back for it.
    init(_ labels: [Int], _ testLabels: [Int]?, classes: Int, _ options: ImportOptions) {
        var groups = Self.shuffled(labels, classes, options.seed, half: 0)
        var held = testLabels.map { Self.shuffled($0, classes, options.seed, half: 1) }
        if held == nil {
            let counts = groups.map { group in
                group.isEmpty ? 0 : max(1, Int((Double(group.count) * options.testShare).rounded()))
            }
            held = zip(groups, counts).map { Array($0.prefix($1)) }
            groups = zip(groups, counts).map { Array($0.dropFirst($1)) }
        }
        heldShare = testLabels == nil ? options.testShare : nil
        train = Self.inTurn(groups)
        test = Self.inTurn(held ?? [])
        trainCounts = groups.map(\.count)
        testCounts = (held ?? []).map(\.count)
    }

    /// The pictures of each class in an order that the seed chooses.
    private static func shuffled(_ labels: [Int], _ classes: Int, _ seed: UInt64, half: UInt32) -> [[Int]] {
        var groups = [[Int]](repeating: [], count: classes)
        for (number, label) in labels.enumerated() { groups[label].append(number) }
        return groups.enumerated().map { label, group in
            var stream = RandomStream(seed: seed, purpose: .ownData, index: half << 16 | UInt32(label))
            return stream.permutation(of: group.count).map { group[$0] }
        }
    }

    /// All classes spread evenly over the whole.
    private static func inTurn(_ groups: [[Int]]) -> [Int] {
        let places = groups.enumerated().flatMap { label, group in
            group.enumerated().map { index, number in
                (place: (Double(index) + 0.5) / Double(group.count), label: label, number: number)
            }
        }
        return places.sorted { ($0.place, $0.label) < ($1.place, $1.label) }.map(\.number)
    }

    /// - Throws: ``OwnDataError`` for a class that a half has not, or of which there are too few pictures.
    func check(_ classes: [ClassName]) throws(OwnDataError) {
        for (label, name) in classes.enumerated() {
            if trainCounts[label] == 0, testCounts[label] > 0, heldShare == nil {
                throw .absent(name: name.plain, fromTraining: true)
            }
            if trainCounts[label] < OwnDataError.fewest {
                let count = trainCounts[label] + testCounts[label]
                let usual = Int((Double(count) * (1 - ImportOptions.usualTestShare)).rounded())
                guard let heldShare, usual >= OwnDataError.fewest else {
                    throw .tooFew(name: name.plain, count: trainCounts[label])
                }
                throw .share(name: name.plain, of: count, held: heldShare, left: trainCounts[label])
            }
            if testCounts[label] == 0 { throw .absent(name: name.plain, fromTraining: false) }
        }
    }
}
