import Drawing
import Figures
import Foundation

/// What the figures of the course claim, lesson by lesson.
enum Claims {
    static let pictures: [Claim] = [
        Claim("pixels/scene", "the picture holds edges in every direction, sharp ones and soft ones") { shown in
            let cells = try shown.picture(0, 120, 180)
            let levels = cells.levels
            var strong = [Int](repeating: 0, count: 4)
            var soft = 0
            for row in 1..<119 {
                for column in 1..<179 {
                    let place = row * 180 + column
                    let (x, y) = (levels[place + 1] - levels[place - 1], levels[place + 180] - levels[place - 180])
                    let length = (x * x + y * y).squareRoot()
                    if length > 8, length < 25 { soft += 1 }
                    guard length > 50 else { continue }
                    let turn = (atan2(y, x) + 2 * .pi).truncatingRemainder(dividingBy: .pi) / .pi
                    strong[Int((turn * 4).rounded()) % 4] += 1
                }
            }
            return [
                .atLeast(40, "cells on strong edges of the rarest direction", Double(strong.min() ?? 0)),
                .atLeast(200, "cells on soft edges", Double(soft)),
            ]
        },
        Claim("pixels/channels", "the sky is bright in blue, dim in red, and the grey lies between them") { shown in
            let sky = try (0..<4).map { index in
                guard shown.images.count == 4 else { throw NothingToMeasure("four pictures") }
                let frame = shown.images[index]
                let top = Rectangle(x: frame.x, y: frame.y + 1, width: frame.width, height: frame.height * 0.06)
                return try shown.cells(3, 40, in: top)
            }
            let red = sky[0].colors.map { $0.red * 255 }.mean
            let blue = sky[2].colors.map { $0.blue * 255 }.mean
            let gray = sky[3].levels.mean
            return [
                .atLeast(40, "levels by which the sky is brighter in blue than in red", blue - red),
                .atLeast(8, "levels from red up to the grey", gray - red),
                .atLeast(8, "levels from the grey up to blue", blue - gray),
            ]
        },
        Claim("pixels/channels", "each plane has its own tint, and only the grey has none") { shown in
            let tints = try (0..<4).map { index -> [Double] in
                let cells = try shown.picture(index, 20, 30)
                return [cells.colors.map(\.red).mean, cells.colors.map(\.green).mean, cells.colors.map(\.blue).mean]
                    .map { $0 * 255 }
            }
            return (0..<3).map { plane in
                let others = (0..<3).filter { $0 != plane }.map { tints[plane][$0] }.max() ?? 0
                return .atLeast(40, "levels of plane \(plane)'s own tint over the others", tints[plane][plane] - others)
            } + [.atMost(1, "levels of tint in the grey", tints[3].extent)]
        },
        Claim("pixels/zoom", "the framed region on the left is the grid on the right, a cell for each pixel") { shown in
            let frames = shown.strokes(shown.theme.kernel) { $0.width > 2 }
            let grid = shown.fillColors { $0.width > 8 && $0.height > 8 }.map { $0.red * 255 }
            guard let frame = frames.first, grid.count == 120 else {
                return [.count(1, "frames", frames.count), .count(120, "cells", grid.count)]
            }
            let inside = try shown.values(inside: frame, line: 1.75, of: 0, plane: 0)
            return [
                .count(12, "columns in the frame", inside.columns), .count(10, "rows in the frame", inside.rows),
                .atLeast(0.99, "agreement of cells and framed pixels", Levels.correlation(inside.values, grid)),
                .atMost(
                    2, "levels that a cell is off its pixel",
                    zip(grid, try shown.values(1)).map { abs($0 - $1) }.max() ?? 9),
                shown.writes(try shown.wholeNumbers(1)),
            ]
        },
        Claim("pixels/window", "the pixel and its eight neighbours are framed, and the light area ends in the frame") {
            shown in
            let (around, inner) = (shown.strokes(shown.theme.kernel), shown.strokes(shown.theme.input))
            let cells = shown.fills { $0.width > 10 && $0.height > 10 }
            let colors = shown.fillColors { $0.width > 10 && $0.height > 10 }
            guard let outer = around.first, let middle = inner.first, let cell = cells.first else {
                throw NothingToMeasure("there are no frames")
            }
            let framed = zip(cells, colors).filter { outer.encloses($0.0) }
            let left = framed.filter { $0.0.midX < middle.minX }.map { $0.1.red * 255 }.mean
            let right = framed.filter { $0.0.midX > middle.maxX }.map { $0.1.red * 255 }.mean
            return [
                .count(9, "cells in the frame", framed.count),
                .atMost(1, "points between the middles of both frames", outer.center.distance(to: middle.center)),
                .about(3, within: 0.1, "cells that the frame is wide", outer.width / cell.width),
                .about(1, within: 0.1, "cells that the pixel's frame is wide", middle.width / cell.width),
                .atLeast(30, "levels by which the left side of the frame is lighter", left - right),
                shown.writes(try shown.wholeNumbers(0)),
            ]
        },
        Claim("pixels/profile", "the mark stands at the largest jump, between the columns that the caption names") {
            shown in
            let columns = try shown.captionNumbers(after: "between columns")
            let rows = shown.tables.first?.rows.count ?? 0
            let intensities = try shown.numbers(2)
            let marks = shown.strokes(shown.theme.kernel) { $0.width < 2 && $0.height > 20 }
            let curves = shown.strokes(shown.theme.input)
            guard let mark = marks.first, let curve = curves.first, columns.count == 2, let left = Double(columns[0])
            else { throw NothingToMeasure("there is no mark") }
            let place = curve.minX + (left + 0.5) / Double(rows - 1) * curve.width
            let unit = curve.height / intensities.extent
            let jump = abs(intensities[Int(left) + 1] - intensities[Int(left)])
            return [
                .atMost(0.6, "points from the mark to the jump", abs(mark.midX - place)),
                .atLeast(30, "points that the jump is high", jump * unit),
                .about(
                    Double(try shown.captionNumbers(after: "largest jump:", before: "levels")[0]) ?? 0, within: 0.6,
                    "levels of the jump that the caption names", jump),
                .atLeast(60, "points that the curve is high", curve.height),
            ]
        },
        Claim("start/way", "the numbers are those of the pixels inside the blue frame") { shown in
            let frames = shown.strokes(shown.theme.input) { $0.width > 8 && $0.width < 60 && $0.height > 8 }
            guard let frame = frames.first, shown.planes.count > 1 else { throw NothingToMeasure("there is no frame") }
            let window = shown.planes[1]
            let inside = try shown.cells(window.height, window.width, in: frame)
            return [
                .atLeast(
                    0.97, "agreement of the framed pixels and the numbers",
                    Levels.correlation(inside.levels, try shown.values(1))),
                shown.writes(try shown.wholeNumbers(1)),
            ]
        },
        Claim("start/way", "below, a probability for each class, and the tallest bar is the answer's") { shown in
            let bars = shown.bars(shown.theme.output)
            return try shown.barsFollow(shown.theme.output, column: 1, atLeast: 20)
                + [.atLeast(5, "points between the nearest two bars", Plots.nearest(bars.map(\.midX)))]
        },
    ]
}
