import Drawing

/// What stands at a point. The shape tells series apart where their colours do not.
enum PointMark: CaseIterable {
    case disk, ring, square, diamond, triangle

    /// Draws the mark about `center`, all of them of about one weight.
    func draw(at center: Point, radius: Double = 2, _ color: Color, paper: Color, on canvas: Canvas) {
        func polygon(_ corners: [Point]) -> Path { Path(corners.map { center + $0 * radius }, closed: true) }
        switch self {
        case .disk: canvas.fill(Path(circleAt: center, radius: radius), color)
        case .ring:
            canvas.fill(Path(circleAt: center, radius: radius), paper)
            canvas.stroke(Path(circleAt: center, radius: radius), color, width: 0.9)
        case .square: canvas.fill(Path(Rectangle(center: center, size: Size(width: 1.8, height: 1.8) * radius)), color)
        case .diamond: canvas.fill(polygon([Point(0, -1.35), Point(1.35, 0), Point(0, 1.35), Point(-1.35, 0)]), color)
        case .triangle: canvas.fill(polygon([Point(0, -1.3), Point(1.2, 0.9), Point(-1.2, 0.9)]), color)
        }
    }
}

extension Size {
    fileprivate static func * (size: Size, factor: Double) -> Size {
        Size(width: size.width * factor, height: size.height * factor)
    }
}
