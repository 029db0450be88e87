import CCairo
import Imaging

extension Canvas {
    /// A page of coloured pixels, clear at first. One unit is one point, 1/72 inch; the page keeps a
    /// transcript in points.
    ///
    /// - Parameter detail: how much of what is drawn is written down; less of it draws faster.
    /// - Throws: `DrawingError.surfaceSize` if the page has no pixel or more than 32,767 on a side.
    public convenience init(page: Size, dpi: Int, detail: Transcript.Detail = .everything) throws(DrawingError) {
        let scale = Double(dpi) / 72
        func pixels(_ points: Double) throws(DrawingError) -> Int {
            let exact = (points * scale - 1e-6).rounded(.up)
            guard exact.isFinite else { throw .notFinite(what: "The size of a page") }
            return exact > 1e9 ? Int(1e9) : Int(exact)
        }
        let (width, height) = (try pixels(page.width), try pixels(page.height))
        self.init(
            try Surface(CAIRO_FORMAT_ARGB32, width: width, height: height), width: width, height: height,
            unit: scale, transcript: detail == .nothing ? nil : Transcript(page: page), detail: detail)
        self.scale(x: scale, y: scale)
    }

    /// A page that keeps a transcript and nothing else. One unit is one point.
    public convenience init(transcribing page: Size) throws(DrawingError) {
        self.init(
            try Surface(recording: page), width: Int(page.width.rounded(.up)), height: Int(page.height.rounded(.up)),
            transcript: Transcript(page: page))
    }

    /// A page on which nothing is drawn: it writes down the texts, their places without regard to transforms.
    public convenience init(listening page: Size) throws(DrawingError) {
        self.init(
            try Surface(recording: page), width: Int(page.width.rounded(.up)), height: Int(page.height.rounded(.up)),
            transcript: Transcript(page: page), detail: .texts, isMute: true)
    }

    /// A page in vectors. One unit is one point; the page keeps a transcript in points.
    public convenience init(_ kind: VectorKind, page: Size) throws(DrawingError) {
        self.init(
            try Surface(kind, size: page), width: Int(page.width.rounded(.up)), height: Int(page.height.rounded(.up)),
            transcript: Transcript(page: page))
    }

    /// Ends a page in vectors and gives its file. Nothing can be drawn afterwards.
    ///
    /// - Throws: `DrawingError.cairo` if anything drawn has failed; `.wrongSurface` unless made of vectors.
    public func document() throws(DrawingError) -> [UInt8] { try surface.finishedDocument() }

    /// The rectangle with its sides moved to the nearest borders between pixels, so that they are crisp.
    /// Transforms may shift and scale but not turn. On a page of vectors, the rectangle itself.
    public func crisp(_ frame: Rectangle) -> Rectangle {
        guard surface.isImage else { return frame }
        var (left, top) = (frame.minX, frame.minY)
        var (right, bottom) = (frame.maxX, frame.maxY)
        cairo_user_to_device(context, &left, &top)
        cairo_user_to_device(context, &right, &bottom)
        (left, top, right, bottom) = (left.rounded(), top.rounded(), right.rounded(), bottom.rounded())
        cairo_device_to_user(context, &left, &top)
        cairo_device_to_user(context, &right, &bottom)
        return Rectangle(x: left, y: top, width: right - left, height: bottom - top)
    }
}

/// A file format made of lines and curves.
public enum VectorKind: String, Hashable, Sendable, CaseIterable {
    case svg, pdf
}
