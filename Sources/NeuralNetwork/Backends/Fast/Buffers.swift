import Tensors

/// Floats on a cache line's boundary, zero at first.
final class Buffer {
    let start: UnsafeMutablePointer<Float>
    let count: Int

    init(_ count: Int) {
        self.count = count
        let bytes = max(count, 1) * MemoryLayout<Float>.stride
        let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
        start = memory.bindMemory(to: Float.self, capacity: max(count, 1))
        start.initialize(repeating: 0, count: max(count, 1))
    }

    deinit { start.deallocate() }
}

/// Room for the numbers of shards: one worker's own, used again for every shard, or one place for each shard of
/// the batch, where they must last until the update.
struct Slots {
    let buffer: Buffer
    private let stride: Int

    /// A worker's own room for `count` numbers.
    init(own count: Int) {
        buffer = Buffer(count)
        stride = 0
    }

    /// A place of `count` numbers for each of `slots`.
    init(kept count: Int, slots: Int) {
        buffer = Buffer(count * slots)
        stride = count
    }

    subscript(slot: Int) -> UnsafeMutablePointer<Float> { buffer.start + slot * stride }
}

/// How the numbers of a picture lie in memory.
enum Layout {
    /// NHWC: all channels of a pixel together.
    case interleaved
    /// nChw16c: sixteen channels of the whole picture together, then the next sixteen. Kernels that go through a
    /// picture again and again, sixteen channels at a time, keep it in the first cache.
    case blocked
}

/// What flows between two stages: values forward, gradients backward, one shard.
struct Flow {
    /// The shape of one image.
    let shape: Shape
    var layout = Layout.interleaved
    let values: Slots
    /// The gradient of the loss with respect to the values; nil where nobody learns from it.
    let gradient: Slots?
    /// How many rows and columns the next stage reads: who writes the flow may leave out the others, where values and
    /// gradient stay zero.
    var read: (height: Int, width: Int)?

    /// Rows that somebody reads.
    var height: Int { read?.height ?? shape[0] }
    /// Columns that somebody reads.
    var width: Int { read?.width ?? shape[1] }
    /// Floats from one pixel to the next.
    var pixel: Int { layout == .interleaved ? shape[2] : 16 }
    /// Floats from sixteen channels to the next sixteen.
    var group: Int { layout == .interleaved ? 16 : shape[0] * shape[1] * 16 }
}
