import CCairo
import Imaging

/// Owns a Cairo surface and the context that draws on it.
///
/// A Cairo error is sticky and silent: once one has occurred, everything drawn later is ignored. So a surface
/// is checked when it is made, and again before anything is read from it.
final class Surface {
    /// Cairo keeps coordinates in 16.16 fixed point.
    static let maximumSide = 32_767

    let handle: OpaquePointer
    let context: OpaquePointer
    private let sink: Sink?

    /// Collects what Cairo writes.
    private final class Sink {
        var bytes: [UInt8] = []
    }

    /// Takes ownership of `handle`.
    private init(owning handle: OpaquePointer, sink: Sink? = nil) throws(DrawingError) {
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
        self.sink = sink
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

    /// A picture to be drawn elsewhere.
    convenience init(_ image: ColorImage) throws(DrawingError) {
        try self.init(CAIRO_FORMAT_ARGB32, width: image.width, height: image.height)
        try withPixels { pixels, stride in
            for row in 0..<image.height {
                let words = UnsafeMutableRawPointer(mutating: pixels + row * stride)
                    .assumingMemoryBound(to: UInt32.self)
                for column in 0..<image.width {
                    words[column] = Self.pack(image.pixels, at: 4 * (row * image.width + column))
                }
            }
        }
        cairo_surface_mark_dirty(handle)
    }

    private static func pack(_ rgba: [UInt8], at place: Int) -> UInt32 {
        let alpha = UInt32(rgba[place + 3])
        func channel(_ index: Int) -> UInt32 { (UInt32(rgba[place + index]) * alpha + 127) / 255 }
        return alpha << 24 | channel(0) << 16 | channel(1) << 8 | channel(2)
    }

    /// A surface that draws nothing.
    convenience init(recording size: Size) throws(DrawingError) {
        var extents = cairo_rectangle_t(x: 0, y: 0, width: size.width, height: size.height)
        guard let handle = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents) else {
            throw .cairo(doing: "making a recording surface", message: "no memory")
        }
        try self.init(owning: handle)
    }

    /// A surface that writes a PDF document of one page, its size in points.
    convenience init(documentOf size: Size) throws(DrawingError) {
        let sink = Sink()
        let write: cairo_write_func_t = { closure, data, length in
            guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
            let sink = Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue()
            sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
            return CAIRO_STATUS_SUCCESS
        }
        // The surface keeps the sink alive by `self.sink`; Cairo writes no later than `deinit`.
        let closure = Unmanaged.passUnretained(sink).toOpaque()
        guard let handle = cairo_pdf_surface_create_for_stream(write, closure, size.width, size.height) else {
            throw .cairo(doing: "making a document", message: "no memory")
        }
        // Its objects then lie open in the file, where `TaggedPDF` finds them.
        cairo_pdf_surface_restrict_to_version(handle, CAIRO_PDF_VERSION_1_4)
        // A date would make every run's file another one.
        cairo_pdf_surface_set_metadata(handle, CAIRO_PDF_METADATA_CREATE_DATE, "")
        defer { withExtendedLifetime(sink) {} }
        try self.init(owning: handle, sink: sink)
    }

    /// What a document is for those who hear it: a figure and nothing else.
    private static let tags = ["Document", "Figure"]
    private var isTagged = false

    /// Says that what is drawn from now on is the figure. Paper comes before: where all of a page is painted, Cairo forgets
    /// what came first, that tags have begun as well.
    func beginTags() {
        guard sink != nil, !isTagged else { return }
        isTagged = true
        for tag in Self.tags { cairo_tag_begin(context, tag, nil) }
    }

    /// Whether the surface is made of pixels.
    var isImage: Bool { cairo_surface_get_type(handle) == CAIRO_SURFACE_TYPE_IMAGE }

    /// Ends a document and gives its bytes.
    ///
    /// - Parameters:
    ///   - title: what it calls itself.
    ///   - description: what it tells those who do not see it.
    func finishedDocument(title: String?, description: String?) throws(DrawingError) -> [UInt8] {
        guard let sink else { throw .wrongSurface(expected: "a document of vectors") }
        beginTags()
        for tag in Self.tags.reversed() { cairo_tag_end(context, tag) }
        for (field, text) in [(CAIRO_PDF_METADATA_TITLE, title), (CAIRO_PDF_METADATA_SUBJECT, description)] {
            if let text { cairo_pdf_surface_set_metadata(handle, field, text) }
        }
        cairo_show_page(context)
        try check("drawing")
        cairo_surface_finish(handle)
        guard cairo_surface_status(handle) == CAIRO_STATUS_SUCCESS else {
            throw .cairo(doing: "writing a document", message: Self.message(cairo_surface_status(handle)))
        }
        return sink.bytes
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
