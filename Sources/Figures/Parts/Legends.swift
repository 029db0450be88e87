import Drawing
import Elementary
import Imaging
import Languages

/// A bar of colours with the values of its ends, and zero where it has one.
struct ColorBar {
    let scale: Picture.Scale
    let name: Localized?

    static let bar = Size(width: 120, height: 6)

    func height(in context: FigureContext) throws -> Double {
        let name = try name.map { try context.set($0, .small).height + 2 } ?? 0
        return name + Self.bar.height + 2 + (try context.set("0", .small).height)
    }

    /// Draws the bar centred about `midX`, its top at `top`.
    func draw(on canvas: Canvas, midX: Double, top: Double, width: Double = bar.width, _ context: FigureContext) throws
    {
        var top = top
        if let name {
            let text = try context.set(name, .small)
            canvas.draw(text, at: Point(midX, top), .top, color: context.theme.quiet)
            top += text.height + 2
        }
        let frame = canvas.crisp(Rectangle(x: midX - width / 2, y: top, width: width, height: Self.bar.height))
        let (map, ends): (ColorMap, [(Double, Double)]) =
            switch scale {
            case .magnitude(let limit): (context.magnitudes, [(0, 0), (1, Double(limit))])
            case .signed(let limit): (context.signed, [(0, -Double(limit)), (0.5, 0), (1, Double(limit))])
            case .gray, .color, .angle: (.gray, [])
            }
        try canvas.draw(ColorImage(width: map.last + 1, height: 1, colors: map.table), in: frame)
        canvas.stroke(Path(frame), context.theme.hairline, width: 0.5)
        for (share, value) in ends where share == 0.5 || scale.hasExtent || (share == 0 && ends.count == 2) {
            let rounded = Self.rounded(value)
            let digits = Digits.needed(for: [rounded], atMost: 6)
            let text = try context.set(context.format.decimal(rounded, digits: digits), .small)
            canvas.draw(
                text, at: Point(frame.x + share * frame.width, frame.maxY + 2), .top, color: context.theme.quiet)
        }
    }

    /// Three figures are enough for the end of a scale.
    static func rounded(_ value: Double) -> Double {
        guard value != 0, value.isFinite else { return 0 }
        let unit = Double.pow(10, (.log10(abs(value)).rounded(.down) - 2))
        return (value / unit).rounded() * unit
    }
}

/// A wheel that tells which colour is which direction. Angles grow clockwise, as they do in a picture whose
/// rows are counted downwards.
struct AngleWheel {
    let diameter: Double

    func size(in context: FigureContext) throws -> Size {
        let (side, line) = try labelRoom(context)
        return Size(width: diameter + 2 * side, height: diameter + 2 * line)
    }

    private func labelRoom(_ context: FigureContext) throws -> (side: Double, line: Double) {
        let text = try context.set("±180°", .small)
        return (text.width + 4, text.height + 1)
    }

    /// Each direction's colour, fading towards the centre.
    private static func colors(in context: FigureContext) -> ColorImage {
        let side = 180
        let middle = Double(side - 1) / 2
        let pixels = (0..<(side * side)).map { index in
            let offset = Point(Double(index % side) - middle, Double(index / side) - middle)
            let distance = (offset.x * offset.x + offset.y * offset.y).squareRoot() / middle
            return context.color(ofAngle: .atan2(offset.y, offset.x), strength: min(1, distance).squareRoot()).pixel
        }
        return ColorImage(width: side, height: side, colors: pixels)
    }

    func draw(on canvas: Canvas, center: Point, _ context: FigureContext) throws {
        let disk = Rectangle(center: center, size: Size(width: diameter, height: diameter))
        try canvas.isolated {
            canvas.clip(to: Path(circleAt: center, radius: diameter / 2))
            try canvas.draw(in: disk) { Self.colors(in: context) }
        }
        let quiet = context.theme.quiet
        canvas.draw(try context.set("0°", .small), at: Point(disk.maxX + 4, center.y), .leading, color: quiet)
        canvas.draw(try context.set("±180°", .small), at: Point(disk.minX - 4, center.y), .trailing, color: quiet)
        canvas.draw(try context.set("90°", .small), at: Point(center.x, disk.maxY + 1), .top, color: quiet)
        canvas.draw(try context.set("\u{2212}90°", .small), at: Point(center.x, disk.minY - 1), .bottom, color: quiet)
    }
}
