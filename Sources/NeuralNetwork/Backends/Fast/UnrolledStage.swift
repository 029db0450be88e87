import Tensors

/// Any convolution with its activation: the pixels under the kernel become a row of numbers, window after window, and
/// the sums a product of matrices. Slower than the stages that know more, but there is nothing that it can't do.
final class UnrolledStage: Stage {
    private let layer: ResolvedLayer
    private let window: Window
    private let activation: Activation
    private let isLast: Bool
    private let input: Flow
    private let output: Flow
    private let context: StageContext
    /// One image's windows, a row each, and their gradient: [window][row of kernel][column][channel].
    private let rows: Buffer
    private let rowGradients: Buffer
    /// The kernel with its rows and columns exchanged: [filter][row of kernel][column][channel].
    private let turned: Buffer
    private let product: MatrixProduct
    private let weights: UnsafeMutablePointer<Float>
    private let bias: UnsafeMutablePointer<Float>

    /// Numbers under the kernel; windows of an image; filters.
    private var taps: Int { window.size * window.size * input.shape[2] }
    private var windows: Int { output.shape[0] * output.shape[1] }
    private var filters: Int { output.shape[2] }

    init(
        _ layer: ResolvedLayer, _ definition: Conv2D, input: Flow, output: Flow, isLast: Bool, _ context: StageContext
    ) {
        self.layer = layer
        window = definition.window
        activation = definition.activation
        self.isLast = isLast
        self.input = input
        self.output = output
        self.context = context
        let taps = window.size * window.size * input.shape[2]
        let windows = output.shape[0] * output.shape[1]
        rows = Buffer(windows * taps)
        let passesBack = context.learns && input.gradient != nil
        rowGradients = Buffer(passesBack ? windows * taps : 0)
        turned = Buffer(passesBack ? taps * output.shape[2] : 0)
        product = MatrixProduct(depth: max(taps, windows, output.shape[2]))
        weights = context.weights(layer, "kernel")
        bias = context.weights(layer, "bias")
    }

    func forward(_ shard: Shard, slot: Int) {
        for image in 0..<context.images {
            unroll(input.values[slot] + image * input.shape.count)
            product.run(
                rows: windows, columns: filters, depth: taps, Strided(start: rows.start, row: taps, column: 1),
                weights, bRow: filters, start: .row(bias), to: output.values[slot] + image * output.shape.count,
                cRow: filters)
        }
        activation.apply(to: output.values[slot], rows: context.images, columns: output.shape.count)
    }

    func backward(_ shard: Shard, slot: Int) {
        guard let g = output.gradient?[slot] else { return }
        // The loss has gone through the last activation already.
        if !isLast {
            activation.applyDerivative(
                to: g, output: output.values[slot], rows: context.images, columns: output.shape.count)
        }
        let (dw, db) = context.gradients(of: layer, in: shard)
        output.sumPixels(of: g, to: db)
        turnKernel()
        for image in 0..<context.images {
            let gradient = g + image * output.shape.count
            unroll(input.values[slot] + image * input.shape.count)
            product.run(
                rows: taps, columns: filters, depth: windows, Strided(start: rows.start, row: 1, column: taps),
                gradient, bRow: filters, start: image == 0 ? .zero : .kept, to: dw, cRow: filters)
            guard let below = input.gradient?[slot] else { continue }
            product.run(
                rows: windows, columns: taps, depth: filters, Strided(start: gradient, row: filters, column: 1),
                turned.start, bRow: taps, to: rowGradients.start, cRow: taps)
            roll(to: below + image * input.shape.count)
        }
    }

    private func turnKernel() {
        guard turned.count > 0 else { return }
        for tap in 0..<taps {
            for f in 0..<filters { turned.start[f * taps + tap] = weights[tap * filters + f] }
        }
    }

    /// Copies what stands under the kernel at each window of a picture; zeros where it leaves the picture.
    private func unroll(_ x: UnsafeMutablePointer<Float>) {
        forEachStretch { place, pixel, count in
            let target = rows.start + place
            if let pixel {
                target.update(from: x + pixel, count: count)
            } else {
                target.update(repeating: 0, count: count)
            }
        }
    }

    /// The way back: every pixel gathers the gradients of its copies.
    private func roll(to dx: UnsafeMutablePointer<Float>) {
        dx.update(repeating: 0, count: input.shape.count)
        forEachStretch { place, pixel, count in
            guard let pixel else { return }
            for i in 0..<count { dx[pixel + i] += rowGradients.start[place + i] }
        }
    }

    /// Visits the numbers under each row of the kernel that lie beside one another: where they stand in `rows`, where in
    /// the picture (nil: outside), and how many they are.
    @inline(__always)
    private func forEachStretch(_ body: (_ place: Int, _ pixel: Int?, _ count: Int) -> Void) {
        let (height, width, channels) = (input.shape[0], input.shape[1], input.shape[2])
        let (top, left) = (window.before(height), window.before(width))
        var place = 0
        for i in 0..<output.shape[0] {
            for j in 0..<output.shape[1] {
                let column = j * window.stride - left
                let inside = max(column, 0)..<max(min(column + window.size, width), max(column, 0))
                for row in i * window.stride - top..<i * window.stride - top + window.size {
                    let isInside = row >= 0 && row < height
                    let before = isInside ? (inside.lowerBound - column) * channels : window.size * channels
                    body(place, nil, before)
                    if isInside {
                        let count = inside.count * channels
                        body(place + before, (row * width + inside.lowerBound) * channels, count)
                        body(place + before + count, nil, window.size * channels - before - count)
                    }
                    place += window.size * channels
                }
            }
        }
    }
}
