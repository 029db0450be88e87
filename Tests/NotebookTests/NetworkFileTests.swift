import Imaging
import NeuralNetwork
import Notebook
import Storage
import TestSupport
import Testing

@Suite("Networks as files", .limited)
struct NetworkFileTests {
    private func read(_ text: String) throws(NetworkFileError) -> NetworkFile {
        try NetworkFile(decoding: Array(text.utf8), path: "net.json", name: "net")
    }

    private func fault(_ text: String) -> String {
        caught(NetworkFileError.self) { try read(text) }.map { "\($0)" } ?? "none"
    }

    /// A whole file, with one line of it replaced.
    private func file(
        layers: String = """
        { "layer": "Conv2D", "filters": 4, "kernel": 3, "activation": "relu" },
        { "layer": "MaxPooling2D", "size": 2 },
        { "layer": "Flatten" },
        { "layer": "Dense", "units": 10, "activation": "softmax" }
        """, rest: String = #""loss": "categoricalCrossEntropy", "optimizer": { "kind": "adam" }"#,
        epochs: String = "2", batch: String = "32"
    ) -> String {
        """
        {
        "data": "mnist",
        "layers": [
        \(layers)
        ],
        \(rest),
        "epochs": \(epochs), "batch": \(batch)
        }
        """
    }

    @Test("a file says all that a network of the course says, and reads back as the same training")
    func roundTrip() throws {
        for model in CourseModels.all {
            let training = Training(ofSyllabus: model)
            let written = try #require(NetworkFile(training, model.training))
            for text in [written.text, written.line] {
                let back = try read(text)
                #expect(back.network.model == model.model)
                #expect(back.network.name == model.name)
                #expect(back.network.training == model.training)
                #expect(back.training.transform == training.transform && back.training.source == training.source)
                #expect(back.text == written.text)
            }
        }
    }

    @Test("every kind of layer, with everything that may be said of it, reads back as it was")
    func allMembers() throws {
        let layers: [Layer] = [
            .conv2D(
                filters: 8, kernel: 3, stride: 2, padding: .same, activation: .tanh, initialisation: .heUniform),
            .maxPool2D(2, stride: 1, padding: .same), .averagePool2D(2), .upSampling2D(2), .flatten, .dropout(0.25),
            .dense(12, activation: .sigmoid, initialisation: .heUniform), .dense(10, activation: .softmax),
        ]
        let configuration = TrainingConfiguration(
            epochs: 3, batch: 7, validation: 0.25, validationIsFirst: true,
            optimizer: .sgd(learningRate: 0.05, momentum: 0.9), seed: .max, keeps: .best)
        let own = NetworkFile(
            CourseModel(model: Model(name: "own.net-1", layers: layers), training: configuration), data: "mnist")
        let back = try read(own.text)
        #expect(back.network.model == own.network.model)
        #expect(back.network.training == configuration)
        for noise: Noise in [
            .gaussian(mean: 0.1, deviation: 0.4), .poisson(photons: 12), .speckle(deviation: 0.3),
            .blur(deviation: 1.5),
        ] {
            let cleaner = CourseModels.denoising
            let noisy = NetworkFile(cleaner, data: "fashion-mnist", noise: noise)
            #expect(try read(noisy.text).noise == noise)
        }
    }

    @Test("what is left out is as the schema's defaults say, and the network is called as the file")
    func defaults() throws {
        let training = try read(file()).network.training
        #expect(training == TrainingConfiguration(epochs: 2, batch: 32))
        #expect(try read(file()).network.name == "net")
    }

    @Test("an unknown word gets its place, what may be meant, and what is allowed")
    func unknownWords() {
        let filers = fault(file(layers: #"{ "layer": "Conv2D", "filers": 4, "kernel": 3 }"#))
        #expect(filers.hasPrefix("net.json:4:22: Conv2D has no “filers”; did you mean filters?"), "\(filers)")
        #expect(filers.contains("It has layer, filters, kernel, stride, padding, activation, initialisation"))
        let kind = fault(file(layers: #"{ "layer": "conv2d", "filters": 4, "kernel": 3 }"#))
        #expect(kind.hasPrefix("net.json:4:12: ") && kind.contains("did you mean Conv2D?"), "\(kind)")
        let optimiser = fault(file(rest: #""loss": "meanSquaredError", "optimiser": { "kind": "adam" }"#))
        #expect(optimiser.contains(":9:29: ") && optimiser.contains("did you mean optimizer?"), "\(optimiser)")
        let data = fault(file().replacing("\"mnist\"", with: "\"minst\""))
        #expect(data.hasPrefix("net.json:2:9: ") && data.contains("did you mean mnist?"), "\(data)")
        #expect(fault(file(rest: #""optimizer": { "kind": "adam" }"#)).contains("lacks “loss”"))
        #expect(fault(file(epochs: "0")).contains("“epochs” takes a whole number from 1 to 1000000, not 0"))
        #expect(fault(file(epochs: "2.5")).contains("not 2.5"))
        #expect(fault(file(epochs: "\"2\"")).contains("not “2”"))
    }

    @Test("what is no JSON gets line and column")
    func noJSON() {
        #expect(fault("{ \"data\": \"mnist\",\n  }").hasPrefix("net.json:2:3: this is no JSON: another name"))
        #expect(fault("{\n\"data\": mnist }").hasPrefix("net.json:2:9: this is no JSON: “mnist” is no value"))
        #expect(fault("{ \"data\": 1, \"data\": 2 }").contains("is in line 1 already"))
        #expect(fault(String(repeating: "[", count: 100_000)).contains("more than 32 deep"))
        #expect(fault("").hasPrefix("net.json:1:1: "))
    }

    @Test("a layer that does not fit is named with the shape that arrives")
    func shapes() {
        let large = fault(
            file(
                layers: """
                    { "layer": "MaxPooling2D", "size": 14 },
                    { "layer": "Conv2D", "filters": 4, "kernel": 3 }
                    """))
        #expect(large.hasPrefix("net.json:5:1: layer 2, Conv2D, has a window of 3 x 3, and 2x2x1 arrives"), "\(large)")
        let flat = fault(file(layers: #"{ "layer": "Dense", "units": 10, "activation": "softmax" }"#))
        #expect(flat.contains("layer 1, Dense, reads a row of numbers, and 28x28x1 arrives"), "\(flat)")
        #expect(flat.contains("Flatten"))
        let late = fault(file(layers: #"{ "layer": "Flatten" }, { "layer": "MaxPooling2D", "size": 2 }"#))
        #expect(late.contains("layer 2, MaxPooling2D, reads maps") && late.contains("784 arrives"), "\(late)")
        let nine = fault(
            file(layers: #"{ "layer": "Flatten" }, { "layer": "Dense", "units": 9, "activation": "softmax" }"#))
        #expect(nine.contains("layer 2, dense, answers with 9 numbers, and mnist has 10 classes"), "\(nine)")
        let linear = fault(file(layers: #"{ "layer": "Flatten" }, { "layer": "Dense", "units": 10 }"#))
        #expect(linear.contains("ends with linear") && linear.contains("the activation softmax"), "\(linear)")
        let maps = fault(file(layers: #"{ "layer": "Conv2D", "filters": 4, "kernel": 3 }"#))
        #expect(maps.contains("answers with 26x26x4, and classes are a row of numbers"), "\(maps)")
    }

    @Test("a file can't ask for more memory than is stated")
    func limits() {
        let wide = #"{ "layer": "Flatten" }, { "layer": "Dense", "units": 4096 }, { "layer": "Dense", "units": 4096 }"#
        #expect(fault(file(layers: wide)).contains("more than the 4000000 that are taken"))
        let deep = #"{ "layer": "UpSampling2D", "factor": 16 }, { "layer": "UpSampling2D", "factor": 16 }"#
        #expect(fault(file(layers: deep)).contains("more than the 1000000 that are taken"))
        let broad = #"{ "layer": "UpSampling2D", "factor": 8 }, { "layer": "Conv2D", "filters": 1, "kernel": 64 }"#
        #expect(fault(file(layers: broad)).contains("under its kernels, more than the 16000000"))
        let many = """
            { "layer": "Conv2D", "filters": 32, "kernel": 3, "activation": "relu" }, { "layer": "Flatten" },
            { "layer": "Dense", "units": 10, "activation": "softmax" }
            """
        #expect(fault(file(layers: many, batch: "65536")).contains("a batch of 65536 is too large; take at most"))
        #expect(
            fault(file(layers: Array(repeating: #"{ "layer": "Flatten" }"#, count: 101).joined(separator: ",")))
                .contains("a list of 1 to 100 members, and there are 101"))
    }
}
