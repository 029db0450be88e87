/// A correlation of bytes over a whole plane, in whole numbers.
struct WordPass<Correlator: WordCorrelator, Target: WordTarget>: Sendable {
    let correlator: Correlator
    let placement: Placement
    let scale: Scale<Correlator.Sum>

    /// Answers in a row of a span: what comes of them on the way stays in the first cache.
    private static var piece: Int { 2048 }

    func run(_ source: PlaneRows<UInt8>, to target: PlaneRows<Target>, threads: Int) {
        let spans = Span.all(placement: placement, width: source.width, piece: Self.piece)
        Bands(rows: target.height, threads: threads).forEach {
            Worker(source: source, placement: placement, piece: Self.piece)
        } work: { worker, rows in
            for row in rows {
                for span in spans {
                    worker.lines.prepare(span, row: row, rows: 1)
                    correlator.answer(
                        worker.lines.lines, count: span.count, scale: scale, to: target[row] + span.start,
                        work: worker.room)
                }
            }
        }
    }

    /// What one thread works with.
    private final class Worker {
        let lines: SourceLines<UInt8, UInt8>
        let room: UnsafeMutablePointer<Correlator.Sum>

        init(source: PlaneRows<UInt8>, placement: Placement, piece: Int) {
            lines = SourceLines(of: source, placement: placement, block: 1, piece: piece) { source, bytes, count in
                bytes.update(from: source, count: count)
            }
            room = .allocate(capacity: 2 * piece + placement.columns + 64)
        }

        deinit { room.deallocate() }
    }
}
