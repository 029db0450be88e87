import CCairo

/// Owns a Cairo surface and the context that draws on it.
///
/// A Cairo error is sticky and silent: once one has occurred, everything drawn later is ignored. So a surface
/// is checked when it is made, and again before anything is read from it.
final class Surface {
    /// Cairo keeps coordinates in 16.16 fixed point.
    static let maximumSide = 32_767

    let handle: OpaquePointer
    let context: OpaquePointer

    /// Takes ownership of `handle`.
    private init(owning handle: OpaquePointer) throws(DrawingError) {
        let status = cairo_surface_status(handle)
        guard status == CAIRO_STATUS_SUCCESS else {
            cairo_surface_destroy(handle)
            throw .cairo(doing: "making a surface", message: Self.message(status))
        }
        guard let context = cairo_create(handle) else {
            cairo_surface_destroy(handle)
            throw .cairo(doing: "making a context", message: "no memory")
        }
        self.handle = handle
        self.context = context
        try check("making a context")
    }

    deinit {
        cairo_destroy(context)
        cairo_surface_destroy(handle)
    }

    /// A surface of pixels in memory, clear.
    convenience init(_ format: cairo_format_t, width: Int, height: Int) throws(DrawingError) {
        let sides = 1...Self.maximumSide
        guard sides.contains(width), sides.contains(height),
            let handle = cairo_image_surface_create(format, Int32(width), Int32(height))
        else { throw .surfaceSize(width: width, height: height) }
        try self.init(owning: handle)
    }

    /// A surface that draws nothing.
    convenience init(recording size: Size) throws(DrawingError) {
        var extents = cairo_rectangle_t(x: 0, y: 0, width: size.width, height: size.height)
        guard let handle = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents) else {
            throw .cairo(doing: "making a recording surface", message: "no memory")
        }
        try self.init(owning: handle)
    }

    /// Throws what Cairo has kept to itself since the surface was made.
    func check(_ doing: String) throws(DrawingError) {
        for status in [cairo_status(context), cairo_surface_status(handle)] where status != CAIRO_STATUS_SUCCESS {
            throw .cairo(doing: doing, message: Self.message(status))
        }
    }

    private static func message(_ status: cairo_status_t) -> String {
        cairo_status_to_string(status).map { String(cString: $0) } ?? "status \(status.rawValue)"
    }

    /// The pixels of an image surface with their row length in bytes, after everything drawn has arrived.
    func withPixels<Result>(_ body: (UnsafePointer<UInt8>, _ stride: Int) -> Result) throws(DrawingError) -> Result {
        cairo_surface_flush(handle)
        try check("drawing")
        guard let data = cairo_image_surface_get_data(handle) else { throw .wrongSurface(expected: "made of pixels") }
        return body(data, Int(cairo_image_surface_get_stride(handle)))
    }
}
