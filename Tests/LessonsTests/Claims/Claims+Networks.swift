import Drawing
import Figures
import Foundation

extension Claims {
    /// The circles of a network, in the order in which they were drawn.
    private static func circles(_ shown: Shown) -> [Rectangle] {
        shown.strokes { abs($0.width - $0.height) < 0.2 && $0.width > 12 }
    }

    static let networks: [Claim] = [
        Claim(
            "networks/neuron",
            "three inputs, their weights in orange, the sum and what ReLU makes of it, from left to right"
        ) { shown in
            let circles = Claims.circles(shown)
            guard circles.count == 5 else { return [.count(5, "circles", circles.count)] }
            let numbers = circles.map { circle in
                shown.labels.first { circle.encloses($0.frame) }.flatMap { Double($0.text.plainNumber) } ?? .nan
            }
            let weights = try shown.numbers(3)
            let bias = shown.texts.first { $0.hasPrefix("b = ") }.flatMap {
                Double($0.dropFirst(4).description.plainNumber)
            }
            let sum = zip(numbers, weights).reduce(0) { $0 + $1.0 * $1.1 } + (bias ?? .nan)
            return [
                .about(sum, within: 0.06, "the number in the circle of the sum", numbers[3]),
                .about(max(0, numbers[3]), "the number behind ReLU", numbers[4]),
                .count(3, "inputs in blue", shown.strokes(shown.theme.input).count),
                .count(3, "lines with weights in orange", shown.strokes(shown.theme.tint(.kernel, 0.8)).count),
                .atLeast(
                    30, "points from column to column",
                    min(circles[3].minX - circles[2].maxX, circles[4].minX - circles[3].maxX)),
            ]
        },
        Claim(
            "networks/layers", "each orange line is a weight: between two columns as many as the product of their units"
        ) {
            shown in
            let columns = Dictionary(grouping: circles(shown), by: { ($0.midX / 4).rounded() })
            let counts = columns.sorted { $0.key < $1.key }.map(\.value.count)
            let lines = shown.strokes(shown.theme.tint(.kernel, 0.55))
            let between = zip(counts, counts.dropFirst()).map { $0 * $1 }
            let middles = columns.keys.sorted().map { $0 * 4 }
            let drawn = zip(middles, middles.dropFirst()).map { left, right in
                lines.count { $0.minX > left - 8 && $0.maxX < right + 8 }
            }
            return [
                .holds("four, six, five and three units", counts == [4, 6, 5, 3]),
                .holds("lines between two columns", drawn == between && !drawn.isEmpty),
                .about(
                    shown.title(numberAt: 0), within: 0.1, "weights and a bias for each circle but the inputs",
                    Double(lines.count + counts.dropFirst().reduce(0, +))),
            ]
        },
        Claim("networks/activations", "ReLU's slope is a step to 1; sigmoid and tanh grow flat towards both ends") {
            shown in
            // Solid the function, dotted the slope; a panel each.
            let functions = shown.strokes(shown.theme.output)
            let slopes = shown.strokes(shown.theme.quiet) { $0.width > 60 && $0.height > 8 }
            guard functions.count == 3, slopes.count == 3 else {
                return [.count(3, "functions", functions.count), .count(3, "slopes", slopes.count)]
            }
            var measures: [Measure] = []
            for panel in 0..<3 {
                let rows = shown.tables[panel].rows.count / 2
                let values = try shown.numbers(2, ofTable: panel)
                let (function, slope) = (Array(values.prefix(rows)), Array(values.suffix(rows)))
                measures += Plots.places(
                    [functions[panel].minY, functions[panel].maxY, slopes[panel].minY, slopes[panel].maxY],
                    follow: [function.max() ?? 0, function.min() ?? 0, slope.max() ?? 0, slope.min() ?? 0], atLeast: 60,
                    within: 1.3)
                let unit = functions[panel].height / function.extent
                measures.append(
                    .atLeast(4, "points from the flattest to the steepest slope", slope.extent * unit))
            }
            return measures
        },
        Claim("networks/softmax", "a small lead becomes a large one: the order is the same, the distances are not") {
            shown in
            let scores = shown.bars(shown.theme.input)
            let shares = shown.bars(shown.theme.output)
            guard scores.count == 10, shares.count == 10 else {
                return [.count(10, "scores", scores.count), .count(10, "probabilities", shares.count)]
            }
            func lead(_ bars: [Rectangle]) -> Double {
                let heights = bars.map { -$0.minY }.sorted()
                let foot = -(bars.map(\.maxY).max() ?? 0)
                return (heights[9] - heights[8]) / (heights[9] - foot)
            }
            // Bars below zero hang; their order is that of their ends.
            let order = { (bars: [Rectangle]) in bars.indices.max { bars[$0].height < bars[$1].height } }
            return try shown.barsFollow(shown.theme.output, column: 1, ofTable: 1, atLeast: 60)
                + [
                    .holds("the same digit leads", order(scores) == order(shares)),
                    .atLeast(1.5, "times that the lead is larger at the right", lead(shares) / lead(scores)),
                ]
        },
    ]

    static let learning: [Claim] = [
        Claim(
            "learning/crossentropy",
            "no loss at probability 1, ever steeper towards 0; the marks stand at the example's"
        ) {
            shown in
            let curve = shown.strokes(shown.theme.error)
            let marks = shown.strokes(shown.theme.input) { $0.width < 2 && $0.height > 20 }
            guard curve.count == 1, marks.count == 2 else {
                return [.count(1, "curves", curve.count), .count(2, "marks", marks.count)]
            }
            let (x, y) = (try shown.numbers(1), try shown.numbers(2))
            let losses = marks.map { mark in
                let share = (mark.midX - curve[0].minX) / curve[0].width
                return y[min(y.count - 1, max(0, Int((share * Double(y.count - 1)).rounded())))]
            }
            let half = y[y.count / 2]
            return [
                .about(0, within: 0.02, "the loss at probability 1", y.last ?? 9),
                .atLeast(1, "the last probability", x.last ?? 0),
                .atLeast(80, "points that the curve is high", curve[0].height),
                .atLeast(
                    3, "times that the left half falls deeper than the right", (y[0] - half) / (half - (y.last ?? 0))),
                .atLeast(1, "by which the loss differs between the marks", abs(losses[0] - losses[1])),
                .atLeast(25, "points between the marks", abs(marks[0].midX - marks[1].midX)),
            ]
        },
        Claim(
            "learning/backpropagation",
            "gradients stand at the places of the values; what ReLU cut off hands on nothing"
        ) {
            shown in
            let circles = Claims.circles(shown)
            guard circles.count == 14 else { return [.count(14, "circles", circles.count)] }
            let numbers = circles.map { circle in
                shown.labels.first { circle.encloses($0.frame) }.flatMap { Double($0.text.plainNumber) } ?? .nan
            }
            let across = zip(circles.prefix(7), circles.suffix(7)).map { abs($0.midX - $1.midX) }
            // Two inputs, two sums, two after ReLU, the answer; the second unit is the lower one.
            let weights = try shown.numbers(3, ofTable: 2)
            return [
                .atMost(1, "points from a value to its gradient's column", across.max() ?? 9),
                .atMost(-0.5, "the sum of the lower unit", numbers[3]),
                .about(0, "what ReLU leaves of it", numbers[5]),
                .about(0, "the gradient of its sum", numbers[10]),
                .atLeast(0.5, "the gradient behind its ReLU", abs(numbers[12])),
                .count(2, "weights into it that learn nothing", weights.prefix(4).suffix(2).count { $0 == 0 }),
                .about(
                    Double(try shown.captionNumbers(after: "The error", before: "reaches").first ?? "") ?? .nan,
                    "the error, from which the way back begins", numbers[13]),
            ]
        },
        Claim("learning/convolution", "below each array stands its gradient, as the caption counts it") { shown in
            let cells = Claims.cells(shown)
            let numbers = cells.map { cell in
                shown.labels.first { cell.frame.encloses($0.frame) }.flatMap { Double($0.text.plainNumber) } ?? .nan
            }
            guard cells.count == 34 else { return [.count(34, "cells", cells.count)] }
            let first = try shown.captionNumbers(after: "so its gradient is", before: ": the picture").last
            let centre = try shown.captionNumbers(after: "all four weights and gets", before: "The bias").first
            let bias = try shown.captionNumbers(after: "the sum of the map's,").first
            return [
                .about(first.flatMap(Double.init) ?? .nan, "the gradient of the first weight", numbers[26]),
                .about(centre.flatMap(Double.init) ?? .nan, "the gradient of the pixel in the middle", numbers[21]),
                .about(
                    bias.flatMap(Double.init) ?? .nan, "the sum of the map's gradient", numbers.suffix(4).reduce(0, +)),
                .about(
                    zip(numbers.suffix(4), [0, 1, 3, 4]).reduce(0) { $0 + $1.0 * numbers[$1.1] },
                    "the picture, correlated with the gradient of the map", numbers[26]),
                .atMost(3, "points from an array to its gradient", abs(cells[0].frame.minX - cells[17].frame.minX)),
            ]
        },
        Claim("learning/maxpool", "only winners learn: the gradient is zero outside of the frames") { shown in
            let cells = Claims.cells(shown)
            let numbers = cells.map { cell in
                shown.labels.first { cell.frame.encloses($0.frame) }.flatMap { Double($0.text.plainNumber) } ?? .nan
            }
            guard cells.count == 40 else { return [.count(40, "cells", cells.count)] }
            let frames = shown.strokes(shown.theme.output) { $0.width > 12 }
            let framed = cells.suffix(16).map { cell in frames.contains { $0.distance(to: cell.frame) < 2 } }
            let gradient = Array(numbers.suffix(16))
            let still = try shown.captionNumbers(after: "", before: "of the").first.flatMap(Double.init)
            return [
                .count(8, "frames", frames.count),
                .holds("what is framed learns, and nothing else", zip(framed, gradient).allSatisfy { $0 == ($1 != 0) }),
                .about(still ?? .nan, "values that learn nothing", Double(gradient.count { $0 == 0 })),
                .atLeast(
                    0.05, "colour of what learns over what does not",
                    zip(cells.suffix(16), gradient).filter { $0.1 != 0 }.map {
                        $0.0.color.difference(from: shown.theme.paper)
                    }.min() ?? 0),
            ]
        },
        Claim(
            "learning/descent",
            "three walks from the same place at the left, each with its own marks, end where the text says"
        ) {
            shown in
            let walks = shown.theme.classes.map { color in shown.strokes(color) { $0.width > 40 } }.filter {
                !$0.isEmpty
            }
            let starts = walks.compactMap { $0.map(\.minX).min() }
            return [
                .count(3, "walks", walks.count),
                .atLeast(
                    60, "points that the shortest walk covers", walks.map { $0.map(\.width).max() ?? 0 }.min() ?? 0),
                .atMost(12, "points between the leftmost places of the walks", starts.extent),
                .atLeast(
                    15, "points by which one swings wider than another",
                    walks.compactMap { $0.map(\.height).max() }.extent),
            ]
        },
        Claim("learning/sobel", "from nine zeros towards Sobel, and the error falls") { shown in
            let cells = Claims.cells(shown)
            let curve = shown.strokes(shown.theme.error)
            guard cells.count == 36, curve.count == 1 else {
                return [.count(36, "weights", cells.count), .count(1, "curves", curve.count)]
            }
            let kernels = (0..<4).map { cells[(9 * $0)..<(9 * $0 + 9)].map(\.color) }
            let numbers = cells.suffix(9).map { cell in
                shown.labels.first { cell.frame.encloses($0.frame) }.flatMap { Double($0.text.plainNumber) } ?? .nan
            }
            return [
                .atMost(
                    0.01, "colour in the first kernel",
                    kernels[0].map { $0.difference(from: shown.signed(0.5)) }.max() ?? 1),
                .atLeast(
                    0.2, "colour from the left to the right of the last", kernels[3][3].difference(from: kernels[3][5])),
                .atMost(
                    0.15, "from the last kernel to Sobel's, at most",
                    zip(numbers, [-1, 0, 1, -2, 0, 2, -1, 0, 1]).map { abs($0 - $1) }.max() ?? 9),
                .atLeast(60, "points that the error falls", curve[0].height),
            ]
        },
        Claim("learning/dropout", "crossed-out units differ from step to step, and nothing leads to or from them") {
            shown in
            let crosses = shown.strokes(shown.theme.quiet) { abs($0.width - $0.height) < 0.3 && $0.width > 3 }
            let units = try shown.numbers(4, ofTable: 0)
            let others = try shown.numbers(4, ofTable: 1)
            let off = (units.count { $0 == 0 }, others.count { $0 == 0 })
            let middle = shown.size.width / 2
            // A dashed circle and two lines for each.
            let lines = shown.strokes { $0.width > 25 && $0.height < 120 }
            let dots = circles(shown)
            let gone = zip(units, others).count { $0 != $1 }
            return [
                .count(3 * off.0, "strokes of crossed-out units at the left", crosses.count { $0.midX < middle }),
                .count(3 * off.1, "strokes of crossed-out units at the right", crosses.count { $0.midX > middle }),
                .atLeast(1, "units that are off in one step and on in the other", Double(gone)),
                .atLeast(8, "lines between units that are on", Double(lines.count)),
                .count(units.count + others.count, "circles", dots.count),
            ]
        },
    ]
}

extension Rectangle {
    /// How far the edges of another rectangle are off at most.
    func distance(to other: Rectangle) -> Double {
        [minX - other.minX, maxX - other.maxX, minY - other.minY, maxY - other.maxY].map(abs).max() ?? 0
    }
}
