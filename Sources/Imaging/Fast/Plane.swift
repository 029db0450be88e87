/// What planes are made of: `UInt8`, `UInt16`, `Int16` or `Float`.
public protocol PlaneSample: BitwiseCopyable, Equatable, Sendable {
    /// Black.
    static var zero: Self { get }
}

extension UInt8: PlaneSample {}
extension UInt16: PlaneSample {}
extension Int16: PlaneSample {}
extension Float: PlaneSample {}

/// One channel of a picture, row after row from the top left, in memory that loops can use at full speed: every row
/// begins at a cache line, and what is behind its last sample belongs to nobody.
///
/// A value, as arrays are: copies share their memory until one is written to. Answers go into a plane that the caller
/// has, and whose memory is used again where it has the right size; memory that is new costs more than most filters.
public struct Plane<Sample: PlaneSample>: Sendable {
    /// Samples in a row.
    public let width: Int
    /// Rows.
    public let height: Int
    /// Samples from the start of one row to the start of the next.
    let pitch: Int
    private var memory: PlaneMemory<Sample>

    /// A plane of samples that mean nothing, to be overwritten.
    init(uninitializedWidth width: Int, height: Int) {
        precondition(width >= 0 && height >= 0, "a plane of \(width) x \(height)")
        self.width = width
        self.height = height
        pitch = Self.pitch(of: width)
        memory = PlaneMemory(count: pitch * height)
    }

    /// A plane of one intensity everywhere; also what answers are written into.
    ///
    /// - Precondition: no side is negative.
    public init(width: Int, height: Int, repeating sample: Sample = .zero) {
        self.init(uninitializedWidth: width, height: height)
        memory.start.update(repeating: sample, count: memory.count)
    }

    /// - Precondition: no side is negative, and there are `width * height` samples.
    public init(width: Int, height: Int, samples: [Sample]) {
        precondition(samples.count == width * height, "\(samples.count) samples for \(width) x \(height)")
        self.init(width: width, height: height)
        for row in 0..<height {
            for column in 0..<width { memory.start[row * pitch + column] = samples[row * width + column] }
        }
    }

    /// `height` rows of `width` samples.
    public var samples: [Sample] {
        var samples: [Sample] = []
        samples.reserveCapacity(width * height)
        for row in 0..<height {
            samples.append(contentsOf: UnsafeBufferPointer(start: memory.start + row * pitch, count: width))
        }
        return samples
    }

    /// The sample in one row and column, both counted from 0 at the top left.
    public subscript(row: Int, column: Int) -> Sample {
        get { memory.start[index(row, column)] }
        set {
            let index = index(row, column)
            if !isKnownUniquelyReferenced(&memory) { memory = memory.copy() }
            memory.start[index] = newValue
        }
    }

    /// What `body` returns, which may read the samples of each row as long as it runs.
    public func withRows<Value>(_ body: (_ row: Int, UnsafeBufferPointer<Sample>) throws -> Value) rethrows -> [Value] {
        try (0..<height).map { row in
            try body(row, UnsafeBufferPointer(start: memory.start + row * pitch, count: width))
        }
    }

    private func index(_ row: Int, _ column: Int) -> Int {
        precondition(row >= 0 && row < height, "row \(row) of \(height)")
        precondition(column >= 0 && column < width, "column \(column) of \(width)")
        return row * pitch + column
    }

    /// Whole cache lines, and one more where rows would lie whole kilobytes apart: many of them would want the same few
    /// places of the first cache.
    private static func pitch(of width: Int) -> Int {
        let line = 64 / MemoryLayout<Sample>.stride
        let lines = (width + line - 1) / line
        return (lines % 16 == 0 ? lines + 1 : lines) * line
    }
}

extension Plane: Equatable {
    /// Whether both have the same size and the same samples.
    public static func == (left: Plane, right: Plane) -> Bool {
        left.width == right.width && left.height == right.height
            && (0..<left.height).allSatisfy { row in
                let (a, b) = (left.memory.start + row * left.pitch, right.memory.start + row * right.pitch)
                return (0..<left.width).allSatisfy { a[$0] == b[$0] }
            }
    }
}

/// The samples of a plane while it is kept alive, for several threads.
struct PlaneRows<Sample: PlaneSample>: @unchecked Sendable {
    let start: UnsafeMutablePointer<Sample>
    let width: Int
    let height: Int
    let pitch: Int

    @inline(__always)
    subscript(row: Int) -> UnsafeMutablePointer<Sample> { start + row * pitch }
}

extension Plane {
    /// What `body` returns, which only reads.
    func reading<Value>(_ body: (PlaneRows<Sample>) -> Value) -> Value {
        withExtendedLifetime(memory) {
            body(PlaneRows(start: memory.start, width: width, height: height, pitch: pitch))
        }
    }

    /// Gives the plane a size, whatever it has held, and lets `body` write every sample of it. Memory of that size
    /// which nobody shares is used again.
    mutating func overwriting<Value>(width: Int, height: Int, _ body: (PlaneRows<Sample>) -> Value) -> Value {
        if self.width != width || self.height != height || !isKnownUniquelyReferenced(&memory) {
            self = Plane(uninitializedWidth: width, height: height)
        }
        return reading(body)
    }
}

extension Plane {
    /// Copies every sample: what memory gives at most, for comparison.
    public func copy(into answer: inout Plane, threads: Int) {
        reading { source in
            answer.overwriting(width: width, height: height) { target in
                Bands(rows: height, threads: threads).forEach { () in
                } work: { _, rows in
                    for row in rows { target[row].update(from: source[row], count: source.width) }
                }
            }
        }
    }
}
