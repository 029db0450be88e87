import Tensors

/// The way back of a 3x3 convolution in Winograd's points: M = V U, point by point, so dU = V^T dM and dV = dM U^T,
/// between the transposes of the three linear maps. A shard goes through as a whole: sums over all its tiles are long
/// enough to stay in registers.
final class WinogradGradient {
    private let channels: Int
    private let filters: Int
    private let tiles: WinogradTiles
    private let pictures: WinogradPictures
    /// Rows and columns of answers.
    private let height: Int
    private let width: Int
    /// Sixteen filters of the gradient of one tile, and the same after the first map.
    private let window = Buffer(16 * 16)
    private let half = Buffer(24 * 16)
    /// Kernels, turned: [point][filter][channel]; their gradients [point][channel][filter], and the products'
    /// [point][tile][filter].
    private let turned: Buffer
    private let gradients: Buffer
    private let products: Buffer
    /// The layer's kernel with channels and filters exchanged.
    private let weights: Buffer

    /// - Parameter output: the shape of the answers.
    init(input: Shape, output: Shape, border: Int, images: Int) {
        channels = input[2]
        (height, width, filters) = (output[0], output[1], output[2])
        tiles = WinogradTiles(height: (height + 1) / 2 * 2, width: (width + 1) / 2 * 2, pictures: images)
        pictures = WinogradPictures(input, border: border, tiles)
        turned = Buffer(36 * input[2] * filters)
        gradients = Buffer(36 * input[2] * filters)
        products = Buffer(36 * tiles.capacity * filters)
        weights = Buffer(9 * input[2] * filters)
    }

    /// Takes over a kernel (HWIO).
    func load(_ kernel: UnsafeMutablePointer<Float>) {
        for tap in 0..<9 {
            let (source, target) = (kernel + tap * channels * filters, weights.start + tap * channels * filters)
            for c in 0..<channels {
                for f in 0..<filters { target[f * channels + c] = source[c * filters + f] }
            }
        }
        WinogradTransforms.kernels(weights.start, channels: filters, filters: channels, to: turned.start)
    }

    /// The gradients of one shard's kernel (HWIO) and, where somebody learns from it, of its pictures; overwritten.
    func run(
        _ x: UnsafeMutablePointer<Float>, _ input: Flow, gradient: UnsafeMutablePointer<Float>, _ output: Flow,
        dw: UnsafeMutablePointer<Float>, dx: UnsafeMutablePointer<Float>?
    ) {
        for picture in 0..<tiles.pictures {
            pictures.transform(x + picture * input.image, input, picture)
            transform(gradient + picture * output.image, output, picture)
        }
        for point in 0..<36 {
            let places = tiles.places(down: point / 6, across: point % 6)
            let v = pictures.matrix(point: point, from: places.lowerBound)
            let dm = products.start + (point * tiles.capacity + places.lowerBound) * filters
            MatrixProduct.runWhole(
                rows: channels, columns: filters, depth: places.count,
                Strided(start: v.start, row: v.column, column: v.row), dm, bRow: filters,
                to: gradients.start + point * channels * filters, cRow: filters)
            guard dx != nil else { continue }
            MatrixProduct.runWhole(
                rows: places.count, columns: channels, depth: filters, Strided(start: dm, row: filters, column: 1),
                turned.start + point * channels * filters, bRow: channels, to: v.start, cRow: v.row)
        }
        WinogradGradients.kernels(gradients.start, channels: channels, filters: filters, to: dw)
        guard let dx else { return }
        for picture in 0..<tiles.pictures { pictures.transformBack(to: dx + picture * input.image, input, picture) }
    }

    /// The gradient of one picture's answers in Winograd's points.
    private func transform(_ g: UnsafeMutablePointer<Float>, _ flow: Flow, _ picture: Int) {
        let point = tiles.capacity * filters
        for group in 0..<filters / 16 {
            let source = g + group * flow.group
            tiles.forEach(picture: picture) { place, row, column, isLower, isRight in
                for i in 0..<4 {
                    for j in 0..<4 {
                        let (y, x) = (4 * row + i, 4 * column + j)
                        // A tile may reach beyond the last row or column of answers.
                        let isInside = y < height && x < width
                        window.start.store(
                            isInside ? source.vector((y * width + x) * flow.pixel) : Vector(), (i * 4 + j) * 16)
                    }
                }
                for j in 0..<4 {
                    WinogradGradients.answer(
                        window.start + j * 16, 64, to: half.start + j * 16, 64, isHalf: isLower)
                }
                let target = products.start + place * filters + group * 16
                for line in 0..<6 where !isLower || WinogradTiles.isShared(line) {
                    WinogradGradients.answer(
                        half.start + line * 64, 16, to: target + line * 6 * point, point, isHalf: isRight)
                }
            }
        }
    }
}
