import Datasets
import Platform
import Imaging
import NeuralNetwork
import Notebook
import Tensors

/// Where pictures are spoiled, cleaned by a network, and compared with what they were.
struct Bench {
    let network: Network
    let seed: UInt64
    let threads: Int

    /// What came of cleaning a set of pictures.
    struct Outcome {
        fileprivate let bench: Bench
        fileprivate let images: LabeledImages
        fileprivate let noisy: [Float]
        fileprivate let cleaned: [Float]
        /// Mean squared errors against the clean pictures.
        let before: [Double]
        let after: [Double]

        /// Some of the pictures.
        func samples(_ indices: some Sequence<Int>) -> [Cleaning.Sample] {
            bench.samples(indices, of: images, noisy, cleaned)
        }
    }

    /// Spoils pictures and has the network clean them.
    ///
    /// - Parameters:
    ///   - noise: what spoils them; nothing where `nil`.
    ///   - number: the number of the first picture in the data set.
    func clean(_ images: LabeledImages, of noise: Noise?, from number: Int) throws -> Outcome {
        let noisy =
            noise.map { images.spoiled(by: $0, from: number, seed: seed, threads: threads) }
            ?? images.pixels.map { Float($0) / 255 }
        // snippet.clean
        let examples = try Examples(
            .floats(noisy), shape: [images.rows, images.columns, 1], cleaned: .bytes(images.pixels))
        let cleaned = try network.predict(examples, options: RunOptions(threads: threads)).elements
        // snippet.end
        return Outcome(
            bench: self, images: images, noisy: noisy, cleaned: cleaned, before: errors(of: noisy, images),
            after: errors(of: cleaned, images))
    }

    /// The mean squared error of every picture against what it should be.
    private func errors(of pixels: [Float], _ images: LabeledImages) -> [Double] {
        (0..<images.count).map { error(of: pixels, images, $0) }
    }

    private func error(of pixels: [Float], _ images: LabeledImages, _ index: Int) -> Double {
        picture(pixels, images, index).meanSquaredError(to: images.image(index))
    }

    /// One of many pictures that lie one after another, from 0 to 1, as intensities.
    private func picture(_ pixels: [Float], _ images: LabeledImages, _ index: Int) -> GrayImage {
        let size = images.rows * images.columns
        return GrayImage(
            width: images.columns, height: images.rows,
            pixels: pixels[(index * size)..<((index + 1) * size)].map { $0 * 255 })
    }

    /// Pictures with what became of them.
    func samples(
        _ indices: some Sequence<Int>, of images: LabeledImages, _ noisy: [Float], _ cleaned: [Float]
    ) -> [Cleaning.Sample] {
        indices.map { index in
            Cleaning.Sample(
                index: index, label: Int(images.labels[index]), clean: Data(images.pixels(of: index)),
                noisy: Data(picture(noisy, images, index).bytes), cleaned: Data(picture(cleaned, images, index).bytes),
                noisyError: error(of: noisy, images, index), cleanedError: error(of: cleaned, images, index))
        }
    }

    /// The maps of the narrowest layer, for the first picture with its noise: map by map, row after row.
    func latent(of images: LabeledImages, from number: Int) throws -> (maps: [[Float]], side: Int) {
        let first = images.prefix(1)
        let noisy = first.spoiled(by: Training.syllabusNoise, from: number, seed: seed, threads: 1)
        let activations = try network.activations(of: Tensor([first.rows, first.columns, 1], noisy))
        guard let narrow = activations.last(where: { $0.layer.hasPrefix("max_pooling2d") })?.values else {
            return ([], 0)
        }
        let channels = narrow.shape[2]
        let maps = (0..<channels).map { channel in
            stride(from: channel, to: narrow.elements.count, by: channels).map { narrow.elements[$0] }
        }
        return (maps, narrow.shape[1])
    }
}
