import Tensors

/// A 3x3 convolution by Winograd's algorithm: 4x4 outputs from 36 products a channel where the plain sum takes 144.
/// Between two cheap linear maps the products are 36 small matrix products, one for each point of the transformed
/// tile, over all tiles of some pictures. The caller takes each 2x2 window of answers while it is still in the first
/// cache, and may pool it; what no window reads is not computed.
///
/// The way back is ``WinogradGradient``.
final class WinogradConvolution {
    private let channels: Int
    private let filters: Int
    private let tiles: WinogradTiles
    private let pictures: WinogradPictures
    private let scratch = Buffer((16 + 4 * 6) * 16)
    /// Kernels [point][channel][filter], products [point][tile][filter].
    private let kernels: Buffer
    private let products: Buffer

    /// - Parameters:
    ///   - windows: how many 2x2 windows of answers there are down and across, and how many filters.
    ///   - border: zeros around the picture: 0 for a valid convolution, 1 for same.
    ///   - chunk: pictures that go through together. What they need should stay in the second cache.
    init(input: Shape, windows: Shape, border: Int, chunk: Int) {
        (channels, filters) = (input[2], windows[2])
        tiles = WinogradTiles(height: 2 * windows[0], width: 2 * windows[1], pictures: chunk)
        pictures = WinogradPictures(input, border: border, tiles)
        kernels = Buffer(36 * input[2] * filters)
        products = Buffer(36 * tiles.capacity * filters)
    }

    /// Takes over a kernel (HWIO).
    func load(_ weights: UnsafeMutablePointer<Float>) {
        WinogradTransforms.kernels(weights, channels: channels, filters: filters, to: kernels.start)
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
        for first in stride(from: 0, to: count, by: tiles.pictures) {
            let part = min(tiles.pictures, count - first)
            for picture in 0..<part { pictures.transform(x + (first + picture) * flow.image, flow, picture) }
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

    private func multiply() {
        for point in 0..<36 {
            let places = tiles.places(down: point / 6, across: point % 6)
            // Tiles of four rows may reach beyond the point's own; nobody reads what is computed there.
            MatrixProduct.runWhole(
                rows: (places.count + 3) / 4 * 4, columns: filters, depth: channels,
                pictures.matrix(point: point, from: places.lowerBound), kernels.start + point * channels * filters,
                bRow: filters, to: products.start + (point * tiles.capacity + places.lowerBound) * filters,
                cRow: filters)
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
