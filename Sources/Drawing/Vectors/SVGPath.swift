import Elementary

/// Writes a path as SVG path data, on a grid of decimals: every step starts where the last one was written to end, so
/// that rounding never adds up.
struct SVGPath {
    private var data: [UInt8] = []
    private let places: Int
    private let unit: Double
    private var command: UInt8 = 0
    /// Where the pen stands and where its piece started, in units of the last decimal.
    private var (x, y) = (0, 0)
    private var start = (x: 0, y: 0)
    private var piece = Piece.none
    /// Behind a closed piece a line goes on from its start, and an arc begins another piece.
    private enum Piece { case none, announced, drawn, closed }

    /// - Parameter places: decimals.
    static func data(of path: Path, places: Int = SVGNumber.places) -> String {
        var writer = SVGPath(places: places)
        for element in path.elements { writer.add(element) }
        return String(decoding: writer.data, as: UTF8.self)
    }

    private init(places: Int) {
        self.places = places
        unit = SVGNumber.unit(places)
    }

    private mutating func add(_ element: Path.Element) {
        switch element {
        case .move(let point): move(grid(point.x), grid(point.y))
        case .line(let point): line(grid(point.x), grid(point.y))
        case .curve(let point, let first, let second):
            let corners = [first, second, point].map { (x: grid($0.x), y: grid($0.y)) }
            if piece == .none { move(corners[0].x, corners[0].y) }
            begin()
            write("c", corners.flatMap { [$0.x - x, $0.y - y] })
            (x, y) = corners[2]
        case .arc(let center, let radius, let start, let end): arc(center, abs(radius), start, end)
        case .rectangle(let frame):
            let (left, top) = (grid(frame.minX), grid(frame.minY))
            let (right, bottom) = (grid(frame.maxX), grid(frame.maxY))
            move(left, top)
            line(right, top)
            line(right, bottom)
            line(left, bottom)
            close()
        case .close: close()
        }
    }

    private mutating func move(_ newX: Int, _ newY: Int) {
        // Written once something is drawn from there.
        start = (newX, newY)
        piece = .announced
    }

    private mutating func begin() {
        defer { piece = .drawn }
        guard piece == .announced else { return }
        if data.isEmpty { write("M", [start.x, start.y]) } else { write("m", [start.x - x, start.y - y]) }
        (x, y) = start
    }

    private mutating func line(_ newX: Int, _ newY: Int) {
        if piece == .none { return move(newX, newY) }
        begin()
        let (dx, dy) = (newX - x, newY - y)
        if dy == 0 {
            write("h", [dx])
        } else if dx == 0 {
            write("v", [dy])
        } else {
            write("l", [dx, dy])
        }
        (x, y) = (newX, newY)
    }

    private mutating func close() {
        guard piece == .drawn else { return }
        data.append(UInt8(ascii: "z"))
        command = UInt8(ascii: "z")
        (x, y) = start
        piece = .closed
    }

    // MARK: Arcs

    private mutating func arc(_ center: Point, _ radius: Double, _ from: Double, _ to: Double) {
        func place(_ angle: Double) -> (x: Int, y: Int) {
            (grid(center.x + radius * .cos(angle)), grid(center.y + radius * .sin(angle)))
        }
        let sweep = to - from
        let size = grid(radius)
        let isWhole = abs(abs(sweep) - 2 * .pi) < 1e-9
        if isWhole, piece == .none || piece == .closed {
            // Two halves that meet on the grid.
            let (middleX, middleY) = (grid(center.x), grid(center.y))
            move(middleX + size, middleY)
            begin()
            let sense = sweep > 0 ? 1 : 0
            write("a", [size, size], flags: [0, 1, sense], [-2 * size, 0])
            write("a", [size, size], flags: [0, 1, sense], [2 * size, 0])
            return
        }
        let first = place(from)
        if piece == .none || piece == .closed { move(first.x, first.y) } else { line(first.x, first.y) }
        begin()
        // A third of a turn at most: where the ends of longer arcs are rounded, their middles wander.
        let pieces = max(1, Int(min((abs(sweep) / (2 * .pi / 3) - 1e-9).rounded(.up), 1e4)))
        for number in 1...pieces {
            let next = place(from + sweep * Double(number) / Double(pieces))
            write("a", [size, size], flags: [0, 0, sweep > 0 ? 1 : 0], [next.x - x, next.y - y])
            (x, y) = next
        }
    }

    // MARK: Numbers

    private func grid(_ value: Double) -> Int { SVGNumber.grid(value, unit) }

    private mutating func write(
        _ letter: Unicode.Scalar, _ numbers: [Int], flags: [Int] = [], _ more: [Int] = []
    ) {
        let letter = UInt8(ascii: letter)
        var needsSpace = letter == command
        if !needsSpace { data.append(letter) }
        command = letter
        func add(_ number: Int, places: Int) {
            if needsSpace, number >= 0 { data.append(UInt8(ascii: " ")) }
            needsSpace = true
            SVGNumber.append(number, places: places, to: &data)
        }
        for number in numbers { add(number, places: places) }
        for flag in flags { add(flag, places: 0) }
        for number in more { add(number, places: places) }
    }
}
