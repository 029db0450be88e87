import COneDNN
import Tensors

/// What a convolution does to the shape of one picture.
struct ConvolutionGeometry {
    let input: Shape
    let output: Shape
    let size: Int
    let stride: Int
    /// Rows and columns of zeros before and after the picture.
    let before: [Int]
    let after: [Int]
}

extension ConvolutionGeometry {
    init(_ layer: Conv2D, input: Shape, output: Shape) {
        self.init(
            input: input, output: output, size: layer.window.size, stride: layer.window.stride,
            before: [layer.window.before(input[0]), layer.window.before(input[1])],
            after: [layer.window.after(input[0]), layer.window.after(input[1])])
    }
}

/// The three passes of one convolution by oneDNN, on NHWC pictures and HWIO kernels.
final class DNNConvolution {
    private let forward: DNNPrimitive
    private let backwardWeights: DNNPrimitive?
    private let backwardData: DNNPrimitive?
    private let forwardKernel: KernelLayout
    private let dataKernel: KernelLayout?
    private let gradientKernel: KernelLayout?

    /// - Parameters:
    ///   - images: how many images every call takes.
    ///   - relu: whether the forward pass ends with max(0, x).
    ///   - learns: whether gradients of kernel and bias will be asked for.
    ///   - passesBack: whether the gradient of the input will be asked for.
    init(
        _ geometry: ConvolutionGeometry, images: Int, relu: Bool, learns: Bool, passesBack: Bool,
        _ context: DNNContext
    ) throws(BackendError) {
        let (input, output, size) = (geometry.input, geometry.output, geometry.size)
        let name = "convolution"
        let (algorithm, tag) = (dnnl_convolution_direct, dnnl_nhwc)
        var x = try Self.layout([images, input[2], input[0], input[1]], tag)
        var y = try Self.layout([images, output[2], output[0], output[1]], tag)
        var w = try Self.layout([output[2], input[2], size, size], dnnl_format_tag_any)
        let plain = try Self.layout([output[2], input[2], size, size], dnnl_hwio)
        var b = try Self.layout([output[2]], dnnl_a)
        let strides = [Int64(geometry.stride), Int64(geometry.stride)]
        let before = geometry.before.map(Int64.init)
        let after = geometry.after.map(Int64.init)

        var operation = dnnl_convolution_desc_t()
        try check(
            dnnl_convolution_forward_desc_init(
                &operation, dnnl_forward_training, algorithm, &x, &w, &b, &y, strides, before, after),
            name)
        let description = try DNNDescription(&operation, relu: relu, context, name)
        let chosen = try description.layout(dnnl_query_weights_md)
        forward = try DNNPrimitive(
            description,
            [(DNNL_ARG_SRC, x), (DNNL_ARG_WEIGHTS, chosen), (DNNL_ARG_BIAS, b), (DNNL_ARG_DST, y)], context, name)
        forwardKernel = try KernelLayout(plain: plain, packed: chosen, unpacking: false, context)

        if learns {
            var operation = dnnl_convolution_desc_t()
            try check(
                dnnl_convolution_backward_weights_desc_init(
                    &operation, algorithm, &x, &w, &b, &y, strides, before, after), name)
            let gradient = try DNNDescription(&operation, forward: description, context, name)
            let chosen = try gradient.layout(dnnl_query_diff_weights_md)
            backwardWeights = try DNNPrimitive(
                gradient,
                [(DNNL_ARG_SRC, x), (DNNL_ARG_DIFF_WEIGHTS, chosen), (DNNL_ARG_DIFF_BIAS, b), (DNNL_ARG_DIFF_DST, y)],
                context, name)
            gradientKernel = try KernelLayout(plain: plain, packed: chosen, unpacking: true, context)
        } else {
            (backwardWeights, gradientKernel) = (nil, nil)
        }

        if passesBack {
            var operation = dnnl_convolution_desc_t()
            try check(
                dnnl_convolution_backward_data_desc_init(
                    &operation, algorithm, &x, &w, &y, strides, before, after), name)
            let gradient = try DNNDescription(&operation, forward: description, context, name)
            let chosen = try gradient.layout(dnnl_query_weights_md)
            backwardData = try DNNPrimitive(
                gradient, [(DNNL_ARG_DIFF_SRC, x), (DNNL_ARG_WEIGHTS, chosen), (DNNL_ARG_DIFF_DST, y)], context, name)
            dataKernel = try KernelLayout(plain: plain, packed: chosen, unpacking: false, context)
        } else {
            (backwardData, dataKernel) = (nil, nil)
        }
    }

    /// y = x * w + b
    func forward(
        _ x: UnsafeMutablePointer<Float>, _ w: UnsafeMutablePointer<Float>, _ b: UnsafeMutablePointer<Float>,
        to y: UnsafeMutablePointer<Float>
    ) throws(BackendError) {
        try forward.run(x, forwardKernel.pack(w), b, y)
    }

    /// Overwrites dw and db.
    func backwardWeights(
        _ x: UnsafeMutablePointer<Float>, _ g: UnsafeMutablePointer<Float>, to dw: UnsafeMutablePointer<Float>,
        _ db: UnsafeMutablePointer<Float>
    ) throws(BackendError) {
        guard let backwardWeights, let gradientKernel else { return }
        try backwardWeights.run(x, gradientKernel.packed ?? dw, db, g)
        try gradientKernel.unpack(to: dw)
    }

    /// Overwrites dx.
    func backwardData(
        _ g: UnsafeMutablePointer<Float>, _ w: UnsafeMutablePointer<Float>, to dx: UnsafeMutablePointer<Float>
    ) throws(BackendError) {
        guard let backwardData, let dataKernel else { return }
        try backwardData.run(dx, dataKernel.pack(w), g)
    }

    private static func layout(_ extents: [Int], _ tag: dnnl_format_tag_t) throws(BackendError) -> dnnl_memory_desc_t {
        var layout = dnnl_memory_desc_t()
        try check(
            dnnl_memory_desc_init_by_tag(&layout, Int32(extents.count), extents.map(Int64.init), dnnl_f32, tag),
            "oneDNN layout")
        return layout
    }
}
