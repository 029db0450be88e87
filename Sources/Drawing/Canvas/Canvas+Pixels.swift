import CCairo
import Imaging

extension Canvas {
    /// A canvas of coloured pixels, clear at first. One unit is one pixel.
    ///
    /// - Throws: `DrawingError.surfaceSize` for a side below 1 or above 32,767; `.cairo` without memory.
    public convenience init(pixelsWide width: Int, high height: Int) throws(DrawingError) {
        self.init(
            CairoPen(try Surface(CAIRO_FORMAT_ARGB32, width: width, height: height)), width: width, height: height)
    }

    /// A canvas that keeps for each pixel only how much of it is covered, nothing at first. One unit is one
    /// pixel; of a colour only its alpha counts.
    ///
    /// - Throws: `DrawingError.surfaceSize` for a side below 1 or above 32,767; `.cairo` without memory.
    public convenience init(coverageWide width: Int, high height: Int) throws(DrawingError) {
        self.init(CairoPen(try Surface(CAIRO_FORMAT_A8, width: width, height: height)), width: width, height: height)
    }

    /// The coverage of every pixel, 0 for untouched to 255 for full, row by row from the top.
    ///
    /// - Throws: `DrawingError.cairo` if anything drawn has failed; `.wrongSurface` unless made for coverage.
    public func coverage() throws(DrawingError) -> [UInt8] {
        let surface = try surface(CAIRO_FORMAT_A8, "made for coverage")
        let (width, height) = (width, height)
        return try surface.withPixels { pixels, stride in
            [UInt8](unsafeUninitializedCapacity: width * height) { result, count in
                for row in 0..<height {
                    let source = UnsafeBufferPointer(start: pixels + row * stride, count: width)
                    _ = UnsafeMutableBufferPointer(rebasing: result[(row * width)...]).update(fromContentsOf: source)
                }
                count = width * height
            }
        }
    }

    /// The pixels drawn.
    ///
    /// - Throws: `DrawingError.cairo` if anything drawn has failed; `.wrongSurface` unless made of pixels.
    public func image() throws(DrawingError) -> ColorImage {
        let surface = try surface(CAIRO_FORMAT_ARGB32, "made of coloured pixels")
        let (width, height) = (width, height)
        let pixels = try surface.withPixels { pixels, stride in
            [UInt8](unsafeUninitializedCapacity: width * height * 4) { result, count in
                for row in 0..<height {
                    let words = UnsafeRawPointer(pixels + row * stride).assumingMemoryBound(to: UInt32.self)
                    for column in 0..<width {
                        Self.unpack(words[column], to: result, at: 4 * (row * width + column))
                    }
                }
                count = width * height * 4
            }
        }
        return ColorImage(width: width, height: height, pixels: pixels)
    }

    /// The pixels as a PNG file, for a canvas that has been painted all over: opacity is not kept.
    ///
    /// - Throws: `DrawingError` as for ``image()``, or `PNGError`.
    public func png(resolution: Int?, text: [(keyword: String, text: String)] = []) throws -> [UInt8] {
        let surface = try surface(CAIRO_FORMAT_ARGB32, "made of coloured pixels")
        return try surface.withPixels { pixels, stride in
            let words = UnsafeRawPointer(pixels).assumingMemoryBound(to: UInt32.self)
            let picture = OpaquePixels(words, width: width, height: height, wordsPerRow: stride / 4)
            return Result { try PNG.encode(picture, resolution: resolution, text: text) }
        }.get()
    }

    private func surface(_ format: cairo_format_t, _ expected: String) throws(DrawingError) -> Surface {
        guard let surface = (pen as? CairoPen)?.surface, cairo_image_surface_get_format(surface.handle) == format
        else { throw .wrongSurface(expected: expected) }
        return surface
    }

    /// Cairo keeps a pixel as one native word, alpha highest, its colours multiplied by alpha.
    private static func unpack(_ word: UInt32, to result: UnsafeMutableBufferPointer<UInt8>, at place: Int) {
        let alpha = word >> 24
        func channel(_ shift: UInt32) -> UInt8 {
            let value = word >> shift & 0xff
            if alpha == 255 { return UInt8(value) }
            return alpha == 0 ? 0 : UInt8(min(255, (value * 255 + alpha / 2) / alpha))
        }
        result[place] = channel(16)
        result[place + 1] = channel(8)
        result[place + 2] = channel(0)
        result[place + 3] = UInt8(alpha)
    }
}
