import Tensors

/// The tiles of some pictures in Winograd's points: [point][tile][channel].
final class WinogradPictures {
    private let height: Int
    private let width: Int
    private let channels: Int
    private let border: Int
    private let tiles: WinogradTiles
    /// Sixteen channels of one picture with zeros around, and floats from one of its rows to the next.
    private let padded: Buffer
    private let row: Int
    private let half = Buffer(36 * 16)
    private let points: Buffer

    init(_ input: Shape, border: Int, _ tiles: WinogradTiles) {
        (height, width, channels) = (input[0], input[1], input[2])
        self.border = border
        self.tiles = tiles
        // A picture may be larger than what is read of it.
        row = max(tiles.readWidth, input[1] + 2 * border) * 16
        padded = Buffer(max(tiles.readHeight, input[0] + 2 * border) * row)
        points = Buffer(36 * tiles.capacity * input[2])
    }

    /// The tiles of one point, a row for each, from one tile on.
    func matrix(point: Int, from tile: Int) -> Strided {
        Strided(start: points.start + (point * tiles.capacity + tile) * channels, row: channels, column: 1)
    }

    /// Transforms one picture of a flow.
    func transform(_ x: UnsafeMutablePointer<Float>, _ flow: Flow, _ picture: Int) {
        let point = tiles.capacity * channels
        for group in 0..<channels / 16 {
            forEachPixel(flow, group) { outside, inside in padded.start.store(x.vector(outside), inside) }
            tiles.forEach(picture: picture) { place, i, j, isLower, isRight in
                let corner = padded.start + i * 4 * row + j * 64
                for column in 0..<(isRight ? 4 : 6) {
                    WinogradTransforms.picture(
                        corner + column * 16, row, to: half.start + column * 16, 96, isHalf: isLower)
                }
                let target = points.start + place * channels + group * 16
                for line in 0..<6 where !isLower || WinogradTiles.isShared(line) {
                    WinogradTransforms.picture(
                        half.start + line * 96, 16, to: target + line * 6 * point, point, isHalf: isRight)
                }
            }
        }
    }

    /// The way back: the gradient of one picture from that of its tiles, which share pixels and add up there.
    func transformBack(to dx: UnsafeMutablePointer<Float>, _ flow: Flow, _ picture: Int) {
        let point = tiles.capacity * channels
        for group in 0..<channels / 16 {
            padded.start.update(repeating: 0, count: padded.count)
            tiles.forEach(picture: picture) { place, i, j, isLower, isRight in
                let source = points.start + place * channels + group * 16
                for line in 0..<6 where !isLower || WinogradTiles.isShared(line) {
                    WinogradGradients.picture(
                        source + line * 6 * point, point, to: half.start + line * 96, 16, isHalf: isRight)
                }
                let corner = padded.start + i * 4 * row + j * 64
                for column in 0..<(isRight ? 4 : 6) {
                    WinogradGradients.pictureAdding(
                        half.start + column * 16, 96, to: corner + column * 16, row, isHalf: isLower)
                }
            }
            forEachPixel(flow, group) { outside, inside in dx.store(padded.start.vector(inside), outside) }
        }
        // What was gathered in the border is nobody's, and the next picture expects zeros there.
        padded.start.update(repeating: 0, count: padded.count)
    }

    /// Visits sixteen channels of each pixel: where they stand in the flow, and where within the border.
    @inline(__always)
    private func forEachPixel(_ flow: Flow, _ group: Int, _ body: (_ outside: Int, _ inside: Int) -> Void) {
        for i in 0..<height {
            let inside = (i + border) * row + border * 16
            let outside = group * flow.group + i * width * flow.pixel
            for j in 0..<width { body(outside + j * flow.pixel, inside + j * 16) }
        }
    }
}
