import Drawing
import Tensors
import Threads

/// Counts up whenever the same seed would draw other images.
let drawnImagesVersion = 2

/// Images that the program draws itself, for machines without the published data: each from the seed and its
/// own number alone, so any of them can be drawn by itself, and by any thread.
public struct DrawnImages: Sendable {
    /// Which set the images stand in for: garments for Fashion-MNIST, digits for MNIST and any other.
    public let kind: DatasetDescription
    /// Where the random streams begin; each image has one of its own.
    public let seed: UInt64

    /// Images of a kind under a seed; any of them can be drawn alone.
    public init(_ kind: DatasetDescription, seed: UInt64) {
        self.kind = kind
        self.seed = seed
    }

    /// The images of the given numbers, with their labels.
    ///
    /// - Throws: ``DatasetError/drawing(reason:)`` when Cairo has no memory.
    public func images(_ numbers: Range<Int>, threads: Int) throws(DatasetError) -> LabeledImages {
        let starts = Array(stride(from: numbers.lowerBound, to: numbers.upperBound, by: 250))
        let pieces = Parallel.map(starts.count, threads: threads) { piece in
            Result { () throws(DatasetError) in
                try draw(starts[piece]..<min(numbers.upperBound, starts[piece] + 250))
            }
        }
        var pixels: [UInt8] = []
        var labels: [UInt8] = []
        pixels.reserveCapacity(numbers.count * kind.shape.count)
        for piece in pieces {
            let drawn = try piece.get()
            pixels += drawn.pixels
            labels += drawn.labels
        }
        return LabeledImages(rows: kind.rows, columns: kind.columns, pixels: pixels, labels: labels)
    }

    private func draw(_ numbers: Range<Int>) throws(DatasetError) -> (pixels: [UInt8], labels: [UInt8]) {
        var pixels: [UInt8] = []
        var labels: [UInt8] = []
        do {
            let areGarments = kind == .fashionMNIST
            let canvas =
                areGarments
                ? try Canvas(pixelsWide: kind.columns, high: kind.rows)
                : try Canvas(coverageWide: kind.columns, high: kind.rows)
            for number in numbers {
                var stream = RandomStream(
                    seed: seed, purpose: areGarments ? .drawnGarments : .drawnDigits,
                    index: UInt32(truncatingIfNeeded: number))
                let label = stream.integer(below: kind.classes.count)
                canvas.erase()
                pixels +=
                    areGarments
                    ? try DrawnGarment(label, &stream).pixels(on: canvas)
                    : try DrawnDigit(label, &stream).pixels(on: canvas)
                labels.append(UInt8(label))
            }
        } catch {
            throw .drawing(reason: "\(error)")
        }
        return (pixels, labels)
    }
}
