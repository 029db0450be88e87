import Drawing
import Figures
import Foundation

extension Claims {
    /// Loss at the left and accuracy at the right, of what was learned from and of what was held back. A test's run has one
    /// epoch, so each of the four is a mark: a disk of ink for training, a ring for validation.
    private static func epochs(_ shown: Shown, panels: Int) throws -> [Measure] {
        guard shown.axes.count == panels else { return [.count(panels, "axes", shown.axes.count)] }
        func isMark(_ frame: Rectangle) -> Bool {
            abs(frame.width - frame.height) < 0.2 && frame.width > 2.4 && frame.width < 6
        }
        let disks = shown.fills(shown.theme.ink, where: isMark)
        let rings = shown.strokes(shown.theme.validation, where: isMark)
        guard disks.count == panels, rings.count == panels else {
            return [.count(panels, "disks", disks.count), .count(panels, "rings", rings.count)]
        }
        return try (0..<panels).flatMap { panel in
            try shown.axis(panel).reads(
                try shown.numbers(2, ofTable: panel), at: [disks[panel].midY, rings[panel].midY])
        } + [
            .atLeast(
                0.2, "colour by which rings and disks differ", shown.theme.ink.difference(from: shown.theme.validation))
        ]
    }

    /// A confusion matrix: counts are written, the diagonal has a colour of its own, and the more mistakes, the deeper theirs.
    private static func confusion(_ shown: Shown) throws -> [Measure] {
        let cells = Claims.cells(shown)
        let side = Int(Double(cells.count).squareRoot())
        let counts = try shown.numbers(2)
        guard cells.count == counts.count, side * side == cells.count, side > 1 else {
            return [.count(counts.count, "cells", cells.count)]
        }
        let totals = (0..<side).map { row in max(1, counts[row * side..<row * side + side].reduce(0, +)) }
        let mistakes = cells.indices.filter { $0 / side != $0 % side }.map { place in
            (share: counts[place] / totals[place / side], depth: cells[place].color.difference(from: shown.theme.paper))
        }.sorted { $0.share < $1.share }
        let falls = zip(mistakes, mistakes.dropFirst()).count { $1.share > $0.share && $1.depth <= $0.depth }
        let right = cells.indices.filter { $0 / side == $0 % side && counts[$0] > 0 }.map { cells[$0].color }
        let most = mistakes.last
        let wrong = cells[
            cells.indices.filter { $0 / side != $0 % side }.max {
                counts[$0] / totals[$0 / side] < counts[$1] / totals[$1 / side]
            } ?? 1
        ].color
        return [
            shown.writes(counts.filter { $0 > 0 }.map { "\(Int($0))" }),
            .count(0, "more frequent mistakes that are drawn no deeper", falls),
            .atLeast(
                (most?.share ?? 0) > 0 ? 0.08 : 0, "colour of the most frequent mistake over no mistake",
                (most?.depth ?? 0) - (mistakes.first?.depth ?? 0)),
            .atLeast(
                (most?.share ?? 0) > 0 ? 0.05 : 0, "colour by which right and wrong differ",
                right.map { $0.difference(from: wrong) }.min() ?? 0),
            .holds(
                "rows lie under each other", (1..<side).allSatisfy { cells[$0 * side].frame.minY > cells[0].frame.minY }
            ),
        ]
    }

    /// Digits with what they are taken for.
    private static func answers(_ shown: Shown) throws -> [Measure] {
        let colored = shown.marks.filter { mark in
            guard case .text(let text) = mark.kind else { return false }
            return Int(text) != nil && (mark.color == shown.theme.output || mark.color == shown.theme.error)
        }
        return [
            .count(max(1, shown.images.count), "answers in teal or crimson", colored.count),
            .atLeast(
                0.15, "colour by which right and wrong differ", shown.theme.output.difference(from: shown.theme.error)),
            shown.names(shown.planeNames, areUnder: shown.images),
            .atLeast(
                20, "pixels that differ by 60 levels between the two most alike", try shown.leastDifference(by: 60)),
        ]
    }

    static let results: [Claim] = [
        Claim("baseline/curves", "loss and accuracy of training and validation, each as high as it is") {
            try epochs($0, panels: 2)
        },
        Claim("cnn/curves", "loss and accuracy of training and validation, each as high as it is") {
            try epochs($0, panels: 2)
        },
        Claim("dropout/curves", "loss and accuracy of training and validation, each as high as it is") {
            try epochs($0, panels: 2)
        },
        Claim("compact/curves", "loss and accuracy of training and validation, each as high as it is") {
            try epochs($0, panels: 2)
        },
        Claim("denoising/curves", "the loss of training and of validation, each as high as it is") {
            try epochs($0, panels: 1)
        },
        Claim("dropout/overfitting", "the loss of both twins stands on one scale") { shown in
            let axes = shown.axes
            guard axes.count == 2 else { return [.count(2, "axes", axes.count)] }
            return try epochs(shown, panels: 2) + [
                .holds("the same numbers at both axes", axes[0].ticks.map(\.value) == axes[1].ticks.map(\.value)),
                .atMost(
                    0.5, "points by which they differ in height",
                    zip(axes[0].ticks, axes[1].ticks).map { abs($0.y - $1.y) }.max() ?? 9),
            ]
        },
        Claim("cnn/confusion", "rows are true, columns predicted, and the more mistakes, the deeper the colour") {
            try confusion($0)
        },
        Claim("dropout/confusion", "rows are true, columns predicted, and the more mistakes, the deeper the colour") {
            try confusion($0)
        },
        Claim("compact/confusion", "rows are true, columns predicted, and the more mistakes, the deeper the colour") {
            try confusion($0)
        },
        Claim("cnn/digit5", "the row of the 5 without its diagonal: every bar is a mistake") { shown in
            try shown.barsFollow(shown.theme.error, column: 1, atLeast: 50) + [
                .holds(
                    "all digits but the 5 under the bars",
                    shown.rowOfNames == [0, 1, 2, 3, 4, 6, 7, 8, 9].map { "\($0)" })
            ]
        },
        Claim(
            "cnn/perclass",
            "precision and recall of each digit, disks and rings with whiskers as long as their intervals"
        ) {
            shown in
            try shown.dotsFollow(disks: shown.theme.input, rings: shown.theme.output, atLeast: 25)
                + (try shown.whiskersFollow([shown.theme.input, shown.theme.output]))
        },
        Claim("cnn/kernels", "each column is one kernel on a scale of its own, the same in all rows") {
            shown in
            let planes = shown.planes
            let rows = planes.count / 16
            guard planes.count == 16 * rows, rows > 1, shown.images.count == planes.count else {
                return [.count(planes.count, "kernels", shown.images.count)]
            }
            var measures: [Measure] = []
            for column in 0..<16 {
                let places = (0..<rows).map { $0 * 16 + column }
                let limit = try places.flatMap { try shown.values($0).map(abs) }.max()
                for place in places { measures += try shown.isAsWarm(place, asPlane: place, limit: limit).prefix(1) }
                measures.append(
                    .atMost(1, "points by which a column is crooked", places.map { shown.images[$0].midX }.extent))
            }
            return measures
        },
        Claim("cnn/mistakes", "beneath each image the true digit, then the answer") { shown in
            try shown.allAreAsLight() + [
                shown.names(shown.planeNames, areUnder: shown.images),
                .holds(
                    "each has an arrow from truth to answer",
                    !shown.planeNames.isEmpty && shown.planeNames.allSatisfy { $0.contains(" → ") }),
            ]
        },
        Claim("cnn/digit-lab", "beneath each test digit the answer, teal where it is right, crimson where it is wrong")
        {
            try answers($0)
        },
        Claim("inside/digit-lab", "beneath each image its answer, teal where it is right, crimson where it is wrong") {
            try answers($0)
        },
        Claim("baseline/weights", "the incoming weights of the hidden units on one scale, blue and orange") { shown in
            let limit = shown.writtenNumbers.max()
            return [
                .count(shown.planes.count, "maps", shown.images.count),
                .atLeast(0.001, "the end of the legend", limit ?? 0),
            ]
                + (try shown.images.indices.flatMap {
                    Array(try shown.isAsWarm($0, asPlane: $0, limit: limit).prefix(1))
                })
        },
        Claim(
            "baseline/shuffled",
            "left, pictures and the same with their pixels moved; right, wrong answers with whiskers"
        ) {
            shown in
            let pairs = shown.planes.count / 2
            guard pairs > 0, shown.images.count == 2 * pairs else {
                return [.count(shown.planes.count, "pictures", shown.images.count)]
            }
            let cells = try shown.images.indices.map { try shown.picture($0, ofPlane: $0) }
            let moved = (0..<pairs).map { Levels.differing(cells[2 * $0], cells[2 * $0 + 1], by: 60) }
            let same = (0..<pairs).map { abs(cells[2 * $0].levels.mean - cells[2 * $0 + 1].levels.mean) }
            // Of each kind the first is the sign in the key.
            let dots = [shown.theme.input, shown.theme.quiet].flatMap { color in
                shown.fills(color) { abs($0.width - $0.height) < 0.2 && $0.width > 2.4 && $0.width < 7 }.dropFirst()
                    .map(\.midY)
            }
            return try shown.axis(0).reads(try shown.numbers(2), at: dots) + [
                .atLeast(0.2, "colour by which dots differ", shown.theme.input.difference(from: shown.theme.quiet) * 2),
                .atLeast(60, "pixels that differ by 60 levels", Double(moved.min() ?? 0)),
                .atMost(2, "levels by which the ink differs", same.max() ?? 9),
            ]
        },
        Claim("compact/parameters", "test accuracy against parameters, with whiskers of the uncertainty") { shown in
            let dots = shown.fills { abs($0.width - 6) < 0.2 && abs($0.height - 6) < 0.2 }
            let (x, y, margins) = (try shown.numbers(1), try shown.numbers(2), try shown.numbers(3))
            let whiskers = shown.strokes { $0.width < 1.5 && $0.height > 8 }
            return Plots.places(dots.map(\.midX), follow: x, atLeast: 150)
                + (try shown.axis(0).reads(y, at: dots.map(\.midY)))
                + Plots.lengths(whiskers.map(\.height), follow: margins, atLeast: 12)
        },
        Claim(
            "dropout/predictions",
            "a bar for each class: full for the true one, hatched for a wrong answer, thin for the rest"
        ) {
            shown in
            let theme = shown.theme
            let shares = try shown.numbers(2)
            let truths = try shown.numbers(3)
            let full = shown.fills(theme.output) { $0.height > 3 && $0.height < 12 }
            let thin = shown.fills(theme.quiet) { $0.height < 4 }
            let thick = full.map(\.height).max() ?? 0
            let expected = zip(shares, truths).filter { $0.1 == 1 }.map { max(0.0001, $0.0) }
            return [
                .count(truths.count { $0 == 1 }, "full bars", full.count),
                .atMost(
                    1, "points that a full bar is off its probability",
                    zip(full, expected).map { bar, share in
                        abs(bar.width - max(0.4, share * (full.map(\.width).max() ?? 0) / (expected.max() ?? 1)))
                    }.max() ?? 9),
                .atMost(0.5, "height of a thin bar beside a full one", (thin.map(\.height).max() ?? 9) / thick),
                .atLeast(8, "points of the longest bar", full.map(\.width).max() ?? 0),
                .count(shown.planes.count, "pictures", shown.images.count),
            ]
        },
    ]
}

extension Shown {
    /// The names under the bars: what is written level with the lowest 9, from left to right.
    var rowOfNames: [String] {
        let foot = labels.filter { $0.text == "9" }.map(\.frame.midY).max() ?? 0
        return labels.filter { abs($0.frame.midY - foot) < 2 }.sorted { $0.frame.midX < $1.frame.midX }.map(\.text)
    }
}
