import Drawing
import Figures
import Foundation

extension Claims {
    /// The squares with a number in them, in the order in which they were drawn.
    static func cells(_ shown: Shown) -> [(frame: Rectangle, color: Color)] {
        shown.marks.compactMap { mark in
            guard mark.kind == .fill, let color = mark.color, mark.frame.width > 13, mark.frame.height > 13,
                mark.frame.width < 80, mark.frame.height < 60
            else { return nil }
            return (mark.frame, color)
        }
    }

    static let channels: [Claim] = [
        Claim("channels/sum", "under the channels their sums meet the bias, and the answer is what they add up to") {
            shown in
            let sums = try shown.captionNumbers(after: "Under them their sums,", before: "Twenty-seven")
            let numbers = sums.compactMap(Double.init)
            guard numbers.count == 5, let last = Claims.cells(shown).last else {
                throw NothingToMeasure("the sums are missing")
            }
            // The column of sums is the last that is drawn, the answer at its foot and framed.
            let column = Claims.cells(shown).suffix(5)
            let written = column.map { cell in
                shown.labels.first { cell.frame.encloses($0.frame) }?.text.plainNumber ?? ""
            }
            return [
                .about(numbers[4], "the sums and the bias", numbers.prefix(4).reduce(0, +)),
                .holds("sums, bias and answer stand under each other", written == sums),
                .count(27, "products", try (0..<3).map { try shown.numbers(4, ofTable: $0).count }.reduce(0, +)),
                .count(
                    1, "frames around the answer",
                    shown.strokes(shown.theme.output) { $0.encloses(last.frame) && $0.width < 90 }.count),
            ]
        },
        Claim("channels/slide", "the frames stand at the same place in all channels, and the row at the right fills up")
        {
            shown in
            let frames = shown.strokes(shown.theme.kernel) { $0.width > 30 }
            guard frames.count == 9 else { return [.count(9, "frames", frames.count)] }
            let steps = (0..<3).map { Array(frames[(3 * $0)..<(3 * $0 + 3)]) }
            let level = steps.map { step in step.map(\.midY).extent }.max() ?? 9
            let moves = zip(steps, steps.dropFirst()).map { before, after in
                zip(before, after).map { $1.midX - $0.midX }
            }
            return [
                .atMost(0.6, "points by which frames of a step differ in height", level),
                .atMost(0.6, "points by which channels move differently", moves.map(\.extent).max() ?? 9),
                .atLeast(12, "points of a step to the right", moves.joined().min() ?? 0),
                .atLeast(20, "points from step to step down", steps[1][0].minY - steps[0][0].maxY),
                shown.writes(try shown.captionNumbers(after: "fills up:", before: ". Where")),
            ]
        },
        Claim("channels/rgb", "in the sum grey edges have gone, which each map alone answers to") { shown in
            // Three rows of a plane and its map, then the picture and the sum.
            guard shown.images.count == 8 else { return [.count(8, "pictures", shown.images.count)] }
            let maps = try [1, 3, 5, 7].map { try shown.picture($0, 80, 120).warmth.map(abs) }
            let single = maps.prefix(3).map { $0.count { $0 > 60 } }
            let gone = (0..<9_600).count { place in maps.prefix(3).allSatisfy { $0[place] > 60 } && maps[3][place] < 30
            }
            return [
                .atLeast(30, "cells of edges in the poorest single map", Double(single.min() ?? 0)),
                .atLeast(5, "cells of edges in all three maps that the sum has not", Double(gone)),
                .atLeast(20, "cells of edges in the sum", Double(maps[3].count { $0 > 60 })),
            ]
        },
        Claim("channels/maps", "each of many maps shows the edges of one direction, and one map comes out of all") {
            shown in
            guard let last = shown.images.last, shown.images.count > 8 else {
                throw NothingToMeasure("there are no maps")
            }
            let maps = try shown.images.indices.dropLast().map { try shown.picture($0, 30, 40).lightness }
            var alike = 0.0
            for first in maps.indices {
                for second in maps.indices where second > first {
                    alike = max(alike, Levels.correlation(maps[first], maps[second]))
                }
            }
            let one = try shown.picture(maps.count, 60, 90)
            return [
                .atMost(0.97, "agreement of the two maps that are most alike", alike),
                .atLeast(2, "times that the one map is wider", last.width / shown.images[0].width),
                .atLeast(30, "cells of the one map that are orange", Double(one.warmth.count { $0 > 60 })),
                .atLeast(30, "cells of the one map that are blue", Double(one.warmth.count { $0 < -60 })),
            ]
        },
    ]
}
