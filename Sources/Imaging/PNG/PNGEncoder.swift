import CPNG

extension PNG {
    /// Writes a colour picture, in the smallest form that loses nothing: palette, grey, or three or four bytes
    /// a pixel. The file states sRGB and no date, so the same picture gives the same bytes.
    ///
    /// - Parameters:
    ///   - resolution: pixels per inch, where the picture has a size on paper.
    ///   - text: what the file tells about itself. Keywords are Latin-1, 1 to 79 characters; the PNG standard
    ///     names `Title`, `Author`, `Description`, `Copyright`, `Software` and `Source`.
    /// - Throws: ``PNGError`` for an empty or an immense picture, or for a text that PNG cannot hold.
    public static func encode(
        _ image: ColorImage, resolution: Int? = nil, text: [(keyword: String, text: String)] = []
    ) throws(PNGError) -> [UInt8] {
        try check(width: image.width, height: image.height)
        return try write(
            PNGSamples(image), width: image.width, height: image.height, resolution: resolution, text: text)
    }

    /// Writes a grey picture, 8 bits a pixel: intensities clipped to 0...255 and rounded.
    ///
    /// - Throws: ``PNGError`` for an empty or an immense picture, or for a text that PNG cannot hold.
    public static func encode(
        _ image: GrayImage, resolution: Int? = nil, text: [(keyword: String, text: String)] = []
    ) throws(PNGError) -> [UInt8] {
        try check(width: image.width, height: image.height)
        return try write(
            PNGSamples(image), width: image.width, height: image.height, resolution: resolution, text: text)
    }

    /// Writes opaque pixels from where they lie, without a copy of them where they have many colours. The form is
    /// chosen as for a colour picture.
    ///
    /// - Throws: ``PNGError`` as for a colour picture.
    public static func encode(
        _ pixels: OpaquePixels, resolution: Int? = nil, text: [(keyword: String, text: String)] = []
    ) throws(PNGError) -> [UInt8] {
        try check(width: pixels.width, height: pixels.height)
        return try write(
            PNGSamples(pixels), width: pixels.width, height: pixels.height, resolution: resolution, text: text)
    }

    private static func check(width: Int, height: Int) throws(PNGError) {
        guard width > 0, height > 0 else {
            throw .cannotWrite(width: width, height: height, reason: "it has no pixel")
        }
        guard width <= 1 << 20, height <= 1 << 20 else {
            throw .cannotWrite(width: width, height: height, reason: "a side is over \(1 << 20)")
        }
    }

    private static func write(
        _ samples: PNGSamples, width: Int, height: Int, resolution: Int?, text: [(keyword: String, text: String)]
    ) throws(PNGError) -> [UInt8] {
        var chunks: [TextChunk] = []
        for entry in text { chunks.append(try TextChunk(entry.keyword, entry.text)) }
        var result = cpng_result()
        let status = samples.withPicture(width: width, height: height) { picture in
            picture.pixels_per_metre = resolution.map(pixelsPerMetre) ?? 0
            return TextChunk.withPointers(to: chunks) { texts in
                picture.texts = texts.baseAddress
                picture.text_count = texts.count
                return cpng_write(&picture, &result)
            }
        }
        defer { cpng_free(result.bytes) }
        guard status == CPNG_OK else {
            if status == CPNG_NO_MEMORY { throw .outOfMemory }
            throw .cannotWrite(width: width, height: height, reason: result.text)
        }
        return Array(UnsafeBufferPointer(start: result.bytes, count: result.count))
    }

    /// PNG counts pixels per metre; an inch is 0.0254 m.
    private static func pixelsPerMetre(_ perInch: Int) -> UInt32 {
        UInt32(clamping: Int((Double(max(0, perInch)) / 0.0254).rounded()))
    }
}

extension PNGSamples {
    /// Lends the picture to C.
    fileprivate func withPicture(width: Int, height: Int, _ body: (inout cpng_picture) -> cpng_status) -> cpng_status {
        var picture = cpng_picture()
        picture.width = UInt32(width)
        picture.height = UInt32(height)
        picture.bit_depth = Int32(bitDepth)
        var palette: [UInt32] = []
        switch form {
        case .gray: picture.color = CPNG_GRAY
        case .rgb, .words: picture.color = CPNG_RGB
        case .rgba: picture.color = CPNG_RGBA
        case .palette(let colors):
            picture.color = CPNG_PALETTE
            palette = colors
        }
        return compressed(width: width, height: height).withUnsafeBufferPointer { data in
            palette.withUnsafeBytes { colors in
                picture.data = data.baseAddress
                picture.data_count = data.count
                picture.palette = colors.bindMemory(to: UInt8.self).baseAddress
                picture.palette_count = palette.count
                return body(&picture)
            }
        }
    }
}
