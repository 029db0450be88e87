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
    /// Pixel by pixel, the images of the shard one after another: a row of pixels is a matrix with a row for each
    /// pixel and image, which is what products of matrices read.
    case stacked
}

/// What flows between two stages: values forward, gradients backward, one shard.
struct Flow {
    /// The shape of one image.
    let shape: Shape
    let layout: Layout
    /// Images in a shard.
    let images: Int
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
    /// Floats from one image to the next.
    let image: Int
    /// Floats from one pixel to the next.
    let pixel: Int
    /// Floats from sixteen channels to the next sixteen.
    let group: Int

    init(shape: Shape, layout: Layout = .interleaved, images: Int, values: Slots, gradient: Slots?) {
        self.shape = shape
        self.layout = layout
        self.images = images
        self.values = values
        self.gradient = gradient
        let channels = shape.extents.last ?? 1
        image = layout == .stacked ? channels : shape.count
        pixel = layout == .stacked ? images * channels : layout == .blocked ? 16 : channels
        group = layout == .blocked ? shape.count / channels * 16 : 16
    }

    /// Makes the gradient of all images from one on zero.
    func clearGradient(slot: Int, from first: Int) {
        guard let gradient else { return }
        for image in first..<max(images, first) {
            let start = gradient[slot] + image * self.image
            switch layout {
            case .interleaved, .blocked: start.update(repeating: 0, count: shape.count)
            case .stacked:
                for place in 0..<shape[0] * shape[1] { (start + place * pixel).update(repeating: 0, count: shape[2]) }
            }
        }
    }

    /// Adds up a shard's numbers channel by channel: what a bias learns from the gradient of all pixels.
    func sumPixels(of numbers: UnsafeMutablePointer<Float>, to sums: UnsafeMutablePointer<Float>) {
        let channels = shape[2]
        if layout == .interleaved, 16 % channels == 0, (images * shape.count).isMultiple(of: 16) {
            return sumFewChannels(of: numbers, to: sums)
        }
        guard layout != .blocked, channels.isMultiple(of: 16) else { return sumPixelsSlowly(of: numbers, to: sums) }
        // Both orders of memory have all channels of one image's pixel together.
        for group in stride(from: 0, to: channels, by: 16) {
            var sum = Vector()
            for place in 0..<images * shape[0] * shape[1] { sum += numbers.vector(place * channels + group) }
            sums.store(sum, group)
        }
    }

    /// Every lane belongs to one channel, several to each.
    private func sumFewChannels(of numbers: UnsafeMutablePointer<Float>, to sums: UnsafeMutablePointer<Float>) {
        var sum = Vector()
        for place in stride(from: 0, to: images * shape.count, by: 16) { sum += numbers.vector(place) }
        let channels = shape[2]
        for channel in 0..<channels {
            sums[channel] = stride(from: channel, to: 16, by: channels).reduce(0) { $0 + sum[$1] }
        }
    }

    private func sumPixelsSlowly(of numbers: UnsafeMutablePointer<Float>, to sums: UnsafeMutablePointer<Float>) {
        for channel in 0..<shape[2] {
            var sum: Float = 0
            for image in 0..<images {
                let start = numbers + image * self.image + channel / 16 * group + channel % 16
                for place in 0..<shape[0] * shape[1] { sum += start[place * pixel] }
            }
            sums[channel] = sum
        }
    }
}
