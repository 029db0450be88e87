import COneDNN

/// The way from HWIO, in which the course keeps kernels, to the blocked layout that a primitive wants, or back.
final class KernelLayout {
    /// Where the blocked kernel lies; nil if the primitive reads HWIO as it is.
    let packed: UnsafeMutablePointer<Float>?
    private let reorder: DNNPrimitive?

    /// - Parameter unpacking: whether the way leads back, from the blocked layout to HWIO.
    init(
        plain: dnnl_memory_desc_t, packed layout: dnnl_memory_desc_t, unpacking: Bool, _ context: DNNContext
    ) throws(BackendError) {
        var (plain, layout) = (plain, layout)
        if dnnl_memory_desc_equal(&plain, &layout) == 1 {
            (packed, reorder) = (nil, nil)
            return
        }
        let bytes = dnnl_memory_desc_get_size(&layout)
        let packed = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
        packed.initializeMemory(as: UInt8.self, repeating: 0, count: bytes)
        self.packed = packed.assumingMemoryBound(to: Float.self)
        var (from, to) = unpacking ? (layout, plain) : (plain, layout)
        reorder = try DNNPrimitive(
            DNNDescription(reorderFrom: &from, to: &to, context), [(DNNL_ARG_SRC, from), (DNNL_ARG_DST, to)], context,
            "reorder")
    }

    deinit { packed?.deallocate() }

    /// The kernel as the primitive wants it.
    func pack(_ kernel: UnsafeMutablePointer<Float>) throws(BackendError) -> UnsafeMutablePointer<Float> {
        guard let packed, let reorder else { return kernel }
        try reorder.run(kernel, packed)
        return packed
    }

    /// The primitive's result as HWIO.
    func unpack(to kernel: UnsafeMutablePointer<Float>) throws(BackendError) {
        guard let packed, let reorder else { return }
        try reorder.run(packed, kernel)
    }
}
