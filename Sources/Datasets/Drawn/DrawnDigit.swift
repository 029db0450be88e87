import Drawing
import Elementary
import Tensors

/// One digit by one hand: a skeleton, bent, slanted and inked as chance has it.
struct DrawnDigit {
    /// Places along each stroke in pixels of the image.
    private var strokes: [[Point]]
    /// How wide the pen is, in pixels, and how much its pressure varies.
    private let penWidth: Double
    private let pressure: Double
    private let pressurePhase: Double

    /// - Parameters:
    ///   - digit: 0 to 9.
    ///   - stream: where chance comes from.
    init(_ digit: Int, _ stream: inout RandomStream) {
        let skeleton = Self.choice(of: Skeleton.digits[digit], &stream)
        let hand = Hand(&stream)
        strokes = skeleton.strokes.map { points in
            Spline.through(hand.shaken(points, &stream), steps: 4).map(hand.bent)
        }
        penWidth = 2.35 * .exp(0.22 * stream.spread())
        pressure = 0.16 * Double(stream.uniform())
        pressurePhase = stream.between(0, 2 * .pi)
        fit(size: stream.between(0.88, 1), offset: Point(stream.between(-1, 1), stream.between(-1, 1)))
    }

    /// Draws the digit on a canvas of 28 x 28 pixels that keeps coverage, and gives its pixels.
    func pixels(on canvas: Canvas) throws(DrawingError) -> [UInt8] {
        for stroke in strokes {
            for start in stride(from: 0, to: stroke.count - 1, by: 3) {
                let piece = stroke[start...min(stroke.count - 1, start + 3)]
                let width = penWidth * (1 + pressure * .sin(pressurePhase + 0.4 * Double(start)))
                canvas.stroke(Path(Array(piece)), .white, Stroke(width: width, cap: .round, join: .round))
            }
        }
        return try canvas.coverage()
    }

    private static func choice(
        of ways: [(share: Float, skeleton: Skeleton)], _ stream: inout RandomStream
    ) -> Skeleton {
        var rest = stream.uniform()
        for way in ways.dropLast() {
            if rest < way.share { return way.skeleton }
            rest -= way.share
        }
        return ways[ways.count - 1].skeleton
    }

    /// As MNIST was made: into a box of 20 x 20 pixels without changing its proportions, then the centre of
    /// mass into the middle of 28 x 28.
    private mutating func fit(size: Double, offset: Point) {
        let places = strokes.joined()
        let (left, right) = Self.range(places.map(\.x))
        let (top, bottom) = Self.range(places.map(\.y))
        let scale = size * (20 - penWidth) / max(right - left, bottom - top)
        let mass = places.reduce(Point.zero, +) * (1 / Double(places.count))
        // What lies far from the mass must not leave the image: the middle stays within reach of 14.
        func shift(_ low: Double, _ high: Double, _ mass: Double, _ offset: Double) -> Double {
            let reach = max(0, 12 - ((high - low) * scale + penWidth) / 2)
            let middle = (low + high) / 2
            return 14 - middle * scale + min(max((middle - mass) * scale + offset, -reach), reach)
        }
        let move = Point(shift(left, right, mass.x, offset.x), shift(top, bottom, mass.y, offset.y))
        strokes = strokes.map { $0.map { $0 * scale + move } }
    }

    private static func range(_ values: [Double]) -> (low: Double, high: Double) {
        values.reduce((.infinity, -.infinity)) { (min($0.0, $1), max($0.1, $1)) }
    }
}

/// How one hand writes: the same for all strokes of a digit.
private struct Hand {
    private let shake: Double
    private let width: Double
    private let slant: Double
    private let turn: Double
    private let sway: Point
    private let swayPhase: Double

    init(_ stream: inout RandomStream) {
        // Most hands are calm; a few are in a great hurry.
        let haste = stream.between(0, 1)
        shake = 0.012 + 0.03 * haste + 0.03 * .pow(haste, 8)
        width = stream.between(0.48, 1.05)
        slant = 0.14 + 0.23 * stream.spread()
        turn = 0.11 * stream.spread()
        sway = Point(0.055 * stream.spread(), 0.045 * stream.spread())
        swayPhase = stream.between(0, 2 * .pi)
    }

    /// The points of a stroke as this hand meets them; both ends miss their aim by more.
    func shaken(_ points: [Point], _ stream: inout RandomStream) -> [Point] {
        points.enumerated().map { index, point in
            let reach = index == 0 || index == points.count - 1 ? 1.6 * shake : shake
            return point + Point(reach * stream.spread(), reach * stream.spread())
        }
    }

    /// A place on the curve: swayed, made narrower, slanted and turned about the middle.
    func bent(_ point: Point) -> Point {
        let x = (point.x - 0.5 + sway.x * .sin(4 * point.y + swayPhase)) * width
        let y = point.y - 0.5 + sway.y * .sin(4 * point.x + swayPhase)
        let slanted = x - slant * y
        return Point(slanted * .cos(turn) - y * .sin(turn), slanted * .sin(turn) + y * .cos(turn))
    }
}

extension RandomStream {
    /// A number around 0 with deviation 1, never beyond ±3.5: four uniform ones added up. No digit is so odd
    /// that nobody could have written it.
    mutating func spread() -> Double {
        let sum = (0..<4).reduce(0.0) { sum, _ in sum + Double(uniform()) }
        return (sum - 2) * 3.0.squareRoot()
    }

    /// A number in [low, high).
    mutating func between(_ low: Double, _ high: Double) -> Double {
        low + (high - low) * Double(uniform())
    }
}
