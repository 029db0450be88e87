import Imaging
import NeuralNetwork
import Tensors
import TestSupport
import Testing

@testable import Lessons

@Suite("The lesson on channels", .limited)
struct ChannelsTests {
    /// What the layer of networks answers, row by row: planes become channels, slices one filter.
    private func layer(_ planes: [GrayImage], _ slices: [Kernel], bias: Float) -> [[Float]] {
        let (height, width) = (planes[0].height, planes[0].width)
        var input = Tensor([1, height, width, planes.count])
        var kernel = Tensor([3, 3, planes.count, 1])
        for (channel, (plane, slice)) in zip(planes, slices).enumerated() {
            for row in 0..<height {
                for column in 0..<width { input[0, row, column, channel] = plane[row, column] }
            }
            for row in 0..<3 {
                for column in 0..<3 { kernel[row, column, channel, 0] = slice[row, column] }
            }
        }
        let output = Layer.conv2D(filters: 1, kernel: 3).definition.forward(
            input, [kernel, Tensor([1], [bias])], in: .inference)
        return (0..<height - 2).map { row in (0..<width - 2).map { output[0, row, $0, 0] } }
    }

    @Test("by hand: 2 (9+9+8) - 2 (4+3+4) = 30 in red, 12 - 5 = 7 in green, 12 - 6 = 6 in blue; 43 - 3 = 40")
    func byHand() {
        let sums = zip(Channels.planes, Channels.slices).map {
            Channels.answer(of: [$1], bias: 0, on: [$0], row: 0, column: 0)
        }
        #expect(sums == [30, 7, 6])
        let map = Channels.map(of: Channels.slices, bias: Channels.bias, on: Channels.planes)
        #expect(map.rows == [[40, 29, -5]])
    }

    @Test("the page's plain loop answers what the layer of networks answers")
    func layerAgrees() {
        let map = Channels.map(of: Channels.slices, bias: Channels.bias, on: Channels.planes)
        #expect(map.rows == layer(Channels.planes, Channels.slices, bias: Channels.bias))
    }

    @Test("over 32 maps as well, but for the last bits")
    func manyMaps() {
        let picture = GrayImage(rows: (0..<6).map { row in (0..<7).map { Float((row * 31 + $0 * 17) % 23) } })
        let maps = ManyMaps.edges(in: picture, count: 32)
        let own = Channels.map(of: ManyMaps.spots(count: 32), bias: 2, on: maps)
        let layers = layer(maps, ManyMaps.spots(count: 32), bias: 2)
        for (row, answers) in layers.enumerated() {
            for (column, answer) in answers.enumerated() {
                #expect(abs(own[row, column] - answer) < 0.01)
            }
        }
    }

    @Test("each map has the edges of its own direction: the first those that grow lighter to the right, and no other")
    func directions() {
        let step = GrayImage(rows: Array(repeating: [0, 0, 0, 9, 9, 9], count: 5))
        let maps = ManyMaps.edges(in: step, count: 4)
        #expect(maps[0].rows[2] == [0, 0, 36, 36, 0, 0])
        #expect(maps[2].pixels.allSatisfy { $0 == 0 })
    }

    @Test("a light spot answers with orange, a dark one with blue, an even picture with nothing")
    func spots() {
        func answer(_ middle: Float) -> Float {
            var picture = GrayImage(width: 7, height: 7, repeating: 50)
            picture.pixels[3 * 7 + 3] = middle
            let maps = ManyMaps.edges(in: picture, count: 32)
            return Channels.map(of: ManyMaps.spots(count: 32), bias: 0, on: maps)[2, 2]
        }
        #expect(answer(90) > 1)
        #expect(answer(10) < -1)
        #expect(answer(50) == 0)
    }

    @Test("a grey patch cancels out in the filter of the page, whatever is on it: only the bias is left")
    func gray() {
        let patch = GrayImage(rows: [[12, 200, 7], [90, 3, 255], [0, 31, 64]])
        let answer = Channels.answer(
            of: Channels.slices, bias: Channels.bias, on: [patch, patch, patch], row: 0, column: 0)
        #expect(answer == Channels.bias)
    }
}
