import Drawing
import Figures
import Foundation

extension Claims {
    /// Blocks of a network: faces to scale, the more maps the deeper, vectors as bars that grow with the root of their length.
    private static func isToScale(_ shown: Shown) throws -> [Measure] {
        let fronts = Claims.fronts(shown)
        guard let table = shown.tables.first, fronts.count == table.rows.count else {
            return [.count(shown.tables.first?.rows.count ?? 0, "blocks", fronts.count)]
        }
        let (heights, widths, channels) = (try shown.numbers(1), try shown.numbers(2), try shown.numbers(3))
        let maps = fronts.indices.filter { heights[$0] * widths[$0] > 1 }
        let vectors = fronts.indices.filter { heights[$0] * widths[$0] == 1 }
        let sides = shown.marks.filter { mark in
            mark.kind == .fill
                && [.input, .kernel, .quiet, .output].contains { shown.theme.tint($0, 0.14) == mark.color }
        }.map(\.frame)
        guard sides.count == maps.count else { return [.count(maps.count, "blocks with a depth", sides.count)] }
        return Plots.lengths(maps.map { fronts[$0].frame.width }, follow: maps.map { widths[$0] }, atLeast: 25)
            + Plots.places(
                zip(sides, maps).map { $0.width - fronts[$1].frame.width }, follow: maps.map { channels[$0] },
                atLeast: 5)
            + (vectors.isEmpty
                ? []
                : Plots.places(
                    vectors.map { fronts[$0].frame.height }, follow: vectors.map { channels[$0].squareRoot() },
                    atLeast: 12))
    }

    /// The faces of a network's blocks and their colours.
    private static func fronts(_ shown: Shown) -> [(frame: Rectangle, color: Color)] {
        shown.marks.compactMap { mark in
            guard mark.kind == .fill, let color = mark.color,
                [.input, .kernel, .quiet, .output].contains(where: { shown.theme.tint($0, 0.24) == color })
            else { return nil }
            return (mark.frame, color)
        }
    }

    static let training: [Claim] = [
        Claim("baseline/architecture", "the picture is to scale, vectors grow with the root of their length") {
            try isToScale($0)
        },
        Claim("cnn/architecture", "maps shrink while they multiply: faces to scale, and the more maps, the deeper") {
            shown in
            let fronts = Claims.fronts(shown).filter { $0.frame.width > 9.5 }
            let sides = shown.marks.filter { mark in
                mark.kind == .fill && [.input, .kernel, .quiet].contains { shown.theme.tint($0, 0.14) == mark.color }
            }.map(\.frame)
            let depths = zip(sides, fronts).map { $0.width - $1.frame.width }
            return try isToScale(shown) + [
                .atLeast(
                    2, "times that the first face is wider than the narrowest",
                    (fronts.first?.frame.width ?? 0) / (fronts.map(\.frame.width).min() ?? 1)),
                .atLeast(
                    5, "points by which the last maps are deeper than the picture",
                    (depths.last ?? 0) - (depths.first ?? 0)),
            ]
        },
        Claim(
            "dropout/architecture",
            "the new block, just before the answers, has the size of the one before it and no parameters"
        ) { shown in
            let blocks = Claims.fronts(shown)
            guard blocks.count > 3 else { throw NothingToMeasure("there are no blocks") }
            let (before, new) = (blocks[blocks.count - 3], blocks[blocks.count - 2])
            return try isToScale(shown) + [
                .atMost(
                    0.5, "points by which it is higher or lower than the block before",
                    abs(new.frame.height - before.frame.height)),
                .holds("it has the colour of what has no parameters", new.color == shown.theme.tint(.quiet, 0.24)),
                .atLeast(
                    0.03, "colour by which it differs from the block before", new.color.difference(from: before.color)),
            ]
        },
        Claim("compact/summary", "between the flattened maps and the answers nothing is left but a dropout layer") {
            shown in
            let blocks = Claims.fronts(shown)
            guard blocks.count > 4, let table = shown.tables.first else {
                throw NothingToMeasure("there are no blocks")
            }
            let tail = blocks.suffix(3)
            return try isToScale(shown) + [
                .holds(
                    "three vectors at the end",
                    try shown.numbers(1).suffix(3) == [1, 1, 1] && shown.numbers(1).dropLast(3).allSatisfy { $0 > 1 }),
                .count(2, "of them without parameters", tail.count { $0.color == shown.theme.tint(.quiet, 0.24) }),
                .atLeast(2, "orange blocks", Double(blocks.count { $0.color == shown.theme.tint(.kernel, 0.24) })),
                .count(table.rows.count, "blocks", blocks.count),
            ]
        },
        Claim(
            "denoising/architecture",
            "down to seven by seven and up again: faces to scale, and the more maps, the deeper"
        ) {
            shown in
            let widths = Claims.fronts(shown).map(\.frame.width)
            let least = widths.min() ?? 0
            return try isToScale(shown) + [
                .about(
                    4, within: 0.1, "times that the face is wider at the start than in the middle",
                    (widths.first ?? 0) / least),
                .about(
                    4, within: 0.1, "times that the face is wider at the end than in the middle",
                    (widths.last ?? 0) / least),
            ]
        },
    ]
}
