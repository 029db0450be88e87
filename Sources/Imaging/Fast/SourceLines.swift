/// Rows of samples for a kernel to lie on, borders included: read where they are as long as the kernel stays inside the
/// picture, else copied to where there is room for a border.
///
/// One thread's own.
final class SourceLines<Sample: PlaneSample, Lane: PlaneSample> {
    /// For each row under the kernel, from the topmost on: where the sample under its leftmost weight is, for the first
    /// column of the span.
    let lines: UnsafeMutablePointer<UnsafePointer<Lane>>
    private let source: PlaneRows<Sample>
    private let placement: Placement
    private let count: Int
    private let room: Int
    private let copies: UnsafeMutablePointer<Lane>
    private let black: UnsafeMutablePointer<Lane>
    private let convert: (UnsafePointer<Sample>, UnsafeMutablePointer<Lane>, Int) -> Void

    /// - Parameters:
    ///   - block: how many rows of answers are made at once.
    ///   - piece: how many columns a span has at most.
    ///   - convert: makes lanes of samples that lie side by side.
    init(
        of source: PlaneRows<Sample>, placement: Placement, block: Int, piece: Int,
        convert: @escaping (UnsafePointer<Sample>, UnsafeMutablePointer<Lane>, Int) -> Void
    ) {
        self.source = source
        self.placement = placement
        self.convert = convert
        count = placement.rows + block - 1
        // Loops that read whole vectors read beyond the last column.
        room = (piece + placement.columns + 2 * 64) / 64 * 64
        lines = .allocate(capacity: count)
        copies = .allocate(capacity: room * count)
        copies.initialize(repeating: .zero, count: room * count)
        black = .allocate(capacity: room)
        black.initialize(repeating: .zero, count: room)
    }

    deinit {
        lines.deallocate()
        copies.deallocate()
        black.deallocate()
    }

    /// Fills ``lines`` for some rows of answers from `row` on.
    ///
    /// - Parameter rows: how many of them there are; behind them lines may hold anything.
    func prepare(_ span: Span, row: Int, rows: Int) {
        let first = row - placement.above
        let column = span.start - placement.left
        for i in 0..<count {
            // Rows beyond the last answer's are read by nobody who looks at what comes of it.
            let wanted = first + min(i, placement.rows + rows - 2)
            guard let sourceRow = placement.border.source(of: wanted, in: source.height) else {
                lines[i] = UnsafePointer(black)
                continue
            }
            let samples = UnsafePointer(source[sourceRow])
            if span.isInside {
                // Spans are inside only where samples are lanes.
                lines[i] = UnsafeRawPointer(samples + column).assumingMemoryBound(to: Lane.self)
            } else {
                let copy = copies + i * room
                fill(copy, from: samples, column: column, count: span.count + placement.columns - 1)
                lines[i] = UnsafePointer(copy)
            }
        }
    }

    /// Copies samples from `column` on, which may lie before the row's first one or behind its last.
    private func fill(_ copy: UnsafeMutablePointer<Lane>, from samples: UnsafePointer<Sample>, column: Int, count: Int)
    {
        let end = column + count
        let first = min(max(0, column), end)
        let last = max(first, min(source.width, end))
        convert(samples + first, copy + (first - column), last - first)
        for outside in [column..<first, last..<end] {
            for place in outside {
                if let source = placement.border.source(of: place, in: source.width) {
                    convert(samples + source, copy + (place - column), 1)
                } else {
                    copy[place - column] = .zero
                }
            }
        }
    }
}
