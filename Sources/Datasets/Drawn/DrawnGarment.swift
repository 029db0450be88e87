import Drawing
import Elementary
import Imaging
import Tensors

/// One garment as a photograph shows it: cut, cloth, pattern and light as chance has them.
struct DrawnGarment {
    private let garment: Garment
    private let brightness: Double
    private let pattern: Pattern
    private let place: Transform
    private let light: Double
    private let grain: Double
    private var grainStream: RandomStream

    /// What is woven or printed all over.
    private enum Pattern {
        case plain
        case stripes(width: Double, turn: Double, tone: Double)
        case checks(width: Double, tone: Double)
        case spots([Point], radius: Double, tone: Double)
    }

    /// - Parameters:
    ///   - label: 0 to 9, as Fashion-MNIST counts.
    ///   - stream: where chance comes from.
    init(_ label: Int, _ stream: inout RandomStream) {
        let cuts: [(inout RandomStream) -> Garment] = [
            Garment.tShirt, Garment.trouser, Garment.pullover, Garment.dress, Garment.coat, Garment.sandal,
            Garment.shirt, Garment.sneaker, Garment.bag, Garment.ankleBoot,
        ]
        garment = cuts[label](&stream)
        // Most clothes are light in front of the black.
        brightness = 1 - 0.75 * .pow(stream.between(0, 1), 1.7)
        // Shirts are patterned most often, shoes hardly ever.
        pattern = Self.pattern(share: label == 6 ? 0.6 : [5, 7, 9].contains(label) ? 0.08 : 0.34, &stream)
        let size = stream.between(0.93, 1.02)
        let turn = 0.025 * stream.spread()
        place = Transform(
            xx: size * .cos(turn), yx: size * .sin(turn), xy: -size * .sin(turn), yy: size * .cos(turn),
            x0: 14 + stream.between(-0.7, 0.7), y0: 14 + stream.between(-0.5, 0.5))
        light = stream.between(-0.2, 0.2)
        grain = stream.between(0.01, 0.045)
        grainStream = stream
    }

    private static func pattern(share: Float, _ stream: inout RandomStream) -> Pattern {
        let tone = stream.uniform() < 0.6 ? stream.between(0.3, 0.75) : stream.between(1.2, 1.7)
        guard stream.uniform() < share else { return .plain }
        switch stream.integer(below: 4) {
        case 0: return .stripes(width: stream.between(1, 2.6), turn: 0, tone: tone)
        case 1:
            return .stripes(width: stream.between(0.9, 2.2), turn: stream.uniform() < 0.6 ? .pi / 2 : 0.7, tone: tone)
        case 2: return .checks(width: stream.between(1, 2), tone: tone)
        default:
            let spots = (0..<60).map { _ in Point(stream.between(0, 28), stream.between(0, 28)) }
            return .spots(spots, radius: stream.between(0.5, 1.3), tone: tone)
        }
    }

    /// Draws the garment on a canvas of 28 x 28 pixels, and gives its grey pixels.
    func pixels(on canvas: Canvas) throws(DrawingError) -> [UInt8] {
        canvas.paint(.black)
        canvas.concatenate(place)
        canvas.translate(x: -14, y: -14)
        for line in garment.lines where line.tone > 0.95 { draw(line, on: canvas) }
        for piece in garment.pieces {
            canvas.fill(piece.outline, gray(piece.tone))
            if case .plain = pattern { continue }
            canvas.isolated {
                canvas.clip(to: piece.outline)
                draw(pattern, on: canvas, tone: piece.tone)
            }
        }
        for line in garment.lines { draw(line, on: canvas) }
        return photographed(try canvas.image())
    }

    /// The light comes from one side, and cloth is never even: every lit pixel is a little brighter or darker.
    private func photographed(_ image: ColorImage) -> [UInt8] {
        var stream = grainStream
        return (0..<(image.width * image.height)).map { pixel in
            let value = Double(image.pixels[4 * pixel])
            guard value > 0 else { return 0 }
            let lit = 1 + light * Double(pixel % image.width - 14) / 14
            return UInt8(min(255, max(1, value * lit * (1 + grain * stream.between(-1.7, 1.7)))))
        }
    }

    private func gray(_ tone: Double) -> Color { Color(gray: min(1, max(0.06, brightness * tone))) }

    private func draw(_ line: Garment.Line, on canvas: Canvas) {
        canvas.stroke(
            line.path, .color(gray(line.tone)), Stroke(width: line.width, cap: .round, join: .round, dash: line.dash))
    }

    private func draw(_ pattern: Pattern, on canvas: Canvas, tone: Double) {
        switch pattern {
        case .plain: break
        case .stripes(let width, let turn, let stripe):
            canvas.isolated {
                canvas.translate(x: 14, y: 14)
                canvas.rotate(by: turn)
                var path = Path()
                for y in stride(from: -22.0, to: 22, by: 2 * width) {
                    path.rectangle(Rectangle(x: -22, y: y, width: 44, height: width))
                }
                canvas.fill(path, gray(tone * stripe))
            }
        case .checks(let width, let stripe):
            for turn in [0, Double.pi / 2] {
                canvas.isolated {
                    canvas.translate(x: 14, y: 14)
                    canvas.rotate(by: turn)
                    var path = Path()
                    for y in stride(from: -22.0, to: 22, by: 2.5 * width) {
                        path.rectangle(Rectangle(x: -22, y: y, width: 44, height: width))
                    }
                    canvas.fill(path, gray(tone * stripe).opacity(0.5))
                }
            }
        case .spots(let spots, let radius, let spot):
            var path = Path()
            for place in spots { path.append(Path(circleAt: place, radius: radius)) }
            canvas.fill(path, gray(tone * spot))
        }
    }
}
