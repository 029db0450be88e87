import Imaging
import Testing

@Suite("PNG")
struct PNGTests {
    @Test("a colour picture comes back as it went in")
    func colorRoundTrip() throws {
        var image = ColorImage(width: 31, height: 17)
        for row in 0..<17 {
            for column in 0..<31 {
                image[row, column] = .init(
                    red: UInt8(row * 15), green: UInt8(column * 8), blue: UInt8(row ^ column), alpha: 255)
            }
        }
        #expect(try PNG.decode(PNG.encode(image, resolution: 200)) == image)
    }
}
