import Drawing

/// What something in a figure is; the theme gives it its colour, its hatch and its dash.
public enum Role: Hashable, Sendable {
    case ink, quiet, input, kernel, output, error, training, validation
    /// One of several equals, counted from 0.
    case category(Int)

    /// What tells a line from others without its colour.
    var dash: [Double] {
        switch self {
        case .validation: [4, 2.5]
        case .quiet: [1.5, 2]
        case .category(let index): Self.dashes[Self.place(index, among: Self.dashes.count)]
        case .ink, .input, .kernel, .output, .error, .training: []
        }
    }

    /// What tells a line from all others where every line is black.
    var dashWithoutHues: [Double] {
        switch self {
        case .ink, .training, .input: []
        case .kernel: [6, 1.5]
        case .output: [1.2, 1.2]
        case .error: [6, 1.5, 1.2, 1.5]
        case .validation, .quiet, .category: dash
        }
    }

    /// What tells an area from others where there are no hues; `nil` for one that is simply filled.
    var hatch: Hatch.Pattern? {
        switch self {
        case .ink, .quiet, .output: nil
        case .training: Self.hatches[5]
        case .input: Self.hatches[1]
        case .kernel: Self.hatches[2]
        case .error: Self.hatches[3]
        case .validation: Self.hatches[4]
        case .category(let index): Self.hatches[Self.place(index, among: Self.hatches.count)]
        }
    }

    /// The mark that tells it from others at a point, without its colour.
    var mark: PointMark {
        switch self {
        case .ink, .training, .quiet, .input: .disk
        case .validation, .output: .ring
        case .kernel: .triangle
        case .error: .square
        case .category(let index): PointMark.allCases[Self.place(index, among: PointMark.allCases.count)]
        }
    }

    private static let dashes: [[Double]] = [[], [5, 2], [1.5, 2], [5, 2, 1.5, 2]]

    private static let hatches: [Hatch.Pattern?] = [
        nil, .lines(angles: [-.pi / 4]), .lines(angles: [.pi / 4]), .lines(angles: [-.pi / 4, .pi / 4]),
        .lines(angles: [0]), .lines(angles: [.pi / 2]), .lines(angles: [0, .pi / 2]), .dots,
    ]

    private static func place(_ index: Int, among count: Int) -> Int { ((index % count) + count) % count }
}
