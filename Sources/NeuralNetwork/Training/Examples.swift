import Tensors

/// Numbers between 0 and 1, either as bytes (divided by 255 when they are used; 60,000 digits take 47 MB) or
/// as they are.
public enum Pixels: Sendable {
    case bytes([UInt8])
    case floats([Float])

    /// How many numbers there are.
    public var count: Int {
        switch self {
        case .bytes(let bytes): bytes.count
        case .floats(let floats): floats.count
        }
    }
}

/// What a network should answer.
public enum Targets: Sendable {
    /// The class of each image, below `classes`.
    case labels([UInt8], classes: Int)
    /// The image that should come out, one for each input.
    case images(Pixels)
}

/// Images with what a network should answer to them.
public struct Examples: Sendable {
    /// The shape of one image, HWC.
    public let shape: Shape
    /// How many images there are.
    public let count: Int
    let inputs: Pixels
    let targets: Targets

    /// Images and labels.
    ///
    /// - Parameter pixels: row by row, channel by channel, image after image.
    /// - Throws: ``TrainingError/examplesDoNotFit(model:reason:)`` if the counts disagree or a label is too large.
    public init(
        _ pixels: Pixels, shape: Shape = [28, 28, 1], labels: [UInt8], classes: Int = 10
    ) throws(TrainingError) {
        try self.init(pixels, shape: shape, count: labels.count, targets: .labels(labels, classes: classes))
        if let label = labels.first(where: { Int($0) >= classes }) {
            throw .examplesDoNotFit(model: "any", reason: "label \(label) in examples of \(classes) classes")
        }
    }

    /// Images and the images that should come out, of the same shape.
    ///
    /// - Throws: ``TrainingError/examplesDoNotFit(model:reason:)`` if the counts disagree.
    public init(
        _ pixels: Pixels, shape: Shape = [28, 28, 1], cleaned: Pixels
    ) throws(TrainingError) {
        guard cleaned.count == pixels.count else {
            throw .examplesDoNotFit(
                model: "any", reason: "\(cleaned.count) target numbers for \(pixels.count) input numbers")
        }
        try self.init(
            pixels, shape: shape, count: pixels.count / max(shape.count, 1), targets: .images(cleaned))
    }

    private init(_ pixels: Pixels, shape: Shape, count: Int, targets: Targets) throws(TrainingError) {
        guard shape.rank == 3, shape.count > 0 else {
            throw .examplesDoNotFit(model: "any", reason: "\(shape) is not the shape of an image")
        }
        let (numbers, overflow) = count.multipliedReportingOverflow(by: shape.count)
        guard !overflow, pixels.count == numbers else {
            throw .examplesDoNotFit(
                model: "any", reason: "\(pixels.count) numbers are not \(count) images of \(shape)")
        }
        self.shape = shape
        self.count = count
        inputs = pixels
        self.targets = targets
    }

    /// The class of every image; empty where the targets are images.
    public var labels: [UInt8] {
        if case .labels(let labels, _) = targets { labels } else { [] }
    }

    /// The first `limit` examples.
    public func prefix(_ limit: Int) -> Examples { selecting(0..<min(max(limit, 0), count)) }

    /// The examples of a range.
    ///
    /// - Precondition: the range lies within `0..<count`.
    public func selecting(_ range: Range<Int>) -> Examples {
        Examples(copying: range, of: self)
    }

    /// One image, HWC.
    ///
    /// - Precondition: there is an image of that index.
    public func image(_ index: Int) -> Tensor {
        let range = index * shape.count..<(index + 1) * shape.count
        return Tensor(shape, inputs.floats(range))
    }

    private init(copying range: Range<Int>, of other: Examples) {
        let numbers = range.lowerBound * other.shape.count..<range.upperBound * other.shape.count
        shape = other.shape
        count = range.count
        inputs = other.inputs.selecting(numbers)
        targets =
            switch other.targets {
            case .labels(let labels, let classes): .labels(Array(labels[range]), classes: classes)
            case .images(let images): .images(images.selecting(numbers))
            }
    }
}

extension Pixels {
    func selecting(_ range: Range<Int>) -> Pixels {
        switch self {
        case .bytes(let bytes): .bytes(Array(bytes[range]))
        case .floats(let floats): .floats(Array(floats[range]))
        }
    }

    /// A stretch of the numbers, between 0 and 1.
    func floats(_ range: Range<Int>) -> [Float] {
        switch self {
        case .bytes(let bytes): bytes[range].map { Float($0) / 255 }
        case .floats(let floats): Array(floats[range])
        }
    }

    /// The same, into memory that is there already.
    func copy(_ range: Range<Int>, to target: UnsafeMutablePointer<Float>) {
        switch self {
        case .bytes(let bytes):
            bytes[range].withUnsafeBufferPointer { source in
                guard let start = source.baseAddress else { return }
                for i in 0..<source.count { target[i] = Float(start[i]) / 255 }
            }
        case .floats(let floats):
            floats[range].withUnsafeBufferPointer { source in
                if let start = source.baseAddress { target.update(from: start, count: source.count) }
            }
        }
    }

    /// Images of `size` numbers from anywhere, one after another.
    ///
    /// Shuffled images lie where no cache knows them. So a line of memory is taken from every image before the next
    /// line is: the processor then waits for many at once.
    func gather(_ images: UnsafeBufferPointer<Int>, size: Int, to target: UnsafeMutablePointer<Float>) {
        guard case .bytes(let bytes) = self else {
            for (row, image) in images.enumerated() {
                copy(image * size..<(image + 1) * size, to: target + row * size)
            }
            return
        }
        precondition(images.allSatisfy { 0 <= $0 && ($0 + 1) * size <= bytes.count }, "no such image")
        bytes.withUnsafeBufferPointer { bytes in
            guard let start = bytes.baseAddress else { return }
            for first in stride(from: 0, to: size, by: 64) {
                let width = min(64, size - first)
                for (row, image) in images.enumerated() {
                    let (source, place) = (start + image * size + first, target + row * size + first)
                    for i in 0..<width { place[i] = Float(source[i]) / 255 }
                }
            }
        }
    }
}
