/// How many images the networks of the smallest and of the largest set have seen in all, each image as often as it was
/// shown.
struct Budget {
    /// Which of the two has seen more.
    enum Larger: String, CaseIterable {
        case same, few, many
    }

    let larger: Larger
    /// How many times as many, at least one.
    let ratio: Double

    /// Reads two counts; a twentieth more is the same.
    init(few: Int, many: Int) {
        let ratio = Double(max(few, many)) / Double(max(min(few, many), 1))
        larger = ratio <= 1.05 ? .same : few > many ? .few : .many
        self.ratio = ratio
    }
}
