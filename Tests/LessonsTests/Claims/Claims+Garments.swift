import Drawing
import Figures
import Foundation

extension Claims {
    /// The mean squared error between two pictures as they are drawn, black at 0 and white at 1.
    private static func error(_ first: Cells, _ second: Cells) -> Double {
        zip(first.levels, second.levels).map { ($0 - $1) * ($0 - $1) / 65_025 }.mean
    }

    /// The first number in a text.
    private static func number(_ text: String) -> Double {
        text.plainNumber.split { !"0123456789.-".contains($0) }.compactMap { Double($0) }.first ?? .nan
    }

    /// How far written signal-to-noise ratios are from those of the pixels on the page, in decibels.
    private static func decibels(_ shown: Shown, of spoiled: [Int], from clean: [Int]) throws -> [Measure] {
        let cells = try shown.images.indices.map { try shown.picture($0, ofPlane: $0) }
        let errors = zip(spoiled, clean).map { spoiled, clean in
            abs(number(shown.planeNames[spoiled]) + 10 * log10(error(cells[spoiled], cells[clean])))
        }
        return [
            .count(clean.count, "ratios", spoiled.count),
            .atMost(0.35, "decibels that a ratio is off the pixels", errors.max() ?? 9),
        ]
    }

    static let garments: [Claim] = [
        Claim("denoising/triptych", "clean, noisy, cleaned in three rows; ratios are those of the pixels") { shown in
            let count = shown.planes.count / 3
            guard count > 1, shown.images.count == 3 * count else {
                return [.count(3 * count, "pictures", shown.images.count)]
            }
            let (clean, noisy, cleaned) = (Array(0..<count), Array(count..<2 * count), Array(2 * count..<3 * count))
            return try decibels(shown, of: noisy, from: clean) + decibels(shown, of: cleaned, from: clean) + [
                .holds(
                    "rows under each other",
                    shown.images[0].maxY < shown.images[count].minY
                        && shown.images[count].maxY < shown.images[2 * count].minY),
                .atMost(
                    1, "points from a picture to the one below",
                    (0..<count).map { abs(shown.images[$0].midX - shown.images[$0 + count].midX) }.max() ?? 9),
            ]
        },
        Claim("denoising/classes", "nine garments, and under each what it is called") { shown in
            try shown.allAreAsLight() + [
                .count(9, "pictures", shown.images.count), shown.names(shown.planeNames, areUnder: shown.images),
                .atLeast(
                    30, "pixels that differ by 60 levels between the two most alike", try shown.leastDifference(by: 60)),
            ]
        },
        Claim("denoising/distribution", "shares of garments above and of digits below, on the same axis") { shown in
            let axes = shown.axes.sorted { ($0.ticks.first?.y ?? 0) < ($1.ticks.first?.y ?? 0) }
            return try shown.dotsFollow(disks: shown.theme.ink, rings: shown.theme.output, ofTable: 0, atLeast: 0)
                + (try shown.dotsFollow(disks: shown.theme.ink, rings: shown.theme.output, ofTable: 1, atLeast: 10)) + [
                    .atLeast(2, "numbers at the axis", Double(shown.writtenNumbers.count)),
                    .holds("axes agree", axes.count != 2 || axes[0].ticks.map(\.value) == axes[1].ticks.map(\.value)),
                    .count(
                        2, "dashed lines of equal shares",
                        shown.strokes(shown.theme.quiet) { $0.width > 150 && $0.height < 2 && $0.height < 0.01 + 1 }
                            .count - 2),
                ]
        },
        Claim("denoising/intensities", "a tall bar at black, and all other intensities, on a logarithmic axis") {
            shown in
            try shown.histogram(0, bars: shown.bars(shown.theme.input), isLogarithmic: true, atLeast: 25)
        },
        Claim(
            "denoising/normalized", "nothing has changed for the eye: black is 0, white is 1, and the mean is written"
        ) {
            shown in
            let means = try shown.images.indices.map { try shown.picture($0, ofPlane: $0).levels.mean / 255 }
            return try shown.allAreAsLight(from: 0, to: 1) + [
                .count(6, "pictures", shown.images.count),
                .atMost(
                    0.01, "from the mean that is written to that of the pixels",
                    zip(means, shown.planeNames).map { abs($0 - number($1)) }.max() ?? 1),
            ]
        },
        Claim("denoising/noisy", "the clean pictures above, the same with noise below") { shown in
            let count = shown.planes.count / 2
            guard count > 1, shown.images.count == 2 * count else {
                return [.count(2 * count, "pictures", shown.images.count)]
            }
            let cells = try shown.images.indices.map { try shown.picture($0, ofPlane: $0) }
            let pairs = (0..<count).map { (cells[$0], cells[$0 + count]) }
            return [
                .atLeast(
                    150, "pixels that the noise moves by 30 levels",
                    Double(pairs.map { Levels.differing($0.0, $0.1, by: 30) }.min() ?? 0)),
                .atLeast(
                    0.3, "agreement of a picture and its noisy form",
                    pairs.map { Levels.correlation($0.0.levels, $0.1.levels) }.min() ?? 0),
                .holds(
                    "noise stands below",
                    (0..<count).allSatisfy {
                        shown.images[$0 + count].minY > shown.images[$0].maxY
                            && abs(shown.images[$0 + count].midX - shown.images[$0].midX) < 1
                    }),
            ]
        },
        Claim(
            "denoising/noisehist",
            "the clean needle at black is smeared: the noisy bars run almost evenly between two tall ones"
        ) {
            shown in
            let bars = shown.bars(shown.theme.input) + shown.bars(shown.theme.error) + shown.bars(shown.theme.output)
            let middle = shown.size.width / 2
            let noisy = bars.filter { $0.midX > middle }.sorted { $0.midX < $1.midX }
            let clean = bars.filter { $0.midX < middle }.sorted { $0.midX < $1.midX }
            let inner = noisy.dropFirst().dropLast().map(\.height)
            let steps = zip(inner, inner.dropFirst()).map { abs($0 - $1) }
            return try shown.histogram(0, bars: clean, isLogarithmic: true, atLeast: 25)
                + (try shown.histogram(1, bars: noisy, isLogarithmic: true, atLeast: 20)) + [
                    .atLeast(
                        10, "points by which the two outer bars stand out",
                        min(noisy.first?.height ?? 0, noisy.last?.height ?? 0) - (inner.max() ?? 0)),
                    .atMost(12, "points from one of the inner bars to the next", steps.max() ?? 99),
                ]
        },
        Claim("denoising/latent", "the maps with their numbers on one scale, the larger the brighter") { shown in
            let most = try shown.planes.indices.flatMap { try shown.values($0) }.max() ?? 0
            let errors = try shown.planes.indices.map { index in
                let errors = zip(try shown.picture(index, ofPlane: index).colors, try shown.values(index)).map {
                    $0.difference(from: shown.magnitude(max(0, $1) / max(most, 1e-9)))
                }.sorted()
                return errors.dropLast(1).last ?? 1
            }
            let said = try shown.captionNumbers(after: "latent maps those", before: "whose").first.flatMap(Double.init)
            return [
                .about(said ?? .nan, "maps", Double(shown.images.count)),
                .atMost(0.04, "colour that a pixel is off its value", errors.max() ?? 1),
                shown.names(shown.planeNames, areUnder: shown.images),
            ]
        },
        Claim("denoising/mse", "the errors of the cleaned images in as many bins as the caption says") { shown in
            let said = try shown.captionNumbers(after: "images in", before: "bins").first.flatMap(Double.init)
            return try shown.histogram(
                0, bars: shown.bars(shown.theme.input) + shown.bars(shown.theme.error) + shown.bars(shown.theme.output),
                isLogarithmic: false, atLeast: 60)
                + [.about(said ?? .nan, "bins", Double(try shown.numbers(2).count))]
        },
        Claim("denoising/worst", "clean, noisy, cleaned, and the error of the last row is that of the pixels") {
            shown in
            let count = shown.planes.count / 3
            guard count > 1, shown.images.count == 3 * count else {
                return [.count(3 * count, "pictures", shown.images.count)]
            }
            let cells = try shown.images.indices.map { try shown.picture($0, ofPlane: $0) }
            let said = (0..<count).map { number(shown.planeNames[2 * count + $0]) }
            let errors = (0..<count).map { abs(said[$0] - error(cells[$0], cells[2 * count + $0])) / said[$0] }
            return [
                .atMost(0.03, "share that an error is off the pixels", errors.max() ?? 1),
                .holds("the highest come first", zip(said, said.dropFirst()).allSatisfy { $0 >= $1 }),
            ]
        },
        Claim("denoising/noises", "each picture spoiled in four ways or not at all, below what the network makes of it")
        {
            shown in
            let columns = 5
            let lines = shown.planes.count / columns
            guard lines >= 2, lines.isMultiple(of: 2), shown.images.count == lines * columns else {
                return [.count(4 * columns, "pictures", shown.images.count)]
            }
            // The column without damage shows the clean picture itself.
            let clean = try (0..<columns).first {
                try shown.planeNames[$0].isEmpty == false
                    && shown.planeNames[$0].rangeOfCharacter(from: .decimalDigits) == nil && shown.values($0).count > 0
            }
            guard let clean else { throw NothingToMeasure("no picture is undamaged") }
            var (spoiled, originals) = ([Int](), [Int]())
            for pair in 0..<lines / 2 {
                for column in 0..<columns {
                    let place = pair * 2 * columns + column
                    if column != clean { spoiled.append(place); originals.append(pair * 2 * columns + clean) }
                    spoiled.append(place + columns); originals.append(pair * 2 * columns + clean)
                }
            }
            return try decibels(shown, of: spoiled, from: originals)
        },
    ]
}
