import Tensors

/// Up-sampling and a convolution with one filter: the picture that an autoencoder ends with.
///
/// Here differences would cost as much as the products that they save. Instead each small pixel is multiplied by
/// sixteen kernels at once, a vector of them: what it contributes to each of the 4x4 outputs around it. Along an axis
/// these are c, b + c, a + b and a, in the letters of ``UpsampledConvolution``.
final class UpsampledMapStage: Stage {
    private let pair: UpsampledConvolution
    private let isLast: Bool
    private let input: Flow
    private let output: Flow
    private let context: StageContext
    private var loaded = LoadedWeights()
    /// [channel][4 * row + column], turned, and the gradient.
    private let kernel: Buffer
    private let turned: Buffer
    private let gradient: Buffer
    /// Of a row of small pixels: [pixel][image][4 * row + column].
    private let parts: Buffer
    /// Columns of the small picture, and of `padded`.
    private let smallWidth: Int
    private let width: Int
    /// The outputs of all images with one row and column more on each side.
    private let padded: Buffer
    private let weights: UnsafeMutablePointer<Float>
    private let bias: UnsafeMutablePointer<Float>

    init(_ pair: UpsampledConvolution, input: Flow, output: Flow, isLast: Bool, _ context: StageContext) {
        self.pair = pair
        self.isLast = isLast
        self.input = input
        self.output = output
        self.context = context
        kernel = Buffer(16 * pair.channels)
        turned = Buffer(context.learns ? 16 * pair.channels : 0)
        gradient = Buffer(context.learns ? 16 * pair.channels : 0)
        (smallWidth, width) = (input.shape[1], output.shape[1] + 2)
        parts = Buffer(smallWidth * context.images * 16)
        padded = Buffer(context.images * (output.shape[0] + 2) * (output.shape[1] + 2))
        weights = context.weights(pair.convolution, "kernel")
        bias = context.weights(pair.convolution, "bias")
    }

    /// Whether a pair is of this kind.
    static func fits(_ pair: UpsampledConvolution, input: Flow) -> Bool {
        pair.channels.isMultiple(of: 16) && pair.filters == 1 && input.layout == .stacked
    }

    /// Rows of each matrix: pixels of a row, times images.
    private var count: Int { smallWidth * context.images }

    func forward(_ shard: Shard, slot: Int) {
        if loaded.isStale(in: shard.pass, learns: context.learns) { load() }
        padded.start.update(repeating: 0, count: padded.count)
        for i in 0..<input.shape[0] {
            MatrixProduct.runWhole(
                rows: count, columns: 16, depth: pair.channels,
                Strided(start: input.values[slot] + i * count * pair.channels, row: pair.channels, column: 1),
                kernel.start, bRow: 16, to: parts.start, cRow: 16)
            forEachPart(row: i) { part, place in
                let vector = parts.start.vector(part)
                for row in 0..<4 {
                    let target = UnsafeMutableRawPointer(padded.start + place + row * width)
                    let four = SIMD4(vector[4 * row], vector[4 * row + 1], vector[4 * row + 2], vector[4 * row + 3])
                    let sum = target.loadUnaligned(as: SIMD4<Float>.self) + four
                    target.storeBytes(of: sum, as: SIMD4<Float>.self)
                }
            }
        }
        let (y, start) = (output.values[slot], bias[0])
        forEachLine { line, place in
            for j in 0..<width - 2 { y[line + j] = padded.start[place + j] + start }
        }
        pair.activation.apply(to: y, rows: context.images, columns: output.shape.count)
    }

    func backward(_ shard: Shard, slot: Int) {
        guard let g = output.gradient?[slot] else { return }
        // The loss has gone through the last activation already.
        if !isLast {
            pair.activation.applyDerivative(
                to: g, output: output.values[slot], rows: context.images, columns: output.shape.count)
        }
        padded.start.update(repeating: 0, count: padded.count)
        forEachLine { line, place in (padded.start + place).update(from: g + line, count: width - 2) }
        let (dw, db) = context.gradients(of: pair.convolution, in: shard)
        output.sumPixels(of: g, to: db)
        for i in 0..<input.shape[0] {
            forEachPart(row: i) { part, place in
                for row in 0..<4 {
                    let four = UnsafeRawPointer(padded.start + place + row * width)
                        .loadUnaligned(as: SIMD4<Float>.self)
                    UnsafeMutableRawPointer(parts.start + part + 4 * row).storeBytes(of: four, as: SIMD4<Float>.self)
                }
            }
            let offset = i * count * pair.channels
            MatrixProduct.runWhole(
                rows: pair.channels, columns: 16, depth: count,
                Strided(start: input.values[slot] + offset, row: 1, column: pair.channels), parts.start, bRow: 16,
                start: i == 0 ? .zero : .kept, to: gradient.start, cRow: 16)
            guard let below = input.gradient?[slot] else { continue }
            MatrixProduct.runWhole(
                rows: count, columns: pair.channels, depth: 16, Strided(start: parts.start, row: 16, column: 1),
                turned.start, bRow: pair.channels, to: below + offset, cRow: pair.channels)
        }
        unload(to: dw)
    }

    /// The rows (or columns) of the layer's kernel that stand in each of ours.
    private static let taps = [2...2, 1...2, 0...1, 0...0]

    private func load() {
        kernel.start.update(repeating: 0, count: kernel.count)
        forEachPair { tap, small in
            for c in 0..<pair.channels { kernel.start[c * 16 + small] += weights[tap * pair.channels + c] }
        }
        guard turned.count > 0 else { return }
        for c in 0..<pair.channels {
            for i in 0..<16 { turned.start[i * pair.channels + c] = kernel.start[c * 16 + i] }
        }
    }

    private func unload(to dw: UnsafeMutablePointer<Float>) {
        dw.update(repeating: 0, count: 9 * pair.channels)
        forEachPair { tap, small in
            for c in 0..<pair.channels { dw[tap * pair.channels + c] += gradient.start[c * 16 + small] }
        }
    }

    private func forEachPair(_ body: (_ tap: Int, _ small: Int) -> Void) {
        for small in 0..<16 {
            for row in Self.taps[small / 4] {
                for column in Self.taps[small % 4] { body(row * 3 + column, small) }
            }
        }
    }

    /// Visits a row of small pixels: where their vectors stand in `parts`, and where the first of the 4x4 outputs does
    /// in `padded`. Images take turns, so that nobody reads what was written a moment ago.
    @inline(__always)
    private func forEachPart(row i: Int, _ body: (_ part: Int, _ place: Int) -> Void) {
        let size = (output.shape[0] + 2) * width
        for j in 0..<smallWidth {
            for image in 0..<context.images {
                body((j * context.images + image) * 16, image * size + 2 * i * width + 2 * j)
            }
        }
    }

    /// Visits the rows of all outputs: where they start in the flow, and where in `padded`.
    @inline(__always)
    private func forEachLine(_ body: (_ line: Int, _ place: Int) -> Void) {
        let height = output.shape[0]
        for line in 0..<context.images * height {
            body(
                line * (width - 2), (line / height * (height + 2) + line % height + 1) * width + 1)
        }
    }
}
