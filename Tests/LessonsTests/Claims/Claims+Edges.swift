import Drawing
import Figures
import Foundation

extension Claims {
    /// A kernel on nine pixels: the products that the caption names are written, their sum stands in the teal cell.
    private static func arithmetic(_ shown: Shown, answer: Double) throws -> [Measure] {
        let products = try shown.numbers(4)
        guard let teal = shown.fills(shown.theme.output).first else { throw NothingToMeasure("there is no answer") }
        let written = shown.labels.filter { teal.encloses($0.frame) }.map(\.text.plainNumber)
        let main = products[products.count / 2]
        return [
            .count(9, "products", products.count),
            .about(answer, "the sum of the products", products.reduce(0, +)),
            .holds("the sum stands in the teal cell", written.first.flatMap(Double.init) == answer),
            .about(
                Double(try shown.captionNumbers(after: " ")[0]) ?? 0, "the main pixel's product that the caption names",
                main),
            shown.writes(try shown.values(0).map { "\(Int($0))" }),
        ]
    }

    /// How often a cell is orange and its right or lower neighbour blue, or the other way round.
    static func pairs(_ cells: Cells, by levels: Double = 60) -> Int {
        let warmth = cells.warmth
        return (0..<cells.rows - 1).reduce(0) { count, row in
            count
                + (0..<cells.columns - 1).count { column in
                    let place = row * cells.columns + column
                    return [warmth[place + 1], warmth[place + cells.columns]].contains {
                        min($0, warmth[place]) < -levels && max($0, warmth[place]) > levels
                    }
                }
        }
    }

    static let edges: [Claim] = [
        Claim("edges/similar", "the products on nine similar pixels add up to nearly zero") { shown in
            try arithmetic(shown, answer: -9)
        },
        Claim("edges/different", "beside an edge the products add up to a number far from zero") { shown in
            try arithmetic(shown, answer: -240)
        },
        Claim("edges/laplacian", "even areas turn black whatever their brightness was, and outlines stay") { shown in
            let before = try shown.picture(1, window.rows, window.columns)
            let after = try shown.picture(3, window.rows, window.columns)
            var (even, outlines) = ([Double](), [Double]())
            var shades: [Double] = []
            for row in 1..<window.rows - 1 {
                for column in 1..<window.columns - 1 {
                    let place = row * window.columns + column
                    let near = [-21, -20, -19, -1, 0, 1, 19, 20, 21].map { before.levels[place + $0] }
                    if near.extent < 16 {
                        even.append(after.levels[place])
                        shades.append(before.levels[place])
                    }
                    if near.extent > 60 { outlines.append(after.levels[place]) }
                }
            }
            return [
                .atLeast(20, "even pixels", Double(even.count)),
                .atLeast(30, "levels between the even areas before", shades.extent),
                .atMost(20, "levels of even areas after", even.mean),
                .atLeast(20, "pixels of outlines that are bright", Double(outlines.count { $0 > 100 })),
            ]
        },
        Claim("edges/negatives", "in the signed map orange and blue run side by side along each outline") { shown in
            guard shown.images.count == 8 else { return [.count(8, "pictures", shown.images.count)] }
            let details = try [1, 3, 5, 7].map { try shown.picture($0, window.rows, window.columns) }
            let dark = details[0].levels.indices.filter { details[0].levels[$0] < 3 && details[3].warmth[$0] < -60 }
            return [
                .atLeast(12, "neighbours of orange and blue", Double(pairs(details[3]))),
                .atLeast(8, "pixels that are blue and were clipped to black", Double(dark.count)),
                .atLeast(60, "levels of the absolute value there", dark.map { details[1].levels[$0] }.mean),
                .atMost(110, "levels of the rescaled ones there", dark.map { details[2].levels[$0] }.mean),
                .atMost(
                    3, "levels of tint in the three grey windows", details.prefix(3).map(\.warmth.extent).max() ?? 9),
            ]
        },
        Claim("edges/gallery", "kernels that add up to zero are shown signed, the others as grey pictures") { shown in
            let count = shown.planes.count
            guard shown.images.count == 2 * count, count > 3 else {
                return [.count(2 * count, "pictures and windows", shown.images.count)]
            }
            var (signed, gray) = ([Double](), [Double]())
            for index in 0..<count {
                let cells = try shown.picture(2 * index + 1, window.rows, window.columns)
                let warmth = cells.warmth.extent
                // What answers to change alone is about as often below zero as above it.
                let values = try shown.values(index)
                if (values.min() ?? 0) < 0, abs(values.mean) < 8 { signed.append(warmth) } else { gray.append(warmth) }
            }
            return [
                .atLeast(3, "signed pictures", Double(signed.count)), .atLeast(3, "grey pictures", Double(gray.count)),
                .atLeast(100, "levels between orange and blue in the signed ones", signed.min() ?? 0),
                .atMost(3, "levels of tint in the grey ones", gray.max() ?? 255),
            ]
        },
        Claim("edges/kernel-lab", "along each outline orange and blue run side by side") { shown in
            guard let last = shown.images.indices.last else { throw NothingToMeasure("there is no picture") }
            let answers = try shown.images.indices.map { try shown.picture($0, 160, 240) }
            return [
                .atLeast(40, "neighbours of orange and blue", Double(answers.map { pairs($0, by: 40) }.max() ?? 0)),
                .atLeast(1, "pictures before it", Double(last)),
                .atMost(12, "levels of tint in the grey picture", answers[0].warmth.extent),
            ]
        },
        Claim("gradients/sobel", "some edges light up in one map only, some in the other only, slanted ones in both") {
            shown in
            guard shown.images.count == 4 else { return [.count(4, "pictures", shown.images.count)] }
            let maps = try [0, 2].map { try shown.picture($0, 120, 180).warmth.map(abs) }
            let (across, down) = (maps[0], maps[1])
            return [
                .atLeast(60, "cells in the left map only", Double(zip(across, down).count { $0 > 80 && $1 < 15 })),
                .atLeast(60, "cells in the right map only", Double(zip(across, down).count { $0 < 15 && $1 > 80 })),
                .atLeast(40, "cells in both", Double(zip(across, down).count { $0 > 80 && $1 > 80 })),
            ]
        },
        Claim("gradients/straight", "the answers are the legs of a triangle, and only the slanted edge has both") {
            shown in
            let (x, y) = (try shown.numbers(1), try shown.numbers(2))
            let legs = (
                shown.strokes(shown.theme.kernel) { $0.width > 10 }.map(\.width),
                shown.strokes(shown.theme.input) { $0.height > 10 }.map(\.height)
            )
            let hypotenuses = shown.strokes(shown.theme.output)
            let slanted = x.indices.filter { x[$0] != 0 && y[$0] != 0 }
            guard slanted.count == 1, let hypotenuse = hypotenuses.first else {
                return [.count(1, "slanted edges", slanted.count), .count(1, "hypotenuses", hypotenuses.count)]
            }
            return [
                .count(1, "hypotenuses", hypotenuses.count),
                .count(x.count { $0 != 0 }, "legs across", legs.0.count),
                .count(y.count { $0 != 0 }, "legs down", legs.1.count),
                .atLeast(25, "points of the shortest leg", (legs.0 + legs.1).min() ?? 0),
                .about(
                    abs(x[slanted[0]] / y[slanted[0]]), within: 0.1, "how much wider than high the hypotenuse is",
                    hypotenuse.width / hypotenuse.height),
                shown.writes(["x = \(Int(x[slanted[0]]))", "y = \(Int(y[slanted[0]]))"]),
            ]
        },
        Claim(
            "gradients/magnitude",
            "bright along every outline, dark on even areas, up to the strongest that the caption names"
        ) { shown in
            let values = try shown.values(0)
            guard let plane = shown.planes.first, let said = try shown.captionNumbers(after: "up to").first else {
                throw NothingToMeasure("there is no map")
            }
            let (rows, columns) = (plane.height / 4, plane.width / 4)
            let cells = try shown.picture(0, rows, columns)
            let means = (0..<rows * columns).map { place in
                (0..<16).map { values[(place / columns * 4 + $0 / 4) * plane.width + place % columns * 4 + $0 % 4] }
                    .mean
            }
            let lit = zip(means, cells.lightness)
            return [
                .about(Double(said) ?? 0, within: 0.5, "the strongest value", values.max() ?? 0),
                .holds("the legend ends at it", shown.texts.map(\.plainNumber).contains(said)),
                .atLeast(
                    0.15, "lightness of outlines over even areas",
                    lit.filter { $0.0 > 150 }.map(\.1).mean - lit.filter { $0.0 < 5 }.map(\.1).mean),
                .atLeast(0.78, "agreement of lightness and value", Levels.correlation(means, cells.lightness)),
            ]
        },
        Claim("gradients/angle", "hue is the arrow's direction, as the wheel shows") { shown in
            guard shown.images.count == 2, let plane = shown.planes.first, plane.channels.count == 2 else {
                return [.count(2, "pictures", shown.images.count)]
            }
            let (picture, wheel) = (shown.images[0], shown.images[1])
            let (angles, strengths) = (plane.channels[0].values, plane.channels[1].values)
            let strong = { most in strengths.indices.filter { strengths[$0] > 0.97 * most } }(strengths.max() ?? 0)
            var (errors, sectors) = ([Double](), Set<Int>())
            for place in strong.prefix(20_000) where place % 7 == 0 {
                let (row, column) = (place / plane.width, place % plane.width)
                let color = try shown.color(
                    at: Point(
                        picture.x + (Double(column) + 0.5) / Double(plane.width) * picture.width,
                        picture.y + (Double(row) + 0.5) / Double(plane.height) * picture.height))
                let angle = Double(angles[place])
                let rim = wheel.center + Point(cos(angle), sin(angle)) * (wheel.width * 0.45)
                errors.append(color.difference(from: try shown.color(at: rim)))
                sectors.insert(Int((angle + .pi) / (2 * .pi) * 8) % 8)
            }
            errors.sort()
            return [
                .count(8, "directions of eight", sectors.count),
                .atLeast(
                    0.1, "colour from one side of the wheel to the other",
                    try shown.color(at: wheel.center + Point(wheel.width * 0.4, 0)).difference(
                        from: try shown.color(at: wheel.center - Point(wheel.width * 0.4, 0)))),
                .atMost(
                    0.1, "colour that most strong pixels are off the wheel's",
                    errors.isEmpty ? 1 : errors[errors.count * 8 / 10]),
            ]
        },
        Claim("gradients/arrows", "every arrow points to the lighter side") { shown in
            let color = shown.theme.kernel
            // Those that are no longer than their head have no shaft.
            let arrows = zip(shown.marks, shown.marks.dropFirst()).filter {
                $0.kind == .stroke && $0.color == color && $1.kind == .fill && $1.color == color
            }
            guard let picture = shown.images.first else { throw NothingToMeasure("there is no picture") }
            var (right, seen) = (0, 0)
            let (plane, values) = (shown.planes[0], try shown.values(0))
            // The pixels lie under the arrows, so their values are asked, two and a half to either side.
            func light(_ point: Point) -> Double? {
                let column = Int((point.x - picture.x) / picture.width * Double(plane.width))
                let row = Int((point.y - picture.y) / picture.height * Double(plane.height))
                guard (0..<plane.width).contains(column), (0..<plane.height).contains(row) else { return nil }
                return values[row * plane.width + column]
            }
            for (shaft, head) in arrows.map({ ($0.frame, $1.frame) }) {
                let way = head.center - shaft.center
                let length = hypot(way.x, way.y)
                guard length > 1 else { continue }
                let middle = shaft.union(head).center
                let reach = way * (2.5 * picture.width / Double(plane.width) / length)
                guard let tip = light(middle + reach), let tail = light(middle - reach) else { continue }
                seen += 1
                if tip > tail { right += 1 }
            }
            return [
                .atLeast(80, "arrows", Double(seen)),
                .atLeast(
                    0.85, "share of arrows whose head stands on the lighter side", Double(right) / Double(max(1, seen))),
            ]
        },
        Claim("gradients/orientations", "the area of a sector is the sum of magnitudes in its ten degrees") { shown in
            let sectors = shown.fills(where: { $0.width > 1 || $0.height > 1 })
            guard
                let weights = [2, 1, 0].lazy.compactMap({ try? shown.numbers($0) }).first(where: {
                    $0.count == 36 && $0.extent > 360
                }),
                let most = weights.max()
            else { throw NothingToMeasure("there are no 36 sums") }
            let center = shown.strokes(shown.theme.hairline).first?.center ?? .zero
            let reaches = sectors.map { sector in
                [sector.minX, sector.maxX].flatMap { x in [sector.minY, sector.maxY].map { Point(x, $0) } }
                    .map { $0.distance(to: center) }.max() ?? 0
            }
            // The corner of a slanted sector's frame lies outside of it by a share that its direction sets: compared are
            // sectors of one direction, a quarter turn apart.
            var errors: [Double] = []
            for sector in 0..<9 {
                let group = stride(from: sector, to: 36, by: 9).map { $0 }
                let unit = group.map { reaches[$0] / (weights[$0] / most).squareRoot() }
                errors.append((unit.max() ?? 9) / max(unit.min() ?? 1, 1e-9))
            }
            return [
                .count(36, "sectors", sectors.count), .atLeast(60, "points of the longest sector", reaches.max() ?? 0),
                .atMost(1.12, "times that one sector is too long beside another", errors.max() ?? 9),
            ]
        },
        Claim("gradients/canny", "from the smoothed picture to lines one pixel wide") { shown in
            guard shown.images.count == 10 else { return [.count(10, "pictures", shown.images.count)] }
            let last = try shown.picture(9, window.rows, window.columns).levels.map { $0 > 128 }
            let blocks = (0..<window.rows - 1).reduce(0) { count, row in
                count
                    + (0..<window.columns - 1).count { column in
                        let place = row * window.columns + column
                        return [0, 1, 20, 21].allSatisfy { last[place + $0] }
                    }
            }
            let bright = try [3, 5, 7].map {
                try shown.picture($0, window.rows, window.columns).lightness.count { $0 > 0.45 }
            }
            return [
                .atLeast(20, "pixels of lines", Double(last.count { $0 })),
                .atMost(2, "squares of four that belong to lines", Double(blocks)),
                .atLeast(3, "bright pixels of the gradient that were thinned", Double(bright[0] - bright[1])),
                .atLeast(8, "weak pixels that are gone at the end", Double(bright[2] - last.count { $0 })),
            ]
        },
        Claim("gradients/thresholds", "the higher the thresholds, the fewer lines") { shown in
            guard shown.images.count == 6 else { return [.count(6, "pictures", shown.images.count)] }
            let whites = try (0..<3).map { index in
                Double(try shown.values(index).count { $0 > 0 }) / 100
            }
            let drawn = try [0, 2, 4].map { try shown.picture($0, 160, 240).levels.mean }
            return [
                .atLeast(1, "levels by which the first drawing is lighter than the second", drawn[0] - drawn[1]),
                .atLeast(1, "levels by which the second is lighter than the third", drawn[1] - drawn[2]),
                .atLeast(0.95, "agreement of lightness and count of pixels", Levels.correlation(drawn, whites)),
                .count(3, "captions of two thresholds", shown.texts.count { $0.contains(" / ") }),
            ]
        },
        Claim("gradients/kernel-lab", "the grey picture beside its edges, white lines on black") { shown in
            guard shown.images.count == 2 else { return [.count(2, "pictures", shown.images.count)] }
            let (gray, lines) = (try shown.picture(0, 160, 240), try shown.picture(1, 160, 240))
            let black = lines.levels.count { $0 < 20 }
            return [
                .atLeast(25_000, "cells that are black", Double(black)),
                .atLeast(300, "cells with a line", Double(lines.levels.count { $0 > 100 })),
                .atLeast(60, "levels by which the picture is lighter", gray.levels.mean - lines.levels.mean),
            ]
        },
    ]
}
