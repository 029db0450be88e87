/// Gradient, thinning and thresholds in one pass, in the arithmetic of ``Canny``: the magnitude is a float's square
/// root.
struct EdgePass<Source: PlaneSample>: Sendable {
    let source: PlaneRows<Source>
    /// One pixel larger than the picture on every side.
    let classes: PlaneRows<UInt8>
    let low: Float
    let high: Float
    let convention: PlaneCanny.Convention
    /// Makes floats of samples that lie side by side.
    let convert: @Sendable (UnsafePointer<Source>, UnsafeMutablePointer<Float>, Int) -> Void

    func run(_ bands: Bands) {
        let placement = Placement(rows: 3, columns: 3, border: .replicate)
        let piece = 1024
        let spans = Span.all(
            placement: placement, width: source.width, piece: piece, allowsInside: Source.self == Float.self)
        bands.forEach {
            Worker(
                lines: SourceLines(of: source, placement: placement, block: 1, piece: piece, convert: convert),
                width: source.width)
        } work: { worker, rows in
            for row in (rows.lowerBound - 1)...rows.upperBound {
                worker.turn()
                if row >= 0 && row < source.height {
                    for span in spans {
                        worker.lines.prepare(span, row: row, rows: 1)
                        worker.gradient(span)
                    }
                    worker.endRow()
                } else {
                    worker.clear()
                }
                if row > rows.lowerBound { classify(worker, to: classes[row] + 1) }
            }
        }
    }

    /// The row before the worker's last one.
    private func classify(_ worker: Worker, to classes: UnsafeMutablePointer<UInt8>) {
        let isOpenCV = convention == .openCV
        // What is zero is no edge even where the threshold is.
        let low = Vector(repeating: max(isOpenCV ? low.nextUp : low, .leastNonzeroMagnitude))
        let high = Vector(repeating: max(isOpenCV ? high.nextUp : high, .leastNonzeroMagnitude))
        let (above, here, below) = (worker.magnitudes[0], worker.magnitudes[1], worker.magnitudes[2])
        let (horizontals, verticals) = (worker.horizontals[0], worker.verticals[0])
        let answers = worker.answers
        for i in stride(from: 0, to: source.width, by: 16) {
            let (horizontal, vertical) = (horizontals.vector(i), verticals.vector(i))
            let (flat, steep) = (horizontal.magnitudes, vertical.magnitudes)
            let (isRight, isDown) = (horizontal .> 0, vertical .> 0)
            // Up and left, or up and right: and the one opposite.
            let (upLeft, upRight) = (above.vector(i - 1), above.vector(i + 1))
            let (downLeft, downRight) = (below.vector(i - 1), below.vector(i + 1))
            var before = upLeft.replacing(with: upRight, where: isDown)
                .replacing(with: upRight.replacing(with: upLeft, where: isDown), where: isRight)
            var after = downRight.replacing(with: downLeft, where: isDown)
                .replacing(with: downLeft.replacing(with: downRight, where: isDown), where: isRight)
            let isSteep = flat .<= steep * 0.414_213_56
            before.replace(with: above.vector(i), where: isSteep)
            after.replace(with: below.vector(i), where: isSteep)
            let isFlat = steep .<= flat * 0.414_213_56
            before.replace(with: here.vector(i - 1), where: isFlat)
            after.replace(with: here.vector(i + 1), where: isFlat)
            let magnitude = here.vector(i)
            let crest: Vector
            if isOpenCV {
                // Across a corner, of two that are equal none stays.
                let afterCorner = after.replacing(with: -1, where: isSteep).replacing(with: -1, where: isFlat)
                crest = Vector.zero.replacing(with: magnitude, where: magnitude .> before)
                    .replacing(with: 0, where: magnitude .< after)
                    .replacing(with: 0, where: magnitude .== afterCorner)
            } else {
                crest = Vector.zero.replacing(with: magnitude, where: magnitude .>= before)
                    .replacing(with: 0, where: magnitude .<= after)
            }
            // 2^23 and something holds that in its lowest bits.
            let kind = Vector(repeating: 0x1p23)
                .replacing(with: 0x1p23 + Float(EdgeClass.weak), where: crest .>= low)
                .replacing(with: 0x1p23 + Float(EdgeClass.edge), where: crest .>= high)
            answers.store(kind, i)
        }
        for i in 0..<source.width { classes[i] = UInt8(truncatingIfNeeded: answers[i].bitPattern) }
    }

    /// The rows of one thread: three of magnitudes, two of gradients, the latest last.
    private final class Worker {
        let lines: SourceLines<Source, Float>
        var magnitudes: [UnsafeMutablePointer<Float>]
        var horizontals: [UnsafeMutablePointer<Float>]
        var verticals: [UnsafeMutablePointer<Float>]
        let answers: UnsafeMutablePointer<Float>
        private let memory: UnsafeMutablePointer<Float>
        private let width: Int

        init(lines: SourceLines<Source, Float>, width: Int) {
            self.lines = lines
            self.width = width
            // A vector before the first pixel and one behind the last: beyond the picture magnitudes are zero.
            let pitch = (width + 15) / 16 * 16 + 48
            memory = .allocate(capacity: 8 * pitch)
            memory.initialize(repeating: 0, count: 8 * pitch)
            let starts = (0..<8).map { [memory] in memory + $0 * pitch + 16 }
            magnitudes = Array(starts[0..<3])
            horizontals = Array(starts[3..<5])
            verticals = Array(starts[5..<7])
            answers = starts[7]
        }

        deinit { memory.deallocate() }

        /// Makes room for the next row.
        func turn() {
            magnitudes.append(magnitudes.removeFirst())
            horizontals.swapAt(0, 1)
            verticals.swapAt(0, 1)
        }

        func gradient(_ span: Span) {
            let (above, here, below) = (lines.lines[0], lines.lines[1], lines.lines[2])
            let (horizontal, vertical) = (horizontals[1] + span.start, verticals[1] + span.start)
            let magnitude = magnitudes[2] + span.start
            for i in stride(from: 0, to: span.count, by: 16) {
                let (x, y) = sobel(above + i, here + i, below + i)
                horizontal.store(x, i)
                vertical.store(y, i)
                magnitude.store((x * x + y * y).squareRoot(), i)
            }
        }

        /// Whole vectors have written beyond the picture.
        func endRow() { magnitudes[2].advanced(by: width).update(repeating: 0, count: 16) }

        /// A row beyond the picture.
        func clear() { magnitudes[2].update(repeating: 0, count: width) }
    }
}
