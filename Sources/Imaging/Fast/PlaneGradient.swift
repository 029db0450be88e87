/// What Sobel's kernels, Pythagoras and the arc tangent make of a picture, as ``Gradient`` has it, in one pass over
/// memory.
public struct PlaneGradient: Sendable {
    /// Sobel x: positive where it is brighter on the right.
    public private(set) var horizontal = Plane<Float>(width: 0, height: 0)
    /// Sobel y: positive where it is brighter below.
    public private(set) var vertical = Plane<Float>(width: 0, height: 0)
    /// The length of the arrow whose sides are the two answers.
    public private(set) var magnitude = Plane<Float>(width: 0, height: 0)
    /// Where the arrow points, from −π to π: 0 to the right, π/2 down, 0 also where there is no arrow.
    public private(set) var angle = Plane<Float>(width: 0, height: 0)

    /// Without pixels, to be overwritten.
    public init() {}

    /// The gradient of a picture.
    ///
    /// - Parameters:
    ///   - border: what the kernels find beyond it; all but `valid` keep its size.
    ///   - threads: how many work at once, at least one.
    public init(of plane: Plane<Float>, border: Border = .replicate, threads: Int) {
        overwrite(with: plane, border: border, threads: threads)
    }

    /// Computes another picture's gradient, in the same memory where the size is the same.
    ///
    /// The two answers of the kernels and the magnitude are the bits of ``Gradient`` where the pixels are whole numbers
    /// below 2^20; the angle is within 2^-21 of its.
    public mutating func overwrite(with plane: Plane<Float>, border: Border = .replicate, threads: Int) {
        let placement = Placement(rows: 3, columns: 3, border: border)
        let (width, height) = (placement.answers(width: plane.width), placement.answers(height: plane.height))
        plane.reading { source in
            horizontal.overwriting(width: width, height: height) { horizontal in
                vertical.overwriting(width: width, height: height) { vertical in
                    magnitude.overwriting(width: width, height: height) { magnitude in
                        angle.overwriting(width: width, height: height) { angle in
                            guard width > 0, height > 0 else { return }
                            GradientPass(
                                source: source, placement: placement, horizontal: horizontal, vertical: vertical,
                                magnitude: magnitude, angle: angle
                            ).run(threads: threads)
                        }
                    }
                }
            }
        }
    }
}

private struct GradientPass: Sendable {
    let source: PlaneRows<Float>
    let placement: Placement
    let horizontal: PlaneRows<Float>
    let vertical: PlaneRows<Float>
    let magnitude: PlaneRows<Float>
    let angle: PlaneRows<Float>

    func run(threads: Int) {
        let piece = 4096
        let spans = Span.all(placement: placement, width: source.width, piece: piece)
        Bands(rows: horizontal.height, threads: threads).forEach {
            SourceLines<Float, Float>(of: source, placement: placement, block: 1, piece: piece) {
                $1.update(from: $0, count: $2)
            }
        } work: { lines, rows in
            for row in rows {
                for span in spans {
                    lines.prepare(span, row: row, rows: 1)
                    answer(lines.lines, row, span)
                }
            }
        }
    }

    private func answer(_ lines: UnsafePointer<UnsafePointer<Float>>, _ row: Int, _ span: Span) {
        let (above, here, below) = (lines[0], lines[1], lines[2])
        let (horizontal, vertical) = (horizontal[row] + span.start, vertical[row] + span.start)
        let (magnitude, angle) = (magnitude[row] + span.start, angle[row] + span.start)
        for i in stride(from: 0, to: span.count, by: 16) {
            let (x, y) = sobel(above + i, here + i, below + i)
            horizontal.store(x, i)
            vertical.store(y, i)
            magnitude.store((x * x + y * y).squareRoot(), i)
            angle.store(.angle(y, x), i)
        }
    }
}

/// Sobel's two answers for sixteen pixels; the pointers lead to where the leftmost one's left neighbours are.
@inline(__always)
func sobel(
    _ above: UnsafePointer<Float>, _ here: UnsafePointer<Float>, _ below: UnsafePointer<Float>
) -> (horizontal: Vector, vertical: Vector) {
    let (a0, a1, a2) = (above.vector(0), above.vector(1), above.vector(2))
    let (b0, b1, b2) = (below.vector(0), below.vector(1), below.vector(2))
    let middle = here.vector(2) - here.vector(0)
    let (left, right) = (b0 - a0, b2 - a2)
    let centre = b1 - a1
    return ((a2 - a0) + (middle + middle) + (b2 - b0), left + (centre + centre) + right)
}
