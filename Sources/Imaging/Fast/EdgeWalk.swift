/// Walks from every strong pixel through all weak ones that touch it, also over a corner, and makes edges of them.
///
/// Which pixels are reached depends on no order: so bands can be walked at once, and then what leads from one to
/// another.
struct EdgeWalk: Sendable {
    /// ``EdgeClass``es, and a frame of zeros around them.
    let classes: PlaneRows<UInt8>

    func run(_ bands: Bands) {
        bands.forEach { () in
        } work: { _, rows in
            walk(from: rows, within: rows)
        }
        // What hangs together over the limit of two bands begins beside it.
        for band in bands.bands.dropFirst() {
            for row in [band.lowerBound - 1, band.lowerBound] {
                walk(from: row..<(row + 1), within: 0..<(classes.height - 2))
            }
        }
    }

    /// - Parameters:
    ///   - from: rows of the picture where walks begin.
    ///   - within: the rows that they may go to.
    private func walk(from rows: Range<Int>, within limits: Range<Int>) {
        let (start, pitch) = (classes.start, classes.pitch)
        // Rows and columns count from the frame.
        let (first, end) = ((limits.lowerBound + 1) * pitch, (limits.upperBound + 1) * pitch)
        let steps = [-pitch - 1, -pitch, -pitch + 1, -1, 1, pitch - 1, pitch, pitch + 1]
        var waiting: [Int] = []
        steps.withUnsafeBufferPointer { steps in
            func visit(_ pixel: Int) {
                for step in steps {
                    let neighbour = pixel + step
                    guard neighbour >= first, neighbour < end, start[neighbour] == EdgeClass.weak else { continue }
                    start[neighbour] = EdgeClass.edge
                    waiting.append(neighbour)
                }
            }
            for row in rows {
                let line = (row + 1) * pitch
                eachEdge(in: line + 1, count: classes.width - 2) { pixel in
                    visit(pixel)
                    while let next = waiting.popLast() { visit(next) }
                }
            }
        }
    }

    /// The places of edges, eight pixels at a look where there is none.
    private func eachEdge(in first: Int, count: Int, _ body: (Int) -> Void) {
        let start = classes.start
        var pixel = first
        let end = first + count
        while pixel < end {
            if pixel + 8 <= end,
                UnsafeRawPointer(start + pixel).loadUnaligned(as: UInt64.self) & 0x0101_0101_0101_0101 == 0
            {
                pixel += 8
                continue
            }
            for each in pixel..<min(pixel + 8, end) where start[each] == EdgeClass.edge { body(each) }
            pixel += 8
        }
    }
}
