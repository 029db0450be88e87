/// What a kernel finds where it reaches beyond the picture.
public enum Border: String, CaseIterable, Sendable {
    /// Nothing: the kernel stays inside, and the answer is smaller than the picture.
    case valid
    /// Black: `0 0 | a b c d | 0 0`.
    case zero
    /// The outermost pixel again and again: `a a | a b c d | d d`.
    case replicate
    /// The picture in a mirror that stands on the outermost pixel, which is not repeated:
    /// `c b | a b c d | c b`. NumPy calls it `reflect`, OpenCV `BORDER_REFLECT_101`.
    case reflect

    /// The pixel that stands in for pixel `index` of a side of `count` pixels; `nil` where that is black.
    func source(of index: Int, in count: Int) -> Int? {
        if index >= 0 && index < count { return index }
        switch self {
        case .valid, .zero: return nil
        case .replicate: return min(max(index, 0), count - 1)
        case .reflect:
            guard count > 1 else { return 0 }
            let period = 2 * (count - 1)
            let folded = ((index % period) + period) % period
            return folded < count ? folded : period - folded
        }
    }
}

extension GrayImage {
    /// The picture with rows and columns added around it as the border rule has it.
    ///
    /// - Precondition: no amount is negative; a picture without pixels has nothing to repeat.
    public func padded(top: Int, left: Int, bottom: Int, right: Int, border: Border) -> GrayImage {
        precondition(min(top, left, bottom, right) >= 0, "a negative padding")
        guard width > 0, height > 0, top + left + bottom + right > 0 else { return self }
        var padded = GrayImage(width: left + width + right, height: top + height + bottom)
        for row in 0..<padded.height {
            guard let source = border.source(of: row - top, in: height) else { continue }
            let start = row * padded.width
            let inside = (source * width)..<((source + 1) * width)
            padded.pixels.replaceSubrange((start + left)..<(start + left + width), with: pixels[inside])
            for column in Array(0..<left) + Array((left + width)..<padded.width) {
                guard let sourceColumn = border.source(of: column - left, in: width) else { continue }
                padded.pixels[start + column] = pixels[source * width + sourceColumn]
            }
        }
        return padded
    }
}
