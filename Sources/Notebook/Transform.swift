import Datasets
import Imaging
import NeuralNetwork
import Tensors
import Threads

/// What is done to pictures before a network sees them, the same in training and in the test.
public enum Transform: Hashable, Sendable {
    /// Nothing: pixels as they are, and the network is to tell the class.
    case none
    /// The pixels of every picture change places by one fixed permutation, and the network is to tell the class.
    case permuted
    /// Pictures are spoiled, and the network is to give back what they were. Every picture has a random stream of
    /// its own, by its number in the data set.
    case noisy(Noise)

    /// One line that never changes with the version of the program: for cache keys.
    var canonicalDescription: String {
        switch self {
        case .none: "none"
        case .permuted: "permuted"
        case .noisy(let noise): "noisy 1 \(noise.canonicalDescription)"
        }
    }

    /// The pictures as a network sees them.
    ///
    /// - Parameters:
    ///   - number: the number of the first picture in the data set: 0 for training, 60,000 for the test.
    ///   - seed: where permutation and noise come from.
    ///   - threads: how many threads share the work; the result does not depend on it.
    /// - Throws: `TrainingError` if labels are out of range.
    public func examples(
        of images: LabeledImages, from number: Int = 0, seed: UInt64, threads: Int
    ) throws -> Examples {
        switch self {
        case .none: return try images.examples()
        case .permuted: return try images.permutedPixels(seed: seed).examples()
        case .noisy(let noise):
            let spoiled = images.spoiled(by: noise, from: number, seed: seed, threads: threads)
            return try Examples(.floats(spoiled), shape: images.shape, cleaned: .bytes(images.pixels))
        }
    }
}

extension LabeledImages {
    /// The shape of one image as a network reads it: height, width, channels.
    public var shape: Shape { [rows, columns, channels] }

    /// The images as a network reads them: height, width, channels; bytes that count as 0 to 1.
    ///
    /// - Throws: `TrainingError` if labels are out of range.
    public func examples() throws -> Examples {
        try Examples(.bytes(pixels), shape: shape, labels: labels, classes: classes)
    }

    // snippet.permuted
    /// The pixels of every image in another order, the same for all of them.
    public func permuted(seed: UInt64) -> LabeledImages {
        let size = rows * columns
        var stream = RandomStream(seed: seed, purpose: .pixelOrder)
        let order = stream.permutation(of: size)
        var moved = [UInt8](repeating: 0, count: pixels.count)
        for image in 0..<count {
            for place in 0..<size { moved[image * size + place] = pixels[image * size + order[place]] }
        }
        return LabeledImages(rows: rows, columns: columns, pixels: moved, labels: labels)
    }
    // snippet.end

    /// The same in any number of channels and classes: the numbers of a pixel stay together.
    public func permutedPixels(seed: UInt64) -> LabeledImages { changingPlanes { $0.permuted(seed: seed) } }

    /// All images spoiled, one after another, from 0 (black) to 1 (white).
    ///
    /// - Parameters:
    ///   - number: the number of the first image in its data set; each image has the random stream of its number.
    ///   - threads: how many threads share the work; the result does not depend on it.
    public func spoiled(by noise: Noise, from number: Int = 0, seed: UInt64, threads: Int) -> [Float] {
        var spoiled: [Float] = []
        spoiled.reserveCapacity(pixels.count)
        // A few thousand pictures at a time: all pieces beside the whole would take twice the memory.
        for first in stride(from: 0, to: count, by: 8_000) {
            let starts = Array(stride(from: first, to: min(count, first + 8_000), by: 500))
            let pieces = Parallel.map(starts.count, threads: threads) { piece in
                (starts[piece]..<min(count, starts[piece] + 500)).flatMap { index in
                    var stream = RandomStream(
                        seed: seed, purpose: .noise, index: UInt32(truncatingIfNeeded: number + index))
                    return image(index).spoiled(by: noise, from: &stream).pixels.map { $0 / 255 }
                }
            }
            for piece in pieces { spoiled += piece }
        }
        return spoiled
    }
}
