import Drawing
import Figures
import Foundation

extension Claims {
    /// In each column the pictures stand under each other, bright by their own largest answer, which is written at the foot.
    ///
    /// - Parameter lines: how many pictures there are in a column; the first of three is a kernel.
    private static func columns(_ shown: Shown, lines: Int) throws -> [Measure] {
        let planes = shown.planes
        let count = planes.count / lines
        guard planes.count == lines * count, count > 1, shown.images.count == planes.count else {
            return [.count(planes.count, "pictures", shown.images.count)]
        }
        // Planes go channel by channel, pictures line by line of as many channels as find room.
        let across = shown.images.prefix { abs($0.midY - shown.images[0].midY) < 1 }.count
        var measures: [Measure] = []
        var largest: [String] = []
        for channel in 0..<count {
            let (group, column) = (channel / across, channel % across)
            let inGroup = min(across, count - group * across)
            let images = (0..<lines).map { group * across * lines + $0 * inGroup + column }
            let maps = lines == 3 ? [1, 2] : [0, 1]
            if lines == 3 { measures += try shown.isAsWarm(images[0], asPlane: channel * lines).prefix(1) }
            let most = try shown.values(channel * lines + maps[0]).max() ?? 0
            largest.append(String(format: "%.2f", most))
            for line in maps {
                let cells = try shown.picture(images[line], ofPlane: channel * lines + line)
                guard most > 0 else { continue }
                let errors = zip(cells.colors, try shown.values(channel * lines + line)).map {
                    $0.difference(from: shown.magnitude(max(0, $1) / most))
                }.sorted()
                measures.append(
                    .atMost(0.04, "colour that a pixel is off its value", errors.dropLast(errors.count / 40).last ?? 1))
            }
            measures.append(
                .atMost(1, "points by which a column is crooked", images.map { shown.images[$0].midX }.extent))
        }
        return measures + [shown.writes(largest, "largest answers that are missing")]
    }

    static let inside: [Claim] = [
        Claim(
            "inside/filters",
            "each kernel on a scale of its own: blue below zero, orange above, the deepest colour for its largest weight"
        ) { shown in
            try shown.images.indices.flatMap { try shown.isAsWarm($0, asPlane: $0) } + [
                .count(shown.planes.count, "kernels", shown.images.count),
                shown.names(shown.planeNames, areUnder: shown.images),
            ]
        },
        Claim("inside/maps1", "in each column a kernel, its map and that map after pooling, on scales of its own") {
            try columns($0, lines: 3)
        },
        Claim("inside/maps2", "in each column a map and what pooling leaves of it, on a scale of its own") {
            try columns($0, lines: 2)
        },
        Claim(
            "inside/walk",
            "of each convolution a map and the same map after pooling, on the same scale and equally wide; below, the probabilities"
        ) { shown in
            let maps = try (1...4).map { try shown.picture($0, ofPlane: $0) }
            let most = try (1...4).map { try shown.values($0).max() ?? 0 }
            let bright = maps.map { $0.lightness.max() ?? 0 }
            return try shown.barsFollow(shown.theme.output, column: 1, atLeast: 30) + [
                .atMost(1, "points by which the maps differ in width", shown.images[1...4].map(\.width).extent),
                .atMost(
                    0.02, "lightness of the brightest, before and after the first pooling", abs(bright[0] - bright[1])),
                .atMost(0.02, "lightness of the brightest, before and after the second", abs(bright[2] - bright[3])),
                .holds("there is something in the maps", most.allSatisfy { $0 > 0 }),
            ]
        },
        Claim(
            "inside/onemap", "the first image of each class, and the map of the same kernel below it, all on one scale"
        ) {
            shown in
            let count = shown.planes.count / 2
            guard count > 1, shown.images.count == 2 * count else {
                return [.count(2 * count, "pictures", shown.images.count)]
            }
            let most = try (count..<2 * count).flatMap { try shown.values($0) }.max() ?? 0
            let errors = try (count..<2 * count).map { index in
                let errors = zip(try shown.picture(index, ofPlane: index).colors, try shown.values(index)).map {
                    $0.difference(from: shown.magnitude(max(0, $1) / most))
                }.sorted()
                return errors.dropLast(errors.count / 40).last ?? 1
            }
            return [
                .atMost(0.04, "colour that a pixel is off its value on one scale", errors.max() ?? 1),
                .atMost(
                    1, "points from an image to its map",
                    (0..<count).map { abs(shown.images[$0].midX - shown.images[count + $0].midX) }.max() ?? 9),
                .holds(
                    "maps stand below", (0..<count).allSatisfy { shown.images[count + $0].minY > shown.images[$0].maxY }
                ),
                .atLeast(
                    25, "pixels that differ by 60 levels between two images",
                    try shown.leastDifference(by: 60, among: Array(0..<count))),
            ]
        },
        Claim(
            "inside/patches",
            "a row for each map, as many pieces as the caption says, beneath each the digit that it was cut from"
        ) {
            shown in
            let rows = Dictionary(grouping: shown.images, by: { ($0.midY / 3).rounded() })
            let said = try shown.captionNumbers(after: "For the", before: "pieces").compactMap(Double.init)
            return [
                .count(said.count == 2 ? Int(said[0] * said[1]) : 0, "pieces", shown.images.count),
                .count(said.count == 2 ? Int(said[0]) : 0, "rows", rows.count),
                shown.names(shown.planeNames, areUnder: shown.images),
            ] + (try shown.images.indices.flatMap { Array(try shown.isAsLight($0, asPlane: $0).prefix(1)) })
        },
        Claim(
            "inside/occlusion", "orange where the probability falls, blue where it rises, and the outline of the digit"
        ) {
            shown in
            let count = shown.planes.count / 2
            guard count > 1, shown.images.count == 2 * count else {
                return [.count(2 * count, "pictures", shown.images.count)]
            }
            let limit = try (count..<2 * count).flatMap { try shown.values($0).map(abs) }.max()
            let outlines = shown.strokes(shown.theme.ink) { line in
                shown.images.suffix(count).contains { $0.encloses(line) } && line.width > 6
            }
            return [.count(count, "outlines", outlines.count)]
                + (try (count..<2 * count).flatMap { index in
                    let cells = try shown.picture(index, ofPlane: index)
                    let errors = zip(cells.colors, try shown.values(index)).map { color, value in
                        color.difference(from: shown.signed(min(1, max(0, 0.5 + value / (limit ?? 1) / 2))))
                    }.sorted()
                    // The outline covers some of the pixels.
                    return [
                        Measure.atMost(
                            0.04, "colour that most pixels are off their value", errors[errors.count * 8 / 10])
                    ]
                })
        },
    ]

    /// Runs of one or more kinds: a ring for each seed, a line for the mean.
    private static func runs(_ shown: Shown, _ roles: [Color], atLeast points: Double = 25) throws -> [Measure] {
        let values = try shown.numbers(2)
        let rings = roles.flatMap { color in
            shown.strokes(color) { abs($0.width - $0.height) < 0.2 && $0.width > 2.5 && $0.width < 6 }
        }
        return try shown.runsFollow(roles, atLeast: points) + (try shown.axis(0).reads(values, at: rings.map(\.midY)))
    }

    static let experiments: [Claim] = [
        Claim(
            "experiments/compare",
            "left, a ring for each seed and a line for the mean; middle, parameters; right, multiply-adds"
        ) {
            shown in
            let bars =
                shown.bars(shown.theme.kernel) { $0.width > 10 && $0.height > 1 }
                + shown.bars(shown.theme.input) { $0.width > 10 && $0.height > 1 }
                + shown.bars(shown.theme.output) { $0.width > 10 && $0.height > 1 }
            return try runs(shown, [shown.theme.error]) + [.count(4, "bars", bars.count)]
        },
        Claim("experiments/kernelsize", "three networks: misclassified images, seed by seed, and multiply-adds") {
            try runs($0, [$0.theme.error])
        },
        Claim("experiments/filters", "more and more filters: misclassified images, seed by seed, and parameters") {
            try runs($0, [$0.theme.error])
        },
        Claim("experiments/pooling", "maximum against mean: misclassified images, seed by seed") {
            try runs($0, [$0.theme.error])
        },
        Claim("experiments/trainsize", "wrong answers on training images and on those held out, seed by seed") {
            try runs($0, [$0.theme.ink, $0.theme.error])
        },
        Claim("experiments/shift", "accuracy on images that were moved: a ring for each seed, a line for the mean") {
            try runs($0, [$0.theme.error, $0.theme.output])
        },
        Claim("experiments/test", "misclassified test images, seed by seed, of three networks") {
            try runs($0, [$0.theme.error])
        },
        Claim("compact/series", "wrong answers of networks from the smallest to the largest: a ring for each seed") {
            try runs($0, [$0.theme.error])
        },
    ]
}
