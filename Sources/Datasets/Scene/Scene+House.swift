import Drawing

extension Scene {
    /// A house of planks with a tiled roof: straight edges, level, upright and inclined.
    static func drawHouse(on canvas: Canvas) {
        let wall = Rectangle(x: 38, y: 168, width: 118, height: 70)
        canvas.fill(Rectangle(x: 122, y: 110, width: 15, height: 38), Color(0x9c4a3c))
        for row in 0..<5 {
            canvas.fill(Rectangle(x: 122, y: 116 + 7 * Double(row), width: 15, height: 1.2), Color(0x6f2f25))
        }
        canvas.fill(Rectangle(x: 119.5, y: 107, width: 20, height: 5), Color(0x6f2f25))
        canvas.fill(Path(wall), fade(0xf3e3c3, 0xd9bf8f, from: 168, to: 238))
        for plank in 1..<7 {
            canvas.fill(Rectangle(x: 38, y: 168 + 10 * Double(plank), width: 118, height: 1.1), Color(0xb6996a))
        }
        drawRoof(on: canvas)
        drawWindow(on: canvas, in: Rectangle(x: 50, y: 184, width: 28, height: 28))
        drawWindow(on: canvas, in: Rectangle(x: 119, y: 184, width: 28, height: 28))
        canvas.fill(Rectangle(x: 86, y: 190, width: 25, height: 48), Color(0x6b3f22))
        canvas.fill(Rectangle(x: 88.5, y: 192.5, width: 20, height: 45.5), Color(0x2f6f73))
        for y in [197.0, 217] { canvas.fill(Rectangle(x: 92, y: y, width: 13, height: 15), Color(0x24565a)) }
        canvas.fill(circle(105.6, 216, 1.7), Color(0xf2c14e))
    }

    private static func drawRoof(on canvas: Canvas) {
        let roof = Path([Point(26, 172), Point(62, 126), Point(132, 126), Point(168, 172)], closed: true)
        canvas.fill(
            Path([Point(38, 172), Point(156, 172), Point(156, 177), Point(38, 177)], closed: true), Color(0x8d744a))
        canvas.isolated {
            canvas.clip(to: roof)
            canvas.fill(
                Path(Rectangle(x: 20, y: 120, width: 160, height: 60)), fade(0xc8553d, 0x96341f, from: 126, to: 172))
            for row in 0..<6 {
                let y = 126 + 8 * Double(row)
                canvas.fill(Rectangle(x: 20, y: y + 7, width: 160, height: 1.2), Color(0x6e2415))
                for tile in 0..<18 {
                    let x = 20 + 9 * Double(tile) + (row.isMultiple(of: 2) ? 0 : 4.5)
                    canvas.fill(Rectangle(x: x, y: y, width: 1, height: 7), Color(0x6e2415, alpha: 0.7))
                }
            }
        }
        canvas.stroke(roof, Color(0x5a1d10), width: 1.4)
    }

    private static func drawWindow(on canvas: Canvas, in frame: Rectangle) {
        canvas.fill(frame, Color(0xfbf7ee))
        let glass = frame.inset(2.6)
        canvas.fill(Path(glass), fade(0x2b4a66, 0x7ea6c4, from: glass.minY, to: glass.maxY))
        canvas.fill(
            Path(
                [
                    Point(glass.minX + 4, glass.maxY), Point(glass.minX + 15, glass.minY),
                    Point(glass.minX + 20, glass.minY), Point(glass.minX + 9, glass.maxY),
                ], closed: true), Color(0xffffff, alpha: 0.28))
        canvas.fill(Rectangle(x: frame.midX - 1, y: frame.minY, width: 2, height: frame.height), Color(0xfbf7ee))
        canvas.fill(Rectangle(x: frame.minX, y: frame.midY - 1, width: frame.width, height: 2), Color(0xfbf7ee))
        canvas.fill(Rectangle(x: frame.minX - 2, y: frame.maxY, width: frame.width + 4, height: 3), Color(0x8d744a))
    }
}
