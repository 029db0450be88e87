import Tensors

/// Up-sampling and convolution in one, as ``UpsampledConvolution`` explains, a row of the small picture at a time.
final class UpsampledConvolutionStage: Stage {
    private let pair: UpsampledConvolution
    private let isLast: Bool
    private let input: Flow
    private let output: Flow
    private let context: StageContext
    private let kernels: NineKernels
    /// Columns of the small picture and of the outputs.
    private let width: Int
    private let outputWidth: Int
    private var loaded = LoadedWeights()
    /// Three rows of the small picture at work: the difference to the row above, the row itself, the difference to
    /// the row below; the last one is the first one of the next row. And their gradients.
    private var rows: [UpsampledRow]
    private var gradients: [UpsampledRow]
    /// The nine products of a row, [kernel][pixel][image][filter], or their gradients.
    private let products: Buffer
    private let weights: UnsafeMutablePointer<Float>
    private let bias: UnsafeMutablePointer<Float>

    init(_ pair: UpsampledConvolution, input: Flow, output: Flow, isLast: Bool, _ context: StageContext) {
        self.pair = pair
        self.isLast = isLast
        self.input = input
        self.output = output
        self.context = context
        kernels = NineKernels(channels: pair.channels, filters: pair.filters, learns: context.learns)
        (width, outputWidth) = (input.shape[1], output.shape[1])
        let (width, images) = (width, context.images)
        rows = (0..<3).map { _ in UpsampledRow(width: width, images: images, channels: pair.channels) }
        let passesBack = context.learns && input.gradient != nil
        gradients =
            passesBack ? (0..<3).map { _ in UpsampledRow(width: width, images: images, channels: pair.channels) } : []
        products = Buffer(9 * width * images * pair.filters)
        weights = context.weights(pair.convolution, "kernel")
        bias = context.weights(pair.convolution, "bias")
    }

    /// Whether a pair is of this kind.
    static func fits(_ pair: UpsampledConvolution) -> Bool {
        pair.channels.isMultiple(of: 16) && pair.filters.isMultiple(of: 16) && pair.activation != .softmax
    }

    /// Rows of each matrix: pixels of a row, times images.
    private var count: Int { width * context.images }

    func forward(_ shard: Shard, slot: Int) {
        if loaded.isStale(in: shard.pass, learns: context.learns) { kernels.load(weights) }
        let y = output.values[slot]
        forEachRow(of: input.values[slot]) { i in
            for kernel in 0..<9 {
                MatrixProduct.runWhole(
                    rows: count, columns: pair.filters, depth: pair.channels,
                    Strided(start: rows[kernel / 3].matrix(kernel % 3), row: pair.channels, column: 1),
                    kernels.kernels.start + kernel * kernels.size, bRow: pair.filters,
                    to: products.start + kernel * count * pair.filters, cRow: pair.filters)
            }
            answer(row: i, to: y)
        }
        if pair.activation != .relu {
            pair.activation.apply(to: y, rows: context.images, columns: output.shape.count)
        }
    }

    /// Adds the products of a row up to two rows of outputs.
    private func answer(row i: Int, to y: UnsafeMutablePointer<Float>) {
        let floor = Vector(repeating: pair.activation == .relu ? 0 : -.infinity)
        forEachWindow(row: i) { place, product, filter in
            let bias = bias.vector(filter)
            let m = products.start + product
            let step = count * pair.filters
            // By columns first: even and odd outputs of the kernels a, s and c down.
            let (s0, s1, s2) = (m.vector(step), m.vector(4 * step), m.vector(7 * step))
            let (e0, o0) = (m.vector(0) + s0, s0 - m.vector(2 * step))
            let (e1, o1) = (m.vector(3 * step) + s1 + bias, s1 + bias - m.vector(5 * step))
            let (e2, o2) = (m.vector(6 * step) + s2, s2 - m.vector(8 * step))
            let line = outputWidth * output.pixel
            func store(_ sum: Vector, _ place: Int) { y.store(sum.replacing(with: floor, where: sum .< floor), place) }
            store(e0 + e1, place)
            store(o0 + o1, place + output.pixel)
            store(e1 - e2, place + line)
            store(o1 - o2, place + line + output.pixel)
        }
    }

    func backward(_ shard: Shard, slot: Int) {
        guard let g = output.gradient?[slot] else { return }
        let (y, dx) = (output.values[slot], input.gradient?[slot])
        // The loss has gone through the last activation already; ReLU is seen to where gradients are read.
        if !isLast, pair.activation != .relu {
            pair.activation.applyDerivative(to: g, output: y, rows: context.images, columns: output.shape.count)
        }
        kernels.gradients.start.update(repeating: 0, count: kernels.gradients.count)
        let (dw, db) = context.gradients(of: pair.convolution, in: shard)
        db.update(repeating: 0, count: pair.filters)
        forEachRow(of: input.values[slot]) { i in
            spread(g, y, row: i, bias: db)
            for kernel in 0..<9 {
                MatrixProduct.runWhole(
                    rows: pair.channels, columns: pair.filters, depth: count,
                    Strided(start: rows[kernel / 3].matrix(kernel % 3), row: 1, column: pair.channels),
                    products.start + kernel * count * pair.filters, bRow: pair.filters, start: .kept,
                    to: kernels.gradients.start + kernel * kernels.size, cRow: pair.filters)
            }
            if let dx { passBack(row: i, to: dx) }
        }
        if let dx { gradients[0].addGradient(to: dx, input, row: input.shape[0], isDifference: true) }
        kernels.unload(to: dw)
    }

    /// From the gradients of two rows of outputs to those of the products.
    private func spread(
        _ g: UnsafeMutablePointer<Float>, _ y: UnsafeMutablePointer<Float>, row i: Int,
        bias db: UnsafeMutablePointer<Float>
    ) {
        let isReLU = pair.activation == .relu && !isLast
        let (line, step) = (outputWidth * output.pixel, count * pair.filters)
        forEachWindow(row: i) { place, product, filter in
            @inline(__always)
            func gradient(_ place: Int) -> Vector {
                let g = g.vector(place)
                return isReLU ? g.replacing(with: 0, where: y.vector(place) .<= 0) : g
            }
            let (ee, eo) = (gradient(place), gradient(place + output.pixel))
            let (oe, oo) = (gradient(place + line), gradient(place + line + output.pixel))
            let m = products.start + product
            let (even, odd, left, right) = (ee + eo, oe + oo, ee + oe, eo + oo)
            m.store(ee, 0)
            m.store(even, step)
            m.store(-eo, 2 * step)
            m.store(left, 3 * step)
            m.store(even + odd, 4 * step)
            m.store(-right, 5 * step)
            m.store(-oe, 6 * step)
            m.store(-odd, 7 * step)
            m.store(oo, 8 * step)
            db.store(db.vector(filter) + (even + odd), filter)
        }
    }

    /// From the gradients of the products to those of the small picture.
    private func passBack(row i: Int, to dx: UnsafeMutablePointer<Float>) {
        for part in 0..<3 {
            // The difference to the row above has come by already, as that row's difference to the row below.
            let isNew = part > 0 || i == 0
            if isNew { gradients[part].beginGradient() }
            for across in 0..<3 {
                let kernel = part * 3 + across
                MatrixProduct.runWhole(
                    rows: count, columns: pair.channels, depth: pair.filters,
                    Strided(start: products.start + kernel * count * pair.filters, row: pair.filters, column: 1),
                    kernels.turned.start + kernel * kernels.size, bRow: pair.channels,
                    start: isNew && across < 2 ? .zero : .kept, to: gradients[part].matrix(across),
                    cRow: pair.channels)
            }
        }
        gradients[0].addGradient(to: dx, input, row: i, isDifference: true)
        gradients[1].addGradient(to: dx, input, row: i, isDifference: false)
        gradients.swapAt(0, 2)
    }

    /// Visits the rows of the small picture, each with its three ``rows`` filled in.
    private func forEachRow(of x: UnsafeMutablePointer<Float>, _ body: (Int) -> Void) {
        rows[2].fill(x, input, row: 0, isDifference: true)
        for i in 0..<input.shape[0] {
            rows.swapAt(0, 2)
            rows[1].fill(x, input, row: i, isDifference: false)
            rows[2].fill(x, input, row: i + 1, isDifference: true)
            body(i)
        }
    }

    /// Visits sixteen filters of each window of 2x2 outputs: where its first output stands in a flow, where its
    /// products do, and which filter is the first.
    @inline(__always)
    private func forEachWindow(row i: Int, _ body: (_ place: Int, _ product: Int, _ filter: Int) -> Void) {
        for j in 0..<width {
            let corner = (2 * i * outputWidth + 2 * j) * output.pixel
            for image in 0..<context.images {
                for group in 0..<pair.filters / 16 {
                    body(
                        corner + image * output.image + group * output.group,
                        (j * context.images + image) * pair.filters + group * 16, group * 16)
                }
            }
        }
    }
}
