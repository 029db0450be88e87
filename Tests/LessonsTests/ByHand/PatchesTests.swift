import Datasets
import Foundation
import NeuralNetwork
import Tensors
import TestSupport
import Testing

@testable import Lessons

/// A first convolution that copies the picture, pooling, and a second one whose maps look for one thing each.
@Suite("Pieces and maps of a network whose kernels were chosen", .limited)
struct PatchesTests {
    /// Of a place's window of pooled pixels one is looked at, `weight` times.
    private struct Look {
        let row: Int
        let column: Int
        let weight: Float
    }

    private func network(_ looks: [Look], side: Int = 14) throws -> Network {
        let model = Model(
            name: "by-hand", input: [side, side, 1],
            layers: [
                .conv2D(filters: 1, kernel: 3, activation: .relu), .maxPool2D(2),
                .conv2D(filters: looks.count, kernel: 3, activation: .relu), .flatten, .dense(2, activation: .softmax),
            ])
        var parameters = try Parameters(initialising: model, seed: 1)
        var (copy, second) = (Tensor([3, 3, 1, 1]), Tensor([3, 3, 1, looks.count]))
        copy.elements[4] = 1
        for (map, look) in looks.enumerated() {
            second.elements[(look.row * 3 + look.column) * looks.count + map] = look.weight
        }
        parameters["conv2d.kernel"] = copy
        parameters["conv2d_1.kernel"] = second
        return try Network(model, parameters: parameters)
    }

    /// Black pictures in which one pixel is lit.
    private func dots(_ dots: [(row: Int, column: Int, light: UInt8)], side: Int = 14) -> LabeledImages {
        let pictures = dots.map { dot in
            var pixels = [UInt8](repeating: 0, count: side * side)
            pixels[dot.row * side + dot.column] = dot.light
            return pixels
        }
        return HandMade.pictures(pictures, rows: side, labels: dots.indices.map { UInt8($0 % 2) }, classes: 2)
    }

    @Test("each map's pieces stand with the strongest answer first, and where the map answered")
    func patches() throws {
        // Both maps look at the upper left pixel of their window, the second one twice as hard.
        let network = try network([Look(row: 0, column: 0, weight: 1), Look(row: 0, column: 0, weight: 2)])
        let images = dots([(1, 1, 51), (3, 5, 255), (6, 2, 102)])
        let patches = try Patches(of: network, on: images, threads: 1)
        #expect(patches.maps.map(\.index) == [1, 0] && patches.side == 8)
        let first = patches.maps[0].patches
        #expect(first.map(\.image) == [1, 2, 0] && first.map(\.label) == [1, 0, 0])
        for (patch, answer) in zip(first, [2, 0.8, 0.4] as [Float]) { #expect(abs(patch.answer - answer) < 1e-6) }
        // The pixel at (3, 5) is at (2, 4) of the copy, at (1, 2) of the pooled one; two pixels to a place.
        #expect(first.map(\.row) == [2, 4, 0] && first.map(\.column) == [4, 0, 0])
        // So in each piece it stands where the map looks: in the four pixels behind the first row and column.
        let piece = Array(first[0].pixels)
        #expect(piece.count == 64 && piece.indices.filter { piece[$0] > 0 } == [1 * 8 + 1])
        #expect(piece[9] == 255)
    }

    @Test("no more pieces are kept than are shown, and of an image one for each map")
    func limits() throws {
        let looks = (0..<9).map { Look(row: $0 / 3, column: $0 % 3, weight: Float($0 + 1)) }
        let images = dots((0..<12).map { (6, 6, UInt8(100 + 10 * $0)) })
        let patches = try Patches(of: network(looks), on: images, threads: 1)
        // Of nine maps the weakest one is left out, of twelve images the two darkest.
        #expect(patches.maps.map(\.index) == Array((1...8).reversed()))
        for map in patches.maps { #expect(map.patches.map(\.image) == Array((2..<12).reversed())) }
    }

    @Test("the map that tells most is the one whose answers differ, not the one that is loud everywhere")
    func maps() throws {
        let model = Model(
            name: "by-hand", input: [4, 4, 1],
            layers: [.conv2D(filters: 3, kernel: 3, activation: .relu), .flatten, .dense(2, activation: .softmax)])
        var parameters = try Parameters(initialising: model, seed: 1)
        // The first map says nothing, the second five everywhere, the third what the picture has in the middle.
        var kernel = Tensor([3, 3, 1, 3])
        kernel.elements[4 * 3 + 2] = 1
        parameters["conv2d.kernel"] = kernel
        parameters["conv2d.bias"] = Tensor([3], [0, 5, 0])
        let images = dots([(1, 1, 255), (2, 2, 255), (1, 2, 255)], side: 4)
        let maps = try Maps(of: Network(model, parameters: parameters), on: images)
        let first = maps.layers[0]
        #expect(first.maps == [[0, 0, 0, 0], [5, 5, 5, 5], [1, 0, 0, 0]])
        #expect(first.strongest == 2 && first.silent == 1 && abs(first.quietShare - 7.0 / 12) < 1e-12)
        #expect(maps.followed == 2)
        // The first image of each class.
        #expect(maps.answers.map(\.label) == [0, 1] && maps.answers.map(\.map) == [[1, 0, 0, 0], [0, 0, 0, 1]])
        #expect(maps.filters[2] == [0, 0, 0, 0, 1, 0, 0, 0, 0] && maps.kernelSide == 3)
        #expect(maps.layers.map(\.layer) == ["conv2d", "flatten", "dense"])
        #expect(maps.label == 0 && maps.probabilities.count == 2)
        let surer = maps.probabilities[0] >= maps.probabilities[1] ? 0 : 1
        #expect(maps.answer == surer)
    }
}
