import CCairo
import Imaging

extension Canvas {
    /// Draws a picture of pixels into a frame. Enlarged, its pixels stay crisp squares (nearest neighbour);
    /// reduced, they are averaged.
    ///
    /// - Throws: `DrawingError.surfaceSize` for a picture without pixels or with a side over 32,767.
    public func draw(_ image: ColorImage, in frame: Rectangle) throws(DrawingError) {
        if isMute { return }
        let (width, height) = (image.width, image.height)
        let picture = try Surface(CAIRO_FORMAT_ARGB32, width: width, height: height)
        try picture.withPixels { pixels, stride in
            for row in 0..<height {
                let words = UnsafeMutableRawPointer(mutating: pixels + row * stride)
                    .assumingMemoryBound(to: UInt32.self)
                for column in 0..<width { words[column] = Self.pack(image.pixels, at: 4 * (row * width + column)) }
            }
        }
        cairo_surface_mark_dirty(picture.handle)
        isolated {
            translate(x: frame.x, y: frame.y)
            let outline = Path(Rectangle(x: 0, y: 0, width: frame.width, height: frame.height))
            clip(to: outline)
            scale(x: frame.width / Double(width), y: frame.height / Double(height))
            var (dx, dy) = (1.0, 1.0)
            cairo_user_to_device_distance(context, &dx, &dy)
            let isReduced = min(abs(dx), abs(dy)) < 1
            cairo_set_source_surface(context, picture.handle, 0, 0)
            cairo_pattern_set_filter(cairo_get_source(context), isReduced ? CAIRO_FILTER_GOOD : CAIRO_FILTER_NEAREST)
            cairo_pattern_set_extend(cairo_get_source(context), CAIRO_EXTEND_PAD)
            cairo_paint(context)
        }
        if detail == .everything { transcript?.marks.append(Mark(.image, frame: onPage(frame), color: nil)) }
    }

    private static func pack(_ rgba: [UInt8], at place: Int) -> UInt32 {
        let alpha = UInt32(rgba[place + 3])
        func channel(_ index: Int) -> UInt32 { (UInt32(rgba[place + index]) * alpha + 127) / 255 }
        return alpha << 24 | channel(0) << 16 | channel(1) << 8 | channel(2)
    }
}
