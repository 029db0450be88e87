import Datasets
import Foundation
import Imaging
import NeuralNetwork
import Notebook
import Tensors
import TestSupport
import Testing

@testable import Lessons

@Suite("What a network cleans, worked out by hand", .limited)
struct CleaningTests {
    private static let side = 4

    /// Gives back the same grey everywhere, whatever it sees.
    private func gray() throws -> Network {
        let model = Model(
            name: "gray", input: [Self.side, Self.side, 1],
            layers: [
                .maxPool2D(2, padding: .same), .upSampling2D(2),
                .conv2D(filters: 1, kernel: 3, padding: .same, activation: .linear),
            ])
        var parameters = Parameters()
        parameters["conv2d.kernel"] = Tensor([3, 3, 1, 1])
        parameters["conv2d.bias"] = Tensor([1], [0.5])
        return try Network(model, parameters: parameters)
    }

    /// Gives back what it sees.
    private func mirror() throws -> Network {
        let model = Model(
            name: "mirror", input: [Self.side, Self.side, 1],
            layers: [.conv2D(filters: 1, kernel: 3, padding: .same, activation: .linear)])
        var parameters = Parameters()
        var kernel = Tensor([3, 3, 1, 1])
        kernel.elements[4] = 1
        parameters["conv2d.kernel"] = kernel
        parameters["conv2d.bias"] = Tensor([1])
        return try Network(model, parameters: parameters)
    }

    /// Pictures of one intensity each.
    private func plain(_ intensities: [UInt8], labels: [UInt8]) -> LabeledImages {
        HandMade.pictures(
            intensities.map { Array(repeating: $0, count: Self.side * Self.side) }, rows: Self.side, labels: labels,
            classes: 4)
    }

    private func cleaning(_ network: Network, train: LabeledImages, test: LabeledImages) throws -> Cleaning {
        try Cleaning(
            of: HandMade.trained(network),
            on: ImageDataset(source: RunSettings.sketch.garments, train: train, test: test), seed: 1, threads: 1)
    }

    private let close = 1e-6

    @Test("an error is the mean square of what is wrong; the worst pictures stand first, and classes have their mean")
    func errors() throws {
        let train = plain([0, 255, 128], labels: [0, 1, 2])
        // Half grey for 0, 0.8, 0.4, 1 and 0.6: a quarter, 0.09, 0.01, a quarter, 0.01.
        let test = plain([0, 204, 102, 255, 153], labels: [0, 1, 1, 2, 2])
        let cleaning = try cleaning(gray(), train: train, test: test)
        #expect(cleaning.worst.map(\.index) == [0, 3, 1, 2, 4] || cleaning.worst.map(\.index) == [0, 3, 1, 4, 2])
        for (sample, error) in zip(cleaning.worst, [0.25, 0.25, 0.09, 0.01, 0.01]) {
            #expect(abs(sample.cleanedError - error) < close)
        }
        for (error, expected) in zip(cleaning.classErrors, [0.25, 0.05, 0.13, 0]) {
            #expect(abs(error - expected) < close)
        }
        #expect(abs(cleaning.after.mean - 0.122) < close && abs(cleaning.after.maximum - 0.25) < close)
        #expect(abs(cleaning.after.median - 0.09) < close && abs(cleaning.after.minimum - 0.01) < close)
        // Of fifty bins up to a quarter 0.01 is in the second or third, 0.09 about the eighteenth, a quarter in the last.
        #expect(cleaning.errorHistogram.reduce(0, +) == 5 && cleaning.errorHistogram[49] == 2)
        #expect(cleaning.errorHistogram[1...2].reduce(0, +) == 2 && cleaning.errorHistogram[17...18].reduce(0, +) == 1)
        let first = try #require(cleaning.first.first)
        #expect(first.clean == Data(repeating: 0, count: 16) && first.cleaned == Data(repeating: 128, count: 16))
        #expect(cleaning.first.map(\.label) == [0, 1, 1, 2, 2])
    }

    @Test("pictures beyond the fence are unusual: one and a half times the quartiles' distance above the third")
    func fence() throws {
        // Errors of 0.01 and 0.04, five each, and two of a quarter: quartiles 0.01 and 0.04, the fence at 0.085.
        let test = plain(
            Array(repeating: 153, count: 5) + Array(repeating: 178, count: 5) + [0, 255],
            labels: Array(repeating: 0, count: 12))
        let cleaning = try cleaning(gray(), train: test, test: test)
        // 178 is 0.698039: 0.039219.
        #expect(abs(cleaning.fence - (0.039_219_5 + 1.5 * (0.039_219_5 - 0.01))) < 1e-5)
        #expect(cleaning.unusual == 2)
    }

    @Test("a mirror cleans nothing: errors after are those before, under each noise, and none without noise")
    func mirrored() throws {
        let train = plain([40, 80], labels: [0, 1])
        let test = plain([30, 60, 90, 120, 150, 180], labels: [0, 1, 2, 3, 0, 1])
        let cleaning = try cleaning(mirror(), train: train, test: test)
        func squares(_ noise: Noise) -> [Double] {
            // Pictures of the test are numbered behind those of the training.
            let spoiled = test.spoiled(by: noise, from: 2, seed: 1, threads: 1)
            return (0..<6).map { image in
                (image * 16..<(image + 1) * 16).reduce(0) {
                    let wrong = Double(spoiled[$1]) - Double(test.pixels[$1]) / 255
                    return $0 + wrong * wrong / 16
                }
            }
        }
        #expect(cleaning.trials.map(\.noise) == ["none", "gaussian", "poisson", "speckle", "blur"])
        #expect(cleaning.trials[0].before.maximum == 0 && cleaning.trials[0].after.maximum < 1e-12)
        let noises: [Noise] = [
            .gaussian(mean: 0, deviation: 0.4), .poisson(photons: 4), .speckle(deviation: 0.8), .blur(deviation: 1.5),
        ]
        for (trial, noise) in zip(cleaning.trials.dropFirst(), noises) {
            let mean = squares(noise).reduce(0, +) / 6
            #expect(abs(trial.before.mean - mean) < close, "\(trial.noise)")
            #expect(abs(trial.after.mean - mean) < close, "\(trial.noise)")
            #expect(trial.samples.map(\.index) == [0, 1])
            // What is even all over has nothing to blur.
            #expect((mean > 1e-3) == (trial.noise != "blur"), "\(trial.noise)")
        }
        #expect(abs(cleaning.before.mean - cleaning.trials[1].before.mean) < close)
        #expect(cleaning.latent.isEmpty && cleaning.latentSide == 0)
    }

    @Test("training pictures are shown with their noise, and intensities are counted without it and with it")
    func pairs() throws {
        let train = plain([0, 255, 128], labels: [0, 1, 2])
        let cleaning = try cleaning(gray(), train: train, test: plain([0], labels: [0]))
        #expect(cleaning.cleanHistogram[0] == 16 && cleaning.cleanHistogram[63] == 16)
        #expect(cleaning.cleanHistogram[32] == 16 && cleaning.cleanHistogram.reduce(0, +) == 48)
        #expect(cleaning.noisyHistogram.reduce(0, +) == 48 && cleaning.noisyHistogram[32] < 16)
        #expect(cleaning.pairs.map(\.label) == [0, 1, 2])
        let spoiled = train.spoiled(by: Training.syllabusNoise, from: 0, seed: 1, threads: 1)
        for (index, pair) in cleaning.pairs.enumerated() {
            let noisy = spoiled[index * 16..<(index + 1) * 16].map { UInt8(min(255, max(0, ($0 * 255).rounded()))) }
            #expect(pair.noisy == Data(noisy) && pair.noisy != pair.clean)
        }
    }

    @Test("the narrowest maps are those of the first test picture with its noise")
    func latent() throws {
        let (train, test) = (plain([0, 255], labels: [0, 1]), plain([100, 50], labels: [0, 1]))
        let cleaning = try cleaning(gray(), train: train, test: test)
        let noisy = test.spoiled(by: Training.syllabusNoise, from: 2, seed: 1, threads: 1)
        let pooled = [0, 2, 8, 10].map { corner in [0, 1, 4, 5].map { noisy[corner + $0] }.max() ?? 0 }
        #expect(cleaning.latent == [pooled] && cleaning.latentSide == 2)
    }

    @Test("a spread by hand: quartiles lie between neighbours in proportion, ratios are averaged in decibels")
    func spread() throws {
        let spread = Cleaning.Spread(of: [0.1, 0.001, 0.01, 0.05])
        #expect(spread.minimum == 0.001 && spread.maximum == 0.1 && abs(spread.mean - 0.040_25) < 1e-12)
        // Places 0.75, 1.5 and 2.25 of four.
        #expect(abs(spread.quartiles[0] - 0.007_75) < 1e-12 && abs(spread.median - 0.03) < 1e-12)
        #expect(abs(spread.quartiles[1] - 0.062_5) < 1e-12)
        // 10, 30, 20 and 13.0103 decibels.
        #expect(abs(try #require(spread.ratio) - 18.252_575) < 1e-5)
    }

    @Test("on other pictures the same network meets the noise that it knows")
    func otherData() throws {
        try HandMade.withCourse { course in
            let denoising = Training(ofSyllabus: CourseModels.denoising)
            let network = try HandMade.stubborn(denoising.network(in: course.settings), answer: 0)
            try course.keep(network, as: denoising)
            let other = try course.value(of: OtherData.measurement(of: denoising))
            let test = try course.digits.test
            let seed = denoising.configuration(in: course.settings).seed
            let noisy = test.spoiled(by: Training.syllabusNoise, from: 0, seed: seed, threads: 1)
            func mean(_ square: (Int) -> Double) -> Double {
                noisy.indices.reduce(0) { $0 + square($1) } / Double(noisy.count)
            }
            // It answers with the sigmoid of one everywhere.
            let grey = 1 / (1 + exp(-1.0))
            let before = mean { pow(Double(noisy[$0]) - Double(test.pixels[$0]) / 255, 2) }
            let after = mean { pow(grey - Double(test.pixels[$0]) / 255, 2) }
            #expect(abs(try #require(other.before).mean - before) < 1e-6)
            #expect(abs(try #require(other.after).mean - after) < 1e-6)
        }
    }
}
