/// How a kernel lies on a picture: its size, and how far it reaches beyond the pixel that it answers for.
struct Placement: Sendable {
    let rows: Int
    let columns: Int
    let border: Border

    /// Rows of the kernel above the pixel; with `valid` the pixel is the one under the kernel's first weight.
    var above: Int { border == .valid ? 0 : (rows - 1) / 2 }
    /// Columns of the kernel left of the pixel.
    var left: Int { border == .valid ? 0 : (columns - 1) / 2 }

    /// The answer's columns for a picture's.
    func answers(width: Int) -> Int { border == .valid ? outputSize(input: width, kernel: columns) : width }
    /// The answer's rows for a picture's.
    func answers(height: Int) -> Int { border == .valid ? outputSize(input: height, kernel: rows) : height }
}

/// Neighbouring columns of an answer.
struct Span: Sendable {
    let start: Int
    let count: Int
    /// Whether every sample under the kernel lies within the picture.
    let isInside: Bool

    /// The columns of an answer: where the kernel reaches beyond the picture by themselves, the others in pieces.
    ///
    /// - Parameter allowsInside: whether any piece may be called inside.
    static func all(placement: Placement, width: Int, piece: Int, allowsInside: Bool = true) -> [Span] {
        let answers = placement.answers(width: width)
        let line = 64
        let begin = (placement.left + line - 1) / line * line
        let end = max(0, width - (placement.columns - 1 - placement.left)) / line * line
        guard allowsInside, begin < end else { return pieces(0..<answers, piece, isInside: false) }
        return pieces(0..<begin, piece, isInside: false) + pieces(begin..<end, piece, isInside: true)
            + pieces(end..<answers, piece, isInside: false)
    }

    private static func pieces(_ columns: Range<Int>, _ piece: Int, isInside: Bool) -> [Span] {
        stride(from: columns.lowerBound, to: columns.upperBound, by: piece).map {
            Span(start: $0, count: min(piece, columns.upperBound - $0), isInside: isInside)
        }
    }
}
