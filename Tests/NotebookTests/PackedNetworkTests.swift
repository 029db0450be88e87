import Foundation
import NeuralNetwork
import Notebook
import Storage
import TestSupport
import Testing

@Suite("A network as a page holds it", .limited)
struct PackedNetworkTests {
    /// What the page's script reads.
    private struct Packed: Decodable {
        struct Layer: Decodable {
            let kind: String
            let side: Int?
            let scales: [Float]?
            let bias: [Float]?
            let weights: String?
        }
        let input: [Int]
        let parameters: Int
        let layers: [Layer]
    }

    private func packed(_ network: Network) throws -> Packed? {
        guard let packed = try PackedNetwork(network) else { return nil }
        #expect(packed.size == packed.json.line.utf8.count)
        return try JSONDecoder().decode(Packed.self, from: Data(packed.json.line.utf8))
    }

    /// The weights that stand in a layer, each two characters of base64.
    private func weights(in layer: Packed.Layer) throws -> [Float] {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        let digits = try #require(layer.weights).map { try #require(alphabet.firstIndex(of: $0)) }
        let scales = try #require(layer.scales)
        return stride(from: 0, to: digits.count, by: 2).enumerated().map { index, place in
            Float(digits[place] * 64 + digits[place + 1] - 2_048) * scales[index % scales.count]
        }
    }

    @Test("keeps every weight within half a step of its map's or unit's scale, and biases as they are")
    func weights() throws {
        for model in [CourseModels.compact.model, CourseModels.baseline.model] {
            let network = try Network(model, seed: 7)
            let packed = try #require(try packed(network))
            #expect(packed.input == [28, 28])
            #expect(packed.parameters == network.parameters.count)
            let named = try model.resolved().filter { !$0.parameters.isEmpty }
            let layers = packed.layers.filter { $0.weights != nil }
            #expect(layers.map(\.kind) == named.map(\.kind))
            for (layer, name) in zip(layers, named.map(\.name)) {
                let kernel = try #require(network.parameters["\(name).kernel"]).elements
                let found = try weights(in: layer)
                let scales = try #require(layer.scales)
                #expect(found.count == kernel.count)
                for (output, scale) in scales.enumerated() {
                    let weights = stride(from: output, to: kernel.count, by: scales.count).map { abs(kernel[$0]) }
                    #expect(abs(scale * 2_047 - (weights.max() ?? 0)) < 1e-6)
                }
                #expect(
                    zip(found, kernel).enumerated().allSatisfy { index, pair in
                        abs(pair.0 - pair.1) <= 0.5001 * scales[index % scales.count]
                    })
                #expect(layer.bias == network.parameters["\(name).bias"]?.elements)
            }
        }
    }

    @Test("takes as much of a page as there is room for: both networks of the digit lab under 300 KB")
    func size() throws {
        let sizes = try [CourseModels.compact, CourseModels.baseline].map { course in
            try #require(try PackedNetwork(Network(course.model, seed: 1))).size
        }
        #expect(sizes.reduce(0, +) < 300_000, "\(sizes)")
    }

    @Test("an odd number of weights is filled up, and weights that are all zero stay zero")
    func odd() throws {
        let model = Model(name: "odd", input: [1, 3, 1], layers: [.flatten, .dense(1, activation: .softmax)])
        var parameters = try Network(model, seed: 1).parameters
        parameters["dense.kernel"] = .init([3, 1])
        let packed = try #require(try packed(Network(model, parameters: parameters)))
        #expect(try weights(in: packed.layers[0]).prefix(3) == [0, 0, 0])
    }

    @Test("is none where the page's script does not know a layer, or the network reads colours")
    func unknown() throws {
        let others: [Model] = [
            CourseModels.denoising.model,
            Model(name: "colour", input: [8, 8, 3], layers: [.flatten, .dense(2, activation: .softmax)]),
            Model(name: "stride", layers: [.conv2D(filters: 2, kernel: 3, stride: 2, activation: .relu)]),
            Model(name: "linear", layers: [.conv2D(filters: 2, kernel: 3)]),
            Model(name: "average", layers: [.averagePool2D(2)]),
            Model(name: "overlap", layers: [.maxPool2D(3, stride: 2)]),
        ]
        for model in others { #expect(try PackedNetwork(Network(model, seed: 1)).map(\.size) == nil, "\(model.name)") }
    }
}
