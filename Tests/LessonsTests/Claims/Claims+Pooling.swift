import Drawing
import Figures
import Foundation

extension Claims {
    /// The numbers in the squares of a diagram, row by row.
    private static func written(_ shown: Shown) -> [Double] {
        cells(shown).compactMap { cell in
            shown.labels.first { cell.frame.encloses($0.frame) }.flatMap { Double($0.text.plainNumber) }
        }
    }

    /// The numbers of each window of a map of four by four.
    private static func windows(_ values: [Double]) -> [[Double]] {
        (0..<4).map { window in (0..<4).map { values[(window / 2 * 2 + $0 / 2) * 4 + window % 2 * 2 + $0 % 2] } }
    }

    static let pooling: [Claim] = [
        Claim("pooling/relu", "all blue is gone, and so many of the values have become zero as the caption says") {
            shown in
            guard shown.images.count == 4, let said = try shown.captionNumbers(after: "gone:").first else {
                return [.count(4, "pictures", shown.images.count)]
            }
            let (before, after) = (try shown.picture(0, 90, 120), try shown.picture(2, 90, 120))
            let windows = try [1, 3].map { try shown.picture($0, window.rows, window.columns) }
            let (old, new) = (try shown.values(0), try shown.values(1))
            let kept = zip(windows[0].colors, windows[1].colors).filter { ($0.0.red - $0.0.blue) * 255 > 20 }
            return [
                .atLeast(60, "cells that are blue before", Double(before.warmth.count { $0 < -60 })),
                .count(0, "cells that are blue after", after.warmth.count { $0 < -12 }),
                .atLeast(8, "blue pixels of the window", Double(windows[0].warmth.count { $0 < -60 })),
                .atMost(12, "levels by which orange pixels differ", kept.map { $0.0.levelsFrom($0.1) }.max() ?? 255),
                .about(
                    Double(said) ?? 0, within: 0.6, "per cent that became zero",
                    Double(zip(old, new).count { $0 != 0 && $1 == 0 }) / Double(old.count) * 100),
            ]
        },
        Claim("pooling/maxpool", "each window keeps its largest number, which is marked, and forgets the other three") {
            shown in
            let cells = Claims.cells(shown)
            let numbers = written(shown)
            guard cells.count == 20, numbers.count == 20 else {
                return [.count(20, "cells", cells.count), .count(20, "numbers", numbers.count)]
            }
            let before = windows(numbers)
            let strength = windows(cells.prefix(16).map { $0.color.difference(from: shown.theme.paper) })
            // How much stronger the largest number's cell is than the strongest of the others.
            let marked = zip(before, strength).map { values, strength in
                let winner = values.firstIndex(of: values.max() ?? 0) ?? 0
                return strength[winner] - (strength.indices.filter { $0 != winner }.map { strength[$0] }.max() ?? 1)
            }
            return [
                .holds(
                    "the pooled numbers are the largest", zip(before, numbers.suffix(4)).allSatisfy { $0.max() == $1 }),
                .atLeast(0.04, "colour by which the largest stands out of its window", marked.min() ?? -1),
            ]
        },
        Claim("pooling/average", "all four numbers of a window count equally") { shown in
            let cells = Claims.cells(shown)
            let numbers = written(shown)
            guard cells.count == 20, numbers.count == 20 else {
                return [.count(20, "cells", cells.count), .count(20, "numbers", numbers.count)]
            }
            let colors = windows(cells.prefix(16).map { $0.color.difference(from: shown.theme.paper) })
            return [
                .atMost(
                    0.006, "from the mean of a window to its number",
                    zip(windows(numbers), numbers.suffix(4)).map { abs($0.mean - $1) }.max() ?? 9),
                .atMost(0.005, "colour by which cells of a window differ", colors.map(\.extent).max() ?? 1),
            ]
        },
        Claim("pooling/shrink", "a quarter, a sixteenth, a sixty-fourth: above to the same scale, below equally wide") {
            shown in
            guard shown.images.count == 8 else { return [.count(8, "pictures", shown.images.count)] }
            let areas = shown.images.map { $0.width * $0.height }
            let scaled = areas[0] > areas[1] * 2 ? 0 : 4
            let alike = 4 - scaled
            let shares = (1..<4).map { areas[scaled + $0 - 1] / areas[scaled + $0] }
            let last = try shown.picture(alike + 3, ofPlane: alike + 3)
            return [
                .about(4, within: 0.35, "times that each picture is smaller", shares.min() ?? 0),
                .about(4, within: 0.35, "times that each picture is smaller", shares.max() ?? 0),
                .atMost(
                    1, "points by which the widths below differ", shown.images[alike..<alike + 4].map(\.width).extent),
                .atLeast(60, "levels in the coarsest", Levels.span(last)),
                .holds("the sizes are written", shown.texts.count { $0.contains(" × ") } >= 4),
            ]
        },
        Claim("pooling/flatten", "row by row, a map of three by three becomes a vector of nine") { shown in
            let cells = Claims.cells(shown)
            let numbers = written(shown)
            guard cells.count == 18, numbers.count == 18 else {
                return [.count(18, "cells", cells.count), .count(18, "numbers", numbers.count)]
            }
            let strip = cells.suffix(9).map(\.frame)
            let different = [0, 3, 6].map { cells[$0].color }
            return [
                .holds(
                    "the numbers are those of the rows, in their order",
                    Array(numbers.prefix(9)) == Array(numbers.suffix(9))),
                .holds("from left to right", zip(strip, strip.dropFirst()).allSatisfy { $0.maxX <= $1.minX + 1 }),
                .atMost(0.5, "points by which the strip is uneven", strip.map(\.midY).extent),
                .holds(
                    "each cell keeps its row's colour",
                    zip(cells.prefix(9), cells.suffix(9)).allSatisfy { $0.color == $1.color }),
                .atLeast(
                    0.03, "colour from row to row",
                    min(different[0].difference(from: different[1]), different[1].difference(from: different[2]))),
            ]
        },
        Claim("pooling/pipeline", "five stations: original, grey, convolved, rectified, pooled, with their sizes") {
            shown in
            guard shown.images.count == 5 else { return [.count(5, "pictures", shown.images.count)] }
            let cells = try (0..<5).map { try shown.picture($0, 40, 60) }
            let blue = cells.map { $0.warmth.count { $0 < -60 } }
            return [
                .holds(
                    "from left to right", zip(shown.images, shown.images.dropFirst()).allSatisfy { $0.maxX < $1.minX }),
                .atLeast(60, "levels of tint in the original", cells[0].warmth.extent),
                .atMost(3, "levels of tint in the grey one", cells[1].warmth.extent),
                .atLeast(20, "blue cells after the convolution", Double(blue[2])),
                .atMost(0, "blue cells after ReLU and pooling", Double(blue[3] + blue[4])),
                .count(5, "sizes", shown.texts.count { $0.contains(" × ") }),
            ]
        },
    ]
}
