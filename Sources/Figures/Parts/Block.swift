import Drawing

/// A measured piece of a figure that knows how to draw itself anywhere. Figures are rows and columns of them.
public struct Block {
    /// The room that it takes, in points.
    public let size: Size
    private let drawing: (Canvas, Point) throws -> Void

    /// - Parameter drawing: draws with the upper left corner at the point given.
    public init(_ size: Size, drawing: @escaping (Canvas, Point) throws -> Void) {
        self.size = size
        self.drawing = drawing
    }

    /// Draws the block with its upper left corner at a point.
    public func draw(on canvas: Canvas, at origin: Point) throws { try drawing(canvas, origin) }

    /// How blocks of different extents stand beside or under each other.
    public enum Alignment: Hashable, Sendable {
        case leading, center, trailing

        func offset(_ room: Double) -> Double {
            switch self {
            case .leading: 0
            case .center: room / 2
            case .trailing: room
            }
        }
    }

    /// Blocks side by side; `leading` aligns their tops, `trailing` their bottoms.
    public static func row(_ blocks: [Block], gap: Double, _ alignment: Alignment = .leading) -> Block {
        let height = blocks.map(\.size.height).max() ?? 0
        let width = blocks.map(\.size.width).reduce(0, +) + gap * Double(max(0, blocks.count - 1))
        return Block(Size(width: width, height: height)) { canvas, origin in
            var x = origin.x
            for block in blocks {
                try block.draw(on: canvas, at: Point(x, origin.y + alignment.offset(height - block.size.height)))
                x += block.size.width + gap
            }
        }
    }

    /// Blocks under each other; `leading` aligns their left sides.
    public static func column(_ blocks: [Block], gap: Double, _ alignment: Alignment = .leading) -> Block {
        let width = blocks.map(\.size.width).max() ?? 0
        let height = blocks.map(\.size.height).reduce(0, +) + gap * Double(max(0, blocks.count - 1))
        return Block(Size(width: width, height: height)) { canvas, origin in
            var y = origin.y
            for block in blocks {
                try block.draw(on: canvas, at: Point(origin.x + alignment.offset(width - block.size.width), y))
                y += block.size.height + gap
            }
        }
    }

    /// A text.
    public static func text(_ text: TypesetText, _ color: Color) -> Block {
        Block(text.size) { canvas, origin in canvas.draw(text, at: origin, .topLeading, color: color) }
    }

    /// Empty room.
    public static func space(width: Double = 0, height: Double = 0) -> Block {
        Block(Size(width: width, height: height)) { _, _ in }
    }

    /// The block in a room at least this large.
    public func padded(
        width: Double = 0, height: Double = 0, horizontal: Alignment = .leading, vertical: Alignment = .leading
    ) -> Block {
        let room = Size(width: max(width, size.width), height: max(height, size.height))
        return Block(room) { canvas, origin in
            let shift = Point(
                horizontal.offset(room.width - size.width), vertical.offset(room.height - size.height))
            try draw(on: canvas, at: origin + shift)
        }
    }
}
