import Drawing
import Imaging

/// A window of pixels that is shown a second time, so large that one sees every pixel of it. The same window of a picture
/// before and after says what has become of them.
public struct Detail: Hashable, Sendable {
    /// The rows of pixels inside, counted from 0.
    public let rows: Range<Int>
    /// The columns of pixels inside, counted from 0.
    public let columns: Range<Int>

    /// Some rows and columns of a picture.
    public init(rows: Range<Int>, columns: Range<Int>) {
        self.rows = rows
        self.columns = columns
    }

    /// How wide a detail is drawn at most, in points: a pixel is then large enough to be counted.
    static let widest = 190.0

    /// - Throws: `FigureError` where the window is empty, or not inside the picture.
    func check(in picture: Picture, figure: String) throws(FigureError) {
        guard !rows.isEmpty, !columns.isEmpty else { throw .empty(figure: figure, what: "pixel in its detail") }
        guard rows.lowerBound >= 0, columns.lowerBound >= 0, rows.upperBound <= picture.height,
            columns.upperBound <= picture.width
        else {
            throw .outOfRange(
                figure: figure, what: "a detail", value: Double(max(rows.upperBound, columns.upperBound)))
        }
    }

    /// How large the window is drawn at a width, in points.
    func size(width: Double) -> Size {
        Size(width: width, height: width * Double(rows.count) / Double(columns.count))
    }
}

extension Picture {
    /// The pixels of a window, in the colours that they have in the whole picture.
    func cropped(to detail: Detail) -> Picture {
        func part(_ image: GrayImage) -> GrayImage {
            image.cropped(
                row: detail.rows.lowerBound, column: detail.columns.lowerBound, width: detail.columns.count,
                height: detail.rows.count)
        }
        switch (self, scale) {
        case (.gray(let image, let black, let white), _): return .gray(part(image), from: black, to: white)
        case (.color(let image), _):
            return .color(
                image.cropped(
                    row: detail.rows.lowerBound, column: detail.columns.lowerBound, width: detail.columns.count,
                    height: detail.rows.count))
        case (.magnitude(let image, _), .magnitude(let limit)): return .magnitude(part(image), limit: limit)
        case (.signed(let image, _), .signed(let limit)): return .signed(part(image), limit: limit)
        case (.magnitude(let image, let limit), _): return .magnitude(part(image), limit: limit)
        case (.signed(let image, let limit), _): return .signed(part(image), limit: limit)
        case (.angle(let image, let strength, let limit), _):
            return .angle(part(image), strength: part(strength), limit: limit ?? strength.pixels.max())
        }
    }
}

extension Block {
    /// A picture in which the window of a detail is framed.
    static func picture(
        _ picture: Picture, size: Size, marking detail: Detail?, in context: FigureContext, figure: String
    ) throws -> Block {
        let body = Block.picture(picture, size: size, in: context, figure: figure)
        guard let detail else { return body }
        try detail.check(in: picture, figure: figure)
        return Block(size) { canvas, origin in
            try body.draw(on: canvas, at: origin)
            let cell = Size(width: size.width / Double(picture.width), height: size.height / Double(picture.height))
            let grid = CellGrid(rows: picture.height, columns: picture.width, cell: cell, at: origin)
            canvas.frame(grid.frame(rows: detail.rows, columns: detail.columns), context.theme)
        }
    }

    /// The window of a detail, enlarged, in the frame that it has in the picture.
    static func detail(
        _ detail: Detail, of picture: Picture, width: Double, in context: FigureContext, figure: String
    ) throws -> Block {
        try detail.check(in: picture, figure: figure)
        let size = detail.size(width: width)
        let body = Block.picture(picture.cropped(to: detail), size: size, in: context, figure: figure)
        return Block(size) { canvas, origin in
            try body.draw(on: canvas, at: origin)
            canvas.frame(Rectangle(x: origin.x, y: origin.y, width: size.width, height: size.height), context.theme)
        }
    }
}

extension Canvas {
    /// A frame that is seen on any picture: ink, with paper on both sides of it.
    fileprivate func frame(_ frame: Rectangle, _ theme: Theme) {
        let outer = crisp(frame)
        stroke(Path(outer), theme.paper, width: 2.6)
        stroke(Path(outer), theme.ink, width: 1.1)
    }
}
