import Drawing
import Figures
import Foundation
import Imaging

/// What is compared in pictures, pixel by pixel.
enum Levels {
    /// How closely two rows of numbers follow each other: 1 where each is a line of the other.
    static func correlation(_ first: [Double], _ second: [Double]) -> Double {
        guard first.count == second.count, first.count > 2 else { return .nan }
        let count = Double(first.count)
        let (left, right) = (first.reduce(0, +) / count, second.reduce(0, +) / count)
        let product = zip(first, second).reduce(0) { $0 + ($1.0 - left) * ($1.1 - right) }
        let scale =
            first.reduce(0) { $0 + ($1 - left) * ($1 - left) } * second.reduce(0) { $0 + ($1 - right) * ($1 - right) }
        return scale > 0 ? product / scale.squareRoot() : .nan
    }

    /// How many cells of two pictures differ by so many of 256 levels.
    static func differing(_ first: Cells, _ second: Cells, by levels: Double) -> Int {
        zip(first.colors, second.colors).count { $0.levelsFrom($1) >= levels }
    }

    /// How far the lightest cell is from the darkest, in levels.
    static func span(_ cells: Cells) -> Double { (cells.levels.max() ?? 0) - (cells.levels.min() ?? 0) }
}

extension Color {
    /// By how many of 256 levels the channel differs that differs most.
    func levelsFrom(_ other: Color) -> Double {
        max(abs(red - other.red), abs(green - other.green), abs(blue - other.blue)) * 255
    }
}

extension Shown {
    /// The colours of the pixels of one of the pictures on the page.
    ///
    /// - Throws: what drawing throws, or where there is no such picture.
    func picture(_ index: Int, _ rows: Int, _ columns: Int) throws -> Cells {
        guard images.indices.contains(index) else { throw NothingToMeasure("there is no picture \(index)") }
        return try cells(rows, columns, in: images[index])
    }

    /// The colours of one of the pictures on the page, as many as there are values in a plane.
    ///
    /// - Throws: what drawing throws, or where there is no such picture.
    func picture(_ index: Int, ofPlane plane: Int) throws -> Cells {
        guard planes.indices.contains(plane) else { throw NothingToMeasure("there are no values \(plane)") }
        return try picture(index, planes[plane].height, planes[plane].width)
    }

    /// The values of a plane.
    ///
    /// - Throws: where there are none.
    func values(_ plane: Int) throws -> [Double] {
        guard planes.indices.contains(plane), let channel = planes[plane].channels.first else {
            throw NothingToMeasure("there are no values \(plane)")
        }
        return channel.values.map(Double.init)
    }

    /// Pixels are as light as their values say.
    ///
    /// - Parameter black: which value is black, which white; of none, how light the values look is measured.
    func isAsLight(_ image: Int, asPlane plane: Int, from black: Double = 0, to white: Double = 255) throws
        -> [Measure]
    {
        let cells = try picture(image, ofPlane: plane)
        let errors = zip(cells.levels, try values(plane)).map { level, value in
            abs(level - min(255, max(0, (value - black) / (white - black) * 255)))
        }.sorted()
        return [
            .atMost(4, "levels that a pixel is off its value", errors.dropLast(errors.count / 50).last ?? .infinity),
            .atLeast(60, "levels between the darkest and the lightest pixel", Levels.span(cells)),
        ]
    }

    /// Values from zero on: the larger, the lighter, and the largest has the lightest of all colours.
    func isAsBright(_ image: Int, asPlane plane: Int) throws -> [Measure] {
        let cells = try picture(image, ofPlane: plane)
        let values = try values(plane)
        let most = values.max() ?? 0
        guard most > 0 else {
            return [.atMost(6, "levels between pixels that are all zero", Levels.span(cells))]
        }
        let errors = zip(cells.colors, values).map { $0.difference(from: magnitude(max(0, $1) / most)) }.sorted()
        return [
            .atMost(0.03, "colour that a pixel is off its value", errors.dropLast(errors.count / 50).last ?? .infinity),
            .atLeast(0.4, "lightness between the least and the largest value", cells.lightness.extent),
        ]
    }

    /// Values of either sign: orange above zero, blue below, the deeper the farther from it.
    ///
    /// - Parameter limit: the value of the deepest colours; the largest by default.
    func isAsWarm(_ image: Int, asPlane plane: Int, limit: Double? = nil) throws -> [Measure] {
        let cells = try picture(image, ofPlane: plane)
        let values = try values(plane)
        let most = limit ?? values.map(abs).max() ?? 0
        let errors = zip(cells.colors, values).map { color, value in
            color.difference(from: signed(most > 0 ? min(1, max(0, 0.5 + value / most / 2)) : 0.5))
        }.sorted()
        return [
            .atMost(0.03, "colour that a pixel is off its value", errors.dropLast(errors.count / 50).last ?? .infinity),
            .atLeast(100, "levels by which the warmest pixel differs from the coldest", cells.warmth.extent),
        ]
    }

    /// The values inside of a frame that is drawn in a picture, by a line so many points wide.
    ///
    /// - Throws: where there is no such picture, or the frame leaves it.
    func values(inside frame: Rectangle, line: Double, of image: Int, plane: Int) throws -> (
        rows: Int, columns: Int, values: [Double]
    ) {
        guard images.indices.contains(image), planes.indices.contains(plane) else {
            throw NothingToMeasure("there is no picture \(image)")
        }
        let (around, data) = (images[image], planes[plane])
        let frame = frame.inset(line / 2)
        func column(_ x: Double) -> Int { Int(((x - around.x) / around.width * Double(data.width)).rounded()) }
        func row(_ y: Double) -> Int { Int(((y - around.y) / around.height * Double(data.height)).rounded()) }
        let (left, right) = (column(frame.minX), column(frame.maxX))
        let (top, foot) = (row(frame.minY), row(frame.maxY))
        guard left >= 0, top >= 0, right <= data.width, foot <= data.height, left < right, top < foot else {
            throw NothingToMeasure("the frame leaves the picture")
        }
        let values = try self.values(plane)
        return (
            foot - top, right - left,
            (top..<foot).flatMap { row in (left..<right).map { values[row * data.width + $0] } }
        )
    }

    /// A frame lies in a picture around the pixels that are shown enlarged elsewhere: the enlarged pixels are as light as the
    /// values inside of the frame.
    func windowIsFramed(_ window: Int, in image: Int, plane: Int, frame: Rectangle) throws -> [Measure] {
        let inside = try values(inside: frame, line: 1.1, of: image, plane: plane)
        let enlarged = try picture(window, inside.rows, inside.columns)
        return [
            .atLeast(
                0.9, "agreement of the window with the framed values",
                Levels.correlation(inside.values, enlarged.levels)),
            .atLeast(2, "times that the window is enlarged", images[window].width / frame.width),
        ]
    }
}

extension [Double] {
    /// From the least to the largest.
    var extent: Double { (self.max() ?? 0) - (self.min() ?? 0) }

    /// The middle one.
    var mean: Double { isEmpty ? .nan : reduce(0, +) / Double(count) }
}
