import Notebook

/// Shared sentences that read a result: what their slots read. The words stand in `shared.en.yaml` and its kin.
extension Material.Value {
    /// “once”, “twice”, “7 times”.
    static func times(_ count: Int) -> Self { .shared("times", ["n": .integer(count)]) }

    /// “one epoch”, “3 epochs”.
    static func epochs(_ count: Int) -> Self { .shared("epochs", ["n": .integer(count)]) }

    /// “one percentage point”, “7 percentage points”, rounded.
    ///
    /// - Parameter share: of one.
    static func points(_ share: Double) -> Self { .shared("points", ["n": .integer(Int((share * 100).rounded()))]) }

    /// “10,000 digits, 93 mistakes”, with one mistake and none in words.
    static func score(of count: Int, wrong: Int, _ classes: Classes = .digits) -> Self {
        .shared(
            "score", ["isOwn": .isSo(classes.isOwn), "count": .integer(count), "wrong": .integer(wrong)])
    }

    /// “a 3”, “an 8”.
    static func digit(_ digit: Int) -> Self { .shared("digit", ["n": .integer(digit)]) }

    /// “the 3”.
    static func theDigit(_ digit: Int) -> Self { .shared("theDigit", ["n": .integer(digit)]) }

    /// A probability after “a probability”: “of 98.2%”, and never a rounded hundred.
    static func certainty(_ probability: Double) -> Self {
        .shared(
            "certainty",
            [
                "isAlmostOne": .isSo(probability >= 0.9995), "limit": .number(0.999),
                "probability": .number(probability),
            ])
    }

    /// How one digit fares: how often it is classified correctly, and what it is most often taken for.
    ///
    /// - Parameters:
    ///   - confusion: counts, rows true, columns predicted.
    ///   - classes: what they are called.
    static func reading(of digit: Int, in confusion: [[Int]], _ classes: Classes = .digits) -> Self {
        let row = confusion[digit]
        let wrong = row.indices.filter { $0 != digit }
        let most = wrong.map { row[$0] }.max() ?? 0
        let rivals = wrong.filter { row[$0] == most }
        return .shared(
            "reading",
            [
                "isOwn": .isSo(classes.isOwn), "hasMistakes": .isSo(most > 0), "total": .integer(row.reduce(0, +)),
                "digit": classes.word(digit), "right": .integer(row[digit]), "rivals": .list(rivals.map(classes.one)),
                "rivalCount": .integer(rivals.count), "times": .times(most),
            ])
    }

    /// The mistake that happens most often over all classes.
    ///
    /// - Parameters:
    ///   - confusion: counts, rows true, columns predicted.
    ///   - classes: what they are called.
    static func mostFrequentConfusion(in confusion: [[Int]], _ classes: Classes = .digits) -> Self {
        let pairs = confusion.indices.flatMap { truth in
            confusion[truth].indices.filter { $0 != truth }.map {
                (truth: truth, taken: $0, count: confusion[truth][$0])
            }
        }
        let most = pairs.map(\.count).max() ?? 0
        let worst = most > 0 ? pairs.filter { $0.count == most } : []
        return .shared(
            "worst",
            [
                "isOwn": .isSo(classes.isOwn), "n": .integer(worst.count), "times": .times(most),
                "mistakes": .list(
                    worst.map {
                        .shared("mistake", ["truth": classes.one($0.truth), "taken": classes.one($0.taken)])
                    }),
            ])
    }

    /// How many images more or fewer one network reads correctly than another: a clause without its full stop.
    ///
    /// - Parameters:
    ///   - first: how it is called (with its article), and how many images it reads correctly.
    ///   - second: the same of the other.
    static func versus(_ first: (name: Self, right: Int), _ second: (name: Self, right: Int)) -> Self {
        let difference = first.right - second.right
        return .shared(
            "versus",
            [
                "change": .outcome(
                    difference > 0 ? "more" : difference < 0 ? "fewer" : "same", of: ["more", "fewer", "same"]),
                "n": .integer(abs(difference)), "first": first.name, "second": second.name,
            ])
    }
}
