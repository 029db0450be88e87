import Datasets
import Foundation
import Imaging
import TestSupport
import Testing

/// What the program draws itself, as it should look, in `Likenesses`, compared pixel by pixel within a bound: other
/// versions of Cairo put other greys at the edges.
///
/// `COURSE_RECORD=1 swift test --filter LikenessTests` records them anew; look at each before it is committed.
@Suite("What the program draws looks as it did", .limited)
struct LikenessTests {
    private static let isRecording = ProcessInfo.processInfo.environment["COURSE_RECORD"] != nil

    /// Of ten thousand pixels no more than two differ by more than an edge's grey may.
    private static func holds(_ left: ColorImage, _ right: ColorImage) -> Bool {
        guard let difference = ImageDifference(left, right, tolerance: 48) else { return false }
        return difference.differing * 5_000 <= left.width * left.height
    }

    private func check(_ image: ColorImage, _ name: String) throws {
        if Self.isRecording {
            let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Likenesses")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(PNG.encode(image)).write(to: folder.appending(path: name))
            return
        }
        let folder = try #require(Bundle.module.url(forResource: "Likenesses", withExtension: nil))
        let file = folder.appending(path: name)
        let known = try PNG.decode([UInt8](#require(try? Data(contentsOf: file), "there is no \(name); record it")))
        if !Self.holds(known, image) {
            let difference = ImageDifference(known, image, tolerance: 48)
            Issue.record("\(name) looks otherwise: \(String(describing: difference))")
        }
    }

    @Test("the scene")
    func scene() throws { try check(Scene.image(width: 480), "scene.png") }

    @Test("two images of each class of digits and of garments", arguments: [DatasetDescription.mnist, .fashionMNIST])
    func images(kind: DatasetDescription) throws {
        let drawn = try DrawnImages(kind, seed: 1).images(0..<160, threads: 2)
        var pixels: [UInt8] = []
        for label in 0..<UInt8(10) {
            let places = drawn.labels.indices.filter { drawn.labels[$0] == label }.prefix(2)
            try #require(places.count == 2)
            for place in places { pixels += drawn.pixels(of: place).flatMap { [$0, $0, $0, 255] } }
        }
        try check(ColorImage(width: 28, height: pixels.count / (4 * 28), pixels: pixels), "\(kind.pictures).png")
    }

    @Test("and a line of the scene that is missing is noticed")
    func sensitivity() throws {
        let scene = try Scene.image(width: 480)
        var other = scene
        for row in 100..<112 {
            for column in 200..<204 {
                let pixel = other[row, column]
                other[row, column] = .init(red: ~pixel.red, green: ~pixel.green, blue: ~pixel.blue, alpha: 255)
            }
        }
        #expect(Self.holds(scene, scene) && !Self.holds(scene, other))
    }
}
