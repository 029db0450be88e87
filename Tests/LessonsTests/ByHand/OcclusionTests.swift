import Datasets
import Foundation
import NeuralNetwork
import TestSupport
import Testing

@testable import Lessons

@Suite("Covering a picture, worked out by hand", .limited)
struct OcclusionTests {
    private static let side = 9
    /// The one pixel that matters.
    private static let mark = (row: 3, column: 5)

    /// Looks at one pixel alone: lit it makes the second class three times as likely as the first.
    private func network() throws -> Network {
        var weights = [[Float]](repeating: [0, 0], count: Self.side * Self.side)
        weights[Self.mark.row * Self.side + Self.mark.column] = [0, 1.098_612_3]
        return try HandMade.classifier([Self.side, Self.side, 1], weights)
    }

    private var white: [UInt8] { Array(repeating: 255, count: Self.side * Self.side) }

    /// Whether a square of five pixels reaches the pixel that matters.
    private func covers(_ place: Int) -> Bool {
        abs(place / Self.side - Self.mark.row) <= 2 && abs(place % Self.side - Self.mark.column) <= 2
    }

    @Test("what a square costs is the probability without it minus that with it, at each place of its centre")
    func lost() throws {
        // Two images of each class: the first of each is covered, and the second class's is lit everywhere.
        let black = [UInt8](repeating: 0, count: Self.side * Self.side)
        let test = HandMade.pictures([white, white, black, black], rows: Self.side, labels: [1, 0, 1, 0], classes: 2)
        let occlusion = try Occlusion(of: network(), on: test, threads: 1)
        #expect(occlusion.cases.map(\.label) == [0, 1] && occlusion.cases[1].pixels == Data(white))
        #expect(abs(occlusion.cases[1].probability - 0.75) < 1e-6 && abs(occlusion.cases[0].probability - 0.25) < 1e-6)
        for place in 0..<Self.side * Self.side {
            // 3/4 falls to 1/2; what stands for the other class rises from 1/4 to 1/2.
            #expect(abs(occlusion.cases[1].lost[place] - (covers(place) ? 0.25 : 0)) < 1e-6, "\(place)")
            #expect(abs(occlusion.cases[0].lost[place] - (covers(place) ? -0.25 : 0)) < 1e-6, "\(place)")
        }
        // Of 2 · 81 places only the 25 that take something from the second class cost a point or more.
        #expect(abs(occlusion.harmlessShare - 137.0 / 162) < 1e-12)
    }

    @Test("of colours all three are covered")
    func colours() throws {
        let count = Self.side * Self.side
        var weights = [[Float]](repeating: [0, 0], count: 3 * count)
        // The blue of that pixel.
        weights[(Self.mark.row * Self.side + Self.mark.column) * 3 + 2] = [0, 1.098_612_3]
        let test = LabeledImages(
            rows: Self.side, columns: Self.side, channels: 3, classes: 2,
            pixels: Array(repeating: 255, count: 3 * count), labels: [1])
        let occlusion = try Occlusion(
            of: HandMade.classifier([Self.side, Self.side, 3], weights), on: test, threads: 1)
        let lost = try #require(occlusion.cases.first?.lost)
        #expect(lost.indices.allSatisfy { abs(lost[$0] - (covers($0) ? 0.25 : 0)) < 1e-6 })
    }
}
