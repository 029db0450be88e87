import CCairo

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
            CairoPen(try Surface(CAIRO_FORMAT_ARGB32, width: width, height: height)), width: width, height: height,
            unit: scale, transcript: detail == .nothing ? nil : Transcript(page: page), detail: detail)
        self.scale(x: scale, y: scale)
    }

    /// A page that keeps a transcript and nothing else. One unit is one point.
    public convenience init(transcribing page: Size) throws(DrawingError) {
        self.init(CairoPen(try Surface(recording: page)), page, detail: .everything, isSeen: false)
    }

    /// A page on which nothing is drawn: it writes down the texts. One unit is one point.
    public convenience init(listening page: Size) {
        self.init(MutePen(), page, detail: .texts, isSeen: false)
    }

    /// A page in vectors. One unit is one point; the page keeps a transcript in points.
    ///
    /// - Parameter detail: how much of what is drawn is written down; less of it draws faster.
    public convenience init(
        _ kind: VectorKind, page: Size, detail: Transcript.Detail = .everything
    ) throws(DrawingError) {
        // Cairo's own limit, and the transcript counts whole points.
        guard page.width.isFinite, page.height.isFinite else { throw .notFinite(what: "The size of a page") }
        guard page.width > 0, page.height > 0, max(page.width, page.height) <= Double(Surface.maximumSide) else {
            throw .surfaceSize(width: Int(min(max(page.width, -1), 1e9)), height: Int(min(max(page.height, -1), 1e9)))
        }
        let pen: any Pen =
            switch kind {
            case .svg: Recorder(page: page)
            case .pdf: CairoPen(try Surface(documentOf: page))
            }
        self.init(pen, page, detail: detail)
    }

    private convenience init(
        _ pen: any Pen, _ page: Size, detail: Transcript.Detail, isSeen: Bool = true
    ) {
        self.init(
            pen, width: Int(page.width.rounded(.up)), height: Int(page.height.rounded(.up)),
            transcript: detail == .nothing ? nil : Transcript(page: page), detail: detail, isSeen: isSeen)
    }

    /// What has been drawn on a page for SVG, as a value.
    ///
    /// - Throws: `DrawingError.notFinite` if anything drawn has no place; `.wrongSurface` unless made for SVG.
    public func drawing() throws(DrawingError) -> VectorDrawing {
        guard let recorder = pen as? Recorder else { throw .wrongSurface(expected: "made for SVG") }
        return try recorder.recorded()
    }

    /// Ends a page in vectors and gives its file. Nothing can be drawn afterwards.
    ///
    /// - Parameters:
    ///   - title: what the file calls itself.
    ///   - description: what it tells those who do not see it.
    ///   - language: the code of the language that its words are in; only a PDF says so.
    ///   - lettering: how an SVG file has its words; a PDF has them as text.
    /// - Throws: `DrawingError.cairo` or `.notFinite` if anything drawn has failed; `.wrongSurface` unless made of
    ///   vectors.
    public func document(
        title: String? = nil, description: String? = nil, language: String? = nil, lettering: Lettering = .outlines
    ) throws(DrawingError) -> [UInt8] {
        if let pen = pen as? CairoPen {
            let file = try pen.surface.finishedDocument(title: title, description: description)
            return TaggedPDF.adding(description: description, language: language, to: file)
        }
        guard pen is Recorder else { throw .wrongSurface(expected: "a document of vectors") }
        return SVGFile.bytes(
            of: try drawing(), title: title, description: description, lettering: lettering)
    }

    /// The rectangle with its sides moved to the nearest borders between pixels, so that they are crisp.
    /// Transforms may shift and scale but not turn. On a page of vectors, the rectangle itself.
    public func crisp(_ frame: Rectangle) -> Rectangle {
        guard pen.hasPixels else { return frame }
        let transform = pen.transform
        guard let back = transform.inverse else { return frame }
        func border(_ corner: Point) -> Point {
            let place = transform.apply(corner)
            return back.apply(Point(place.x.rounded(), place.y.rounded()))
        }
        let (start, end) = (border(Point(frame.minX, frame.minY)), border(Point(frame.maxX, frame.maxY)))
        return Rectangle(x: start.x, y: start.y, width: end.x - start.x, height: end.y - start.y)
    }
}

/// A file format made of lines and curves.
public enum VectorKind: String, Hashable, Sendable, CaseIterable {
    case svg, pdf
}

/// How a drawing has its words.
public enum Lettering: Hashable, Sendable {
    /// As the shapes of their letters, which look the same wherever they are shown.
    case outlines
    /// As text, to be searched, copied and edited, in the fonts that the reader has.
    case text
}
