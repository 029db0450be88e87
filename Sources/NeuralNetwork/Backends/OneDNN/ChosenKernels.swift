import COneDNN
import Tensors

/// What oneDNN does on this processor, for people who ask why it is slow.
public struct ChosenKernels: Sendable {
    /// The version of oneDNN.
    public let version: String
    /// The name of the kernel that it picks for each pass of the course's second convolution (32 maps of 14 x 14,
    /// 64 kernels of 3 x 3), such as `jit:avx512_core`. One that begins with `ref` or `gemm` is slow.
    public let convolution: [(pass: String, kernel: String)]

    /// Asks oneDNN.
    ///
    /// - Throws: ``BackendError`` where it does not start.
    public init() throws(BackendError) {
        let library = dnnl_version().pointee
        version = "\(library.major).\(library.minor).\(library.patch)"
        let context = try DNNContext()
        var x = try Self.layout([16, 32, 14, 14], dnnl_nhwc)
        var y = try Self.layout([16, 64, 14, 14], dnnl_nhwc)
        var w = try Self.layout([64, 32, 3, 3], dnnl_format_tag_any)
        var b = try Self.layout([64], dnnl_a)
        let (strides, padding): ([Int64], [Int64]) = ([1, 1], [1, 1])
        var operation = dnnl_convolution_desc_t()
        try check(
            dnnl_convolution_forward_desc_init(
                &operation, dnnl_forward_training, dnnl_convolution_direct, &x, &w, &b, &y, strides, padding, padding),
            "convolution")
        let forward = try DNNDescription(&operation, context, "convolution")
        var weights = dnnl_convolution_desc_t()
        try check(
            dnnl_convolution_backward_weights_desc_init(
                &weights, dnnl_convolution_direct, &x, &w, &b, &y, strides, padding, padding), "convolution")
        let backwardWeights = try DNNDescription(&weights, forward: forward, context, "convolution")
        var data = dnnl_convolution_desc_t()
        try check(
            dnnl_convolution_backward_data_desc_init(
                &data, dnnl_convolution_direct, &x, &w, &y, strides, padding, padding), "convolution")
        let backwardData = try DNNDescription(&data, forward: forward, context, "convolution")
        convolution = [
            ("forward", try kernelName(forward)), ("weights", try kernelName(backwardWeights)),
            ("data", try kernelName(backwardData)),
        ]
    }

    private static func layout(_ extents: [Int64], _ tag: dnnl_format_tag_t) throws(BackendError) -> dnnl_memory_desc_t
    {
        var layout = dnnl_memory_desc_t()
        try check(dnnl_memory_desc_init_by_tag(&layout, Int32(extents.count), extents, dnnl_f32, tag), "oneDNN layout")
        return layout
    }
}

/// What oneDNN calls the kernel that it would run.
private func kernelName(_ description: DNNDescription) throws(BackendError) -> String {
    var name: UnsafePointer<CChar>?
    try check(dnnl_primitive_desc_query(description.handle, dnnl_query_impl_info_str, 0, &name), "oneDNN kernel")
    return name.map { String(cString: $0) } ?? "unknown"
}
