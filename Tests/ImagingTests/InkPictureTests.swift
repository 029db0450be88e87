import Imaging
import TestSupport
import Testing

@Suite("Ink as data sets have it", .limited)
struct InkPictureTests {
    /// A digit of MNIST's form: its box is 20 pixels high, and its centre of mass lies in the middle of pixel 14.
    private static let digit: GrayImage = {
        var image = GrayImage(width: 28, height: 28)
        for row in 4..<24 {
            for column in 12..<17 { image[row, column] = Float(100 + 7 * (row - 4)) }
        }
        // What is above is fainter, so the mass lies lower; a foot to the left brings it back.
        for column in 9..<12 { image[4, column] = 255 }
        return image
    }()

    private func picture(_ image: GrayImage) -> SourcePicture {
        SourcePicture(.bytes([Plane(width: image.width, height: image.height, samples: image.bytes)]))
    }

    private func inverted(_ image: GrayImage) -> GrayImage { image.map { 255 - $0 } }

    @Test("a picture in that form already is left as it is, ten times as large or dark on light as well")
    func fixedPoint() throws {
        let once = try InkPicture(picture(Self.digit), frame: .digit).image
        for image in [once, once.enlarged(by: 10), inverted(once), inverted(once).enlarged(by: 10)] {
            #expect(try InkPicture(picture(image), frame: .digit).image.bytes == once.bytes)
        }
        #expect(try InkPicture(picture(inverted(once)), frame: .digit).wasDarkOnLight)
        #expect(try !InkPicture(picture(once), frame: .digit).wasDarkOnLight)
    }

    @Test("where the ink lies on the page, how thick the paper's margin is and how grey its ink does not matter")
    func place() throws {
        let once = try InkPicture(picture(Self.digit), frame: .digit).image
        var page = GrayImage(width: 300, height: 200, repeating: 230)
        for row in 0..<28 {
            for column in 0..<28 { page[150 + row, 10 + column] = 230 - (once[row, column] / 255 * 200).rounded() }
        }
        let found = try InkPicture(picture(page), frame: .digit).image
        for (mine, theirs) in zip(found.pixels, once.pixels) { #expect(abs(mine - theirs) <= 2) }
    }

    @Test("the box keeps its proportions, and the centre of mass goes into the middle")
    func box() throws {
        var wide = GrayImage(width: 120, height: 60)
        for row in 20..<30 { for column in 10..<110 { wide[row, column] = 255 } }
        let image = try InkPicture(picture(wide), frame: .digit).image
        let inked = image.rows.map { $0.count { $0 > 0 } }
        #expect(inked.filter { $0 > 0 } == [20, 20])
        #expect(image.rows[14].prefix { $0 == 0 }.count == 5 && image.rows[15].prefix { $0 == 0 }.count == 5)
    }

    @Test("grain of the paper is paper; colours and sixteen bits are read")
    func grain() throws {
        let once = try InkPicture(picture(Self.digit), frame: .digit).image
        let large = once.enlarged(by: 10)
        var grainy = inverted(large)
        for index in grainy.pixels.indices { grainy.pixels[index] -= Float(index * 7 % 11) }
        let found = try InkPicture(picture(grainy), frame: .digit).image
        #expect(found[0, 0] == 0 && found[27, 27] == 0)
        for (mine, theirs) in zip(found.pixels, once.pixels) { #expect(abs(mine - theirs) < 40) }
        let words = Plane<UInt16>(width: 280, height: 280, samples: large.bytes.map { UInt16($0) * 257 })
        #expect(try InkPicture(SourcePicture(.words([words, words, words])), frame: .digit).image.bytes == once.bytes)
    }

    @Test(
        "a picture on which nothing stands out is an error, however small",
        arguments: [(1, 1), (1, 50), (50, 1), (28, 28)])
    func blank(_ width: Int, _ height: Int) {
        for intensity: Float in [0, 128, 255] {
            let image = GrayImage(width: width, height: height, repeating: intensity)
            #expect(caught(InkPicture.Blank.self) { try InkPicture(picture(image), frame: .digit) } != nil)
        }
    }

    @Test("a single spot, a line at the edge and a picture of two pixels give a picture of the right size")
    func extremes() throws {
        var spot = GrayImage(width: 9, height: 9)
        spot[4, 4] = 255
        var line = GrayImage(width: 40, height: 40, repeating: 255)
        for row in 0..<40 { line[row, 0] = 0 }
        let pair = GrayImage(width: 2, height: 1, pixels: [0, 255])
        for image in [spot, line, pair] {
            for frame: InkPicture.Frame in [.digit, .article] {
                let found = try InkPicture(picture(image), frame: frame).image
                #expect(found.width == 28 && found.height == 28 && found.pixels.contains(255))
            }
        }
    }
}
