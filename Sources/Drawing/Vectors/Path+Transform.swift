import Elementary

extension Path {
    /// The path after a transform that keeps circles circles.
    ///
    /// - Parameter scale: the transform's.
    func transformed(by transform: Transform, scale: Double) -> Path {
        if transform == .identity { return self }
        var path = Path()
        path.elements.reserveCapacity(elements.count)
        for element in elements {
            switch element {
            case .move(let point): path.move(to: transform.apply(point))
            case .line(let point): path.line(to: transform.apply(point))
            case .curve(let point, let first, let second):
                path.curve(
                    to: transform.apply(point), control1: transform.apply(first), control2: transform.apply(second))
            case .arc(let center, let radius, let start, let end):
                let turn = transform.xx == scale ? 0 : .atan2(transform.yx, transform.xx)
                let sense: Double = transform.determinant < 0 ? -1 : 1
                path.arc(
                    center: transform.apply(center), radius: radius * scale, from: turn + sense * start,
                    to: turn + sense * end)
            case .rectangle(let frame):
                path.append(Path(frame.corners.map(transform.apply), closed: true))
            case .close: path.close()
            }
        }
        return path
    }

    /// A rectangle that holds the path, with room to spare where it is curved.
    var bounds: Rectangle {
        var (left, top, right, bottom) = (Double.infinity, Double.infinity, -Double.infinity, -Double.infinity)
        func include(_ point: Point, _ play: Double = 0) {
            (left, right) = (min(left, point.x - play), max(right, point.x + play))
            (top, bottom) = (min(top, point.y - play), max(bottom, point.y + play))
        }
        for element in elements {
            switch element {
            case .move(let point), .line(let point): include(point)
            case .curve(let point, let first, let second): [point, first, second].forEach { include($0) }
            case .arc(let center, let radius, _, _): include(center, abs(radius))
            case .rectangle(let frame): frame.corners.forEach { include($0) }
            case .close: break
            }
        }
        guard left <= right, top <= bottom else { return Rectangle(x: 0, y: 0, width: 0, height: 0) }
        return Rectangle(x: left, y: top, width: right - left, height: bottom - top)
    }

    /// Whether every place on it is a number.
    var isFinite: Bool {
        elements.allSatisfy { element in
            switch element {
            case .move(let point), .line(let point): point.isFinite
            case .curve(let point, let first, let second): point.isFinite && first.isFinite && second.isFinite
            case .arc(let center, let radius, let start, let end): center.isFinite && (radius + start + end).isFinite
            case .rectangle(let frame): (frame.x + frame.y + frame.width + frame.height).isFinite
            case .close: true
            }
        }
    }
}

extension Point {
    /// Whether both numbers are finite.
    var isFinite: Bool { (x + y).isFinite }
}

extension Rectangle {
    /// The corners in the order in which they are drawn.
    fileprivate var corners: [Point] {
        [Point(minX, minY), Point(maxX, minY), Point(maxX, maxY), Point(minX, maxY)]
    }
}
