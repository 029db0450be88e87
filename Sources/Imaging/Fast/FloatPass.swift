/// A correlation over a whole plane: bands of rows for the threads, rows in fours, columns in spans.
struct FloatPass<Correlator: FloatCorrelator, Source: PlaneSample, Target: FloatTarget>: Sendable {
    let correlator: Correlator
    let placement: Placement
    /// Makes floats of samples that lie side by side.
    let convert: @Sendable (UnsafePointer<Source>, UnsafeMutablePointer<Float>, Int) -> Void

    func run(_ source: PlaneRows<Source>, to target: PlaneRows<Target>, threads: Int) {
        // Where answers wait in a line to be rounded, that line should stay in the first cache.
        let piece =
            Target.self == Float.self && Source.self == Float.self && !(correlator is SeparableAnySize) ? 4096 : 512
        let spans = Span.all(
            placement: placement, width: source.width, piece: piece, allowsInside: Source.self == Float.self)
        Bands(rows: target.height, threads: threads).forEach {
            Worker(
                lines: SourceLines(
                    of: source, placement: placement, block: rowsAtOnce, piece: piece, convert: convert),
                piece: piece, columns: placement.columns)
        } work: { worker, rows in
            for row in stride(from: rows.lowerBound, to: rows.upperBound, by: rowsAtOnce) {
                let count = min(rowsAtOnce, rows.upperBound - row)
                for span in spans {
                    worker.lines.prepare(span, row: row, rows: count)
                    for i in 0..<rowsAtOnce {
                        worker.targets[i] =
                            i < count ? target[row + i].asFloats(span.start) ?? worker.answers[i] : worker.answers[i]
                    }
                    correlator.answer(
                        worker.lines.lines, count: span.count, to: worker.targets, work: worker.room)
                    for i in 0..<count {
                        Target.write(worker.targets[i], to: target[row + i] + span.start, count: span.count)
                    }
                }
            }
        }
    }

    /// What one thread works with.
    private final class Worker {
        let lines: SourceLines<Source, Float>
        let targets = UnsafeMutablePointer<UnsafeMutablePointer<Float>>.allocate(capacity: rowsAtOnce)
        let answers: [UnsafeMutablePointer<Float>]
        let room: UnsafeMutablePointer<Float>

        init(lines: SourceLines<Source, Float>, piece: Int, columns: Int) {
            self.lines = lines
            answers = (0..<rowsAtOnce).map { _ in .allocate(capacity: piece + 64) }
            room = .allocate(capacity: rowsAtOnce * (piece + columns + 128))
            room.initialize(repeating: 0, count: rowsAtOnce * (piece + columns + 128))
        }

        deinit {
            targets.deallocate()
            for answer in answers { answer.deallocate() }
            room.deallocate()
        }
    }
}

extension UnsafeMutablePointer where Pointee: FloatTarget {
    /// Where floats can be written at once.
    @inline(__always)
    fileprivate func asFloats(_ column: Int) -> UnsafeMutablePointer<Float>? {
        Pointee.self == Float.self ? UnsafeMutableRawPointer(self + column).assumingMemoryBound(to: Float.self) : nil
    }
}
