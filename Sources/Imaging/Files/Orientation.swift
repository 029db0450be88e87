/// How a picture lies in its file, by the numbers of Exif: what the file has first is the top row, the left column, or
/// another side.
enum Orientation: Int, CaseIterable, Sendable {
    case upright = 1
    case mirrored, upsideDown, mirroredUpsideDown, transposed, turnedLeft, transposedUpsideDown, turnedRight

    /// Whether rows of the file are columns of the picture.
    var swapsSides: Bool { rawValue >= 5 }
}

extension Plane {
    /// The picture upright, where this is how its file holds it.
    func turned(_ orientation: Orientation) -> Plane {
        guard orientation != .upright, width > 0, height > 0 else { return self }
        let answer = Plane(
            uninitializedWidth: orientation.swapsSides ? height : width,
            height: orientation.swapsSides ? width : height)
        reading { source in
            answer.reading { target in
                let walk = Walk(source, orientation)
                // Squares, since going down a column touches another cache line with every sample.
                let side = 64
                for top in stride(from: 0, to: target.height, by: side) {
                    for left in stride(from: 0, to: target.width, by: side) {
                        let columns = min(side, target.width - left)
                        for row in top..<min(top + side, target.height) {
                            let from = source.start + walk.start + row * walk.down + left * walk.right
                            let to = target[row] + left
                            for column in 0..<columns { to[column] = from[column &* walk.right] }
                        }
                    }
                }
            }
        }
        return answer
    }
}

/// Where the picture's top left sample lies in the file's rows, and how far it is from there to the next one below and
/// to the right.
private struct Walk {
    let start: Int
    let down: Int
    let right: Int

    init<Sample>(_ rows: PlaneRows<Sample>, _ orientation: Orientation) {
        let (line, last, end) = (rows.pitch, (rows.height - 1) * rows.pitch, rows.width - 1)
        (start, down, right) =
            switch orientation {
            case .upright: (0, line, 1)
            case .mirrored: (end, line, -1)
            case .upsideDown: (last + end, -line, -1)
            case .mirroredUpsideDown: (last, -line, 1)
            case .transposed: (0, 1, line)
            case .turnedLeft: (last, 1, -line)
            case .transposedUpsideDown: (last + end, -1, -line)
            case .turnedRight: (end, -1, line)
            }
    }
}
