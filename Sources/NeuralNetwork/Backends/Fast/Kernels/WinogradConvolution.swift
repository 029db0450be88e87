import Tensors

/// A 3x3 convolution, forward, by Winograd's algorithm: 4x4 outputs from 36 products a channel where the plain sum
/// takes 144. Between two cheap linear maps the products are 36 small matrix products, one for each point of the
/// transformed tile, over all tiles of two pictures, all of it within the second cache.
///
/// oneDNN 2.x has the same algorithm, but writes its answers past the caches; here whoever called takes each 2x2
/// window of answers while it is still in the first one, and pools it. What no window reads is not computed.
final class WinogradConvolution {
    private let input: Shape
    private let filters: Int
    private let border: Int
    private let tiles: WinogradTiles
    /// Sixteen channels of one picture with zeros around.
    private let padded: Buffer
    private let scratch = Buffer((16 + 4 * 6) * 16)
    /// Kernels [point][channel][filter], pictures [point][tile][channel], products [point][tile][filter].
    private let kernels: Buffer
    private let pictures: Buffer
    private let products: Buffer

    private var channels: Int { input[2] }
    /// Tiles of two pictures fill sixes well, and what they need stays in the second cache.
    private static let chunk = 2

    /// - Parameters:
    ///   - pooled: the shape that is left after 2x2 pooling.
    ///   - border: zeros around the picture: 0 for a valid convolution, 1 for same.
    init(input: Shape, pooled: Shape, border: Int) {
        self.input = input
        filters = pooled[2]
        self.border = border
        tiles = WinogradTiles(height: 2 * pooled[0], width: 2 * pooled[1], pictures: Self.chunk)
        // A picture may be larger than what is read of it.
        padded = Buffer(
            max(tiles.readHeight, input[0] + 2 * border) * max(tiles.readWidth, input[1] + 2 * border) * 16)
        kernels = Buffer(36 * input[2] * pooled[2])
        pictures = Buffer(36 * tiles.capacity * input[2])
        products = Buffer(36 * tiles.capacity * pooled[2])
    }

    /// Takes over a kernel (HWIO).
    func load(_ weights: UnsafeMutablePointer<Float>) {
        let point = channels * filters
        for c in 0..<channels {
            for f in stride(from: 0, to: filters, by: 16) {
                let place = c * filters + f
                for column in 0..<3 {
                    WinogradTransforms.kernel(
                        weights + column * point + place, 3 * point, to: scratch.start + column * 16, 3 * 16)
                }
                for row in 0..<6 {
                    WinogradTransforms.kernel(
                        scratch.start + row * 48, 16, to: kernels.start + row * 6 * point + place, point)
                }
            }
        }
    }

    /// Convolves `count` pictures of a flow without bias, and hands over every window of answers.
    ///
    /// - Parameter body: is given the picture, the window's row and column, the group of sixteen filters, and where
    ///   the window's answers stand: four times sixteen floats, at 0, 16, 64 and 80.
    @inline(__always)
    func forward(
        _ x: UnsafeMutablePointer<Float>, _ flow: Flow, count: Int,
        _ body: (_ picture: Int, _ row: Int, _ column: Int, _ group: Int, UnsafeMutablePointer<Float>) -> Void
    ) {
        let size = input.count
        for first in stride(from: 0, to: count, by: Self.chunk) {
            let part = min(Self.chunk, count - first)
            for picture in 0..<part { transform(x + (first + picture) * size, flow, picture) }
            multiply()
            for picture in 0..<part {
                tiles.forEach(picture: picture) { place, row, column, isLower, isRight in
                    for group in 0..<filters / 16 {
                        answer(place, group, isLower, isRight)
                        for i in 0..<(isLower ? 1 : 2) {
                            for j in 0..<(isRight ? 1 : 2) {
                                body(
                                    first + picture, 2 * row + i, 2 * column + j, group,
                                    scratch.start + i * 128 + j * 32)
                            }
                        }
                    }
                }
            }
        }
    }

    private func transform(_ x: UnsafeMutablePointer<Float>, _ flow: Flow, _ picture: Int) {
        let (height, width) = (input[0], input[1])
        let (pixel, paddedWidth) = (flow.pixel, max(tiles.readWidth, width + 2 * border))
        let row = paddedWidth * 16
        let point = tiles.capacity * channels
        let half = scratch.start
        for group in 0..<channels / 16 {
            let source = x + group * flow.group
            for i in 0..<height {
                let target = padded.start + (i + border) * row + border * 16
                for j in 0..<width { target.store(source.vector((i * width + j) * pixel), j * 16) }
            }
            tiles.forEach(picture: picture) { place, i, j, isLower, isRight in
                let corner = padded.start + i * 4 * row + j * 64
                for column in 0..<(isRight ? 4 : 6) {
                    WinogradTransforms.picture(corner + column * 16, row, to: half + column * 16, 96, isHalf: isLower)
                }
                let target = pictures.start + place * channels + group * 16
                for line in 0..<6 where !isLower || WinogradTiles.isShared(line) {
                    WinogradTransforms.picture(
                        half + line * 96, 16, to: target + line * 6 * point, point, isHalf: isRight)
                }
            }
        }
    }

    private func multiply() {
        let whole = filters / 32 * 32
        for point in 0..<36 {
            let v = pictures.start + point * tiles.capacity * channels
            let u = kernels.start + point * channels * filters
            let m = products.start + point * tiles.capacity * filters
            let places = tiles.places(down: point / 6, across: point % 6)
            // The last six may reach beyond the point's own tiles; nobody reads what is computed there.
            for tile in stride(from: places.lowerBound, to: places.upperBound, by: 6) {
                for f in stride(from: 0, to: whole, by: 32) {
                    SixRows(v + tile * channels, u + f, depth: channels, row: filters)
                        .store(m + tile * filters + f, filters)
                }
            }
            if whole < filters { multiplyRest(places, v, u + whole, m + whole) }
        }
    }

    /// The last sixteen filters, where they are no multiple of 32.
    private func multiplyRest(
        _ places: Range<Int>, _ v: UnsafeMutablePointer<Float>, _ u: UnsafeMutablePointer<Float>,
        _ m: UnsafeMutablePointer<Float>
    ) {
        for tile in places {
            var sum = Vector()
            for c in 0..<channels { sum.add(v[tile * channels + c], times: u.vector(c * filters)) }
            m.store(sum, tile * filters)
        }
    }

    /// One tile's answers for sixteen filters, into scratch, 64 floats a row.
    private func answer(_ place: Int, _ group: Int, _ isLower: Bool, _ isRight: Bool) {
        let point = tiles.capacity * filters
        let m = products.start + place * filters + group * 16
        // Six rows of six become four of six; they would overwrite the answers, so they stand behind them.
        let half = scratch.start + 16 * 16
        for column in 0..<6 where !isRight || WinogradTiles.isShared(column) {
            WinogradTransforms.answer(m + column * point, 6 * point, to: half + column * 16, 96, isHalf: isLower)
        }
        for row in 0..<(isLower ? 2 : 4) {
            WinogradTransforms.answer(half + row * 96, 16, to: scratch.start + row * 64, 16, isHalf: isRight)
        }
    }
}

/// Six rows and 32 columns of a product, in registers: twelve sums for eight reads.
private struct SixRows {
    private var a0, a1, a2, a3, a4, a5: Vector
    private var b0, b1, b2, b3, b4, b5: Vector

    @inline(__always)
    init(_ v: UnsafeMutablePointer<Float>, _ u: UnsafeMutablePointer<Float>, depth: Int, row: Int) {
        (a0, a1, a2, a3, a4, a5) = (Vector(), Vector(), Vector(), Vector(), Vector(), Vector())
        (b0, b1, b2, b3, b4, b5) = (Vector(), Vector(), Vector(), Vector(), Vector(), Vector())
        for c in 0..<depth {
            let (left, right) = (u.vector(c * row), u.vector(c * row + 16))
            a0.add(v[c], times: left)
            b0.add(v[c], times: right)
            a1.add(v[c + depth], times: left)
            b1.add(v[c + depth], times: right)
            a2.add(v[c + 2 * depth], times: left)
            b2.add(v[c + 2 * depth], times: right)
            a3.add(v[c + 3 * depth], times: left)
            b3.add(v[c + 3 * depth], times: right)
            a4.add(v[c + 4 * depth], times: left)
            b4.add(v[c + 4 * depth], times: right)
            a5.add(v[c + 5 * depth], times: left)
            b5.add(v[c + 5 * depth], times: right)
        }
    }

    @inline(__always)
    func store(_ m: UnsafeMutablePointer<Float>, _ row: Int) {
        m.store(a0, 0)
        m.store(b0, 16)
        m.store(a1, row)
        m.store(b1, row + 16)
        m.store(a2, 2 * row)
        m.store(b2, 2 * row + 16)
        m.store(a3, 3 * row)
        m.store(b3, 3 * row + 16)
        m.store(a4, 4 * row)
        m.store(b4, 4 * row + 16)
        m.store(a5, 5 * row)
        m.store(b5, 5 * row + 16)
    }
}
