import Drawing
import Figures
import Foundation

extension Claims {
    static let digits: [Claim] = [
        Claim("mnist/first9", "nine images in their order, and under each the label that says which digit was meant") {
            shown in
            try shown.allAreAsLight() + [
                .count(9, "pictures", shown.images.count), shown.names(shown.planeNames, areUnder: shown.images),
                .atLeast(
                    15, "pixels that differ by 60 levels between the two most alike", try shown.leastDifference(by: 60)),
            ]
        },
        Claim("mnist/digits", "one of each class, ten classes from 0 to 9") { shown in
            [
                .holds("0 to 9 are written in order", shown.texts == (0..<10).map(String.init)),
                .count(10, "pictures", shown.images.count), shown.names(shown.planeNames, areUnder: shown.images),
                .atLeast(
                    25, "pixels that differ by 60 levels between the two most alike", try shown.leastDifference(by: 60)),
            ]
        },
        Claim("mnist/variety", "the same digit as often as the caption says, each drawn in another way") { shown in
            let count = try shown.captionNumbers(after: "The same digit", before: "times").first.flatMap(Double.init)
            return [
                .about(count ?? .nan, "pictures", Double(shown.images.count)),
                .atLeast(
                    10, "pixels that differ by 60 levels between the two most alike", try shown.leastDifference(by: 60)),
            ]
        },
        Claim("mnist/classes", "what share each digit is of both parts, around a dashed line of equal shares") {
            shown in
            let lines = shown.strokes(shown.theme.quiet) { $0.width > 150 && $0.height < 2 }
            let values = try shown.numbers(2)
            let dots = shown.fills(shown.theme.ink) { $0.width < 7 && $0.width > 2.4 }.dropFirst().map(\.midY)
            guard let low = values.prefix(10).indices.min(by: { values[$0] < values[$1] }),
                let high = values.prefix(10).indices.max(by: { values[$0] < values[$1] }), dots.count == 10,
                values[low] < values[high]
            else { return try shown.dotsFollow(disks: shown.theme.ink, rings: shown.theme.output, atLeast: 25) }
            let place = dots[low] + (10 - values[low]) / (values[high] - values[low]) * (dots[high] - dots[low])
            return try shown.dotsFollow(disks: shown.theme.ink, rings: shown.theme.output, atLeast: 25) + [
                .atMost(
                    1.2, "points from the line to a share of ten per cent",
                    lines.map { abs($0.midY - place) }.min() ?? 9)
            ]
        },
        Claim("mnist/means", "the mean of each class, blurred: greys where single digits are ink or paper") { shown in
            let greys = try shown.images.indices.map { index in
                Double(try shown.picture(index, ofPlane: index).levels.count { $0 > 40 && $0 < 200 })
            }
            return try shown.allAreAsLight() + [
                .count(10, "pictures", shown.images.count),
                .atLeast(60, "grey pixels in the sharpest", greys.min() ?? 0),
                .atLeast(
                    25, "pixels that differ by 40 levels between the two most alike", try shown.leastDifference(by: 40)),
            ]
        },
        Claim(
            "mnist/intensities", "one towering bar at zero on a plain axis; the logarithmic one shows what is between"
        ) {
            shown in
            let bars = shown.bars(shown.theme.input)
            let middle = shown.size.width / 2
            let (plain, logarithmic) = (bars.filter { $0.midX < middle }, bars.filter { $0.midX > middle })
            func shown50(_ bars: [Rectangle]) -> Double {
                let heights = bars.dropFirst().map(\.height).sorted()
                return (heights.isEmpty ? 0 : heights[heights.count / 2]) / (bars.first?.height ?? 1)
            }
            return try shown.histogram(0, bars: plain, isLogarithmic: false, atLeast: 80)
                + (try shown.histogram(1, bars: logarithmic, isLogarithmic: true, atLeast: 15)) + [
                    .atMost(0.1, "height of a usual bar beside the towering one, plain", shown50(plain)),
                    .atLeast(0.25, "height of a usual bar beside the towering one, logarithmic", shown50(logarithmic)),
                ]
        },
        Claim("mnist/onehot", "each row has its single one in the column of its class") { shown in
            let cells = Claims.cells(shown)
            guard cells.count == 90, let table = shown.tables.first else { return [.count(90, "cells", cells.count)] }
            let ones = (0..<90).filter { cells[$0].color.difference(from: shown.theme.paper) > 0.2 }
            let expected = try (0..<9).map { row in
                try (0..<10).first { try shown.numbers($0 + 1)[row] == 1 }.map { row * 10 + $0 }
            }
            return [
                .count(9, "rows", table.rows.count), .holds("ones in the columns of their labels", ones == expected),
                .holds(
                    "a one is written there, and zeros elsewhere",
                    (0..<90).allSatisfy { place in
                        shown.labels.first { cells[place].frame.encloses($0.frame) }?.text
                            == (ones.contains(place) ? "1" : "0")
                    }),
            ]
        },
        Claim("sources/memory", "three bars as high as the memory that is said and that is taken") { shown in
            try shown.barsFollow(shown.theme.input, column: 1, atLeast: 60) + [
                shown.writes(
                    try shown.numbers(1).map { value in
                        let rounded = (value * 10).rounded() / 10
                        return "\(rounded)"
                    })
            ]
        },
    ]
}
