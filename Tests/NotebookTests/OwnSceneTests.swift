import Imaging
import Notebook
import TestSupport
import Testing

@Suite("A picture of the reader's in the place of the course's", .limited)
struct OwnSceneTests {
    private func source(_ width: Int, _ height: Int) -> SourcePicture {
        var plane = GrayImage(width: width, height: height)
        for row in 0..<height { for column in 0..<width { plane[row, column] = Float((row * 7 + column * 3) % 256) } }
        return SourcePicture(.bytes([Plane<UInt8>(plane)]))
    }

    @Test(
        "it is made to fit 480 x 400 and cut to multiples of 8; a small one is not enlarged",
        arguments: [
            ([480, 320], [480, 320]), ([4000, 3000], [480, 360]), ([3000, 4000], [296, 400]),
            ([200, 131], [200, 128]),
            ([479, 127], [472, 120]), ([1920, 480], [480, 120]), ([120, 120], [120, 120]),
        ])
    func fits(size: [Int], expected: [Int]) throws {
        let scene = try OwnScene(source(size[0], size[1]))
        #expect([scene.image.width, scene.image.height] == expected)
    }

    @Test("what is cut goes on both sides")
    func cut() throws {
        let picture = source(126, 133)
        let scene = try OwnScene(picture)
        // 6 columns and 5 rows too many.
        #expect(scene.image == picture.image.cropped(row: 2, column: 3, width: 120, height: 128))
    }

    @Test(
        "one that is too small or too narrow is refused with its size",
        arguments: [
            ([119, 400], OwnScene.Failure.tooSmall(width: 119, height: 400)),
            ([500, 119], OwnScene.Failure.tooSmall(width: 500, height: 119)),
            ([1924, 480], OwnScene.Failure.tooNarrow(width: 1924, height: 480)),
            ([240, 1000], OwnScene.Failure.tooNarrow(width: 240, height: 1000)),
        ])
    func refused(size: [Int], failure: OwnScene.Failure) {
        let error = caught(OwnScene.Failure.self) { _ = try OwnScene(source(size[0], size[1])) }
        #expect(error == failure)
        #expect(failure.description.contains("\(size[0]) x \(size[1])"))
    }

    @Test("one of a single colour has nothing to show")
    func plain() {
        let white = SourcePicture(
            .bytes([Plane<UInt8>(width: 200, height: 200, samples: Array(repeating: 255, count: 40_000))]))
        #expect(caught(OwnScene.Failure.self) { _ = try OwnScene(white) } == .plain)
    }

    @Test("it is known by its pixels")
    func identity() throws {
        var other = source(160, 160).image
        other[80, 80] = .black
        let planes = other.planes
        let changed = SourcePicture(.bytes([planes.red, planes.green, planes.blue]))
        #expect(try OwnScene(source(160, 160)).identity == OwnScene(source(160, 160)).identity)
        #expect(try OwnScene(source(160, 160)).identity != OwnScene(changed).identity)
    }

    @Test("a large picture is reduced as a whole one would be, plane after plane")
    func reduced() {
        let picture = source(300, 200)
        let (one, other) = (picture.image(width: 100, height: 90), picture.image.resized(width: 100, height: 90))
        // The one rounds a weighted mean, the other a mean.
        let difference = zip(one.pixels, other.pixels).map { abs(Int($0) - Int($1)) }.max()
        #expect(one.width == 100 && one.height == 90 && difference ?? 255 <= 1)
    }
}
