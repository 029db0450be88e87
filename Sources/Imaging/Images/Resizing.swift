extension GrayImage {
    /// The picture at another size. A side that shrinks is averaged over the area that each new pixel covers;
    /// a side that grows repeats the nearest pixel, so that pixels stay visible as squares.
    ///
    /// - Precondition: the new sides are positive, and the picture is not empty.
    public func resized(width newWidth: Int, height newHeight: Int) -> GrayImage {
        precondition(newWidth > 0 && newHeight > 0, "an image of \(newWidth) x \(newHeight)")
        precondition(width > 0 && height > 0, "an empty image has no other size")
        let columns = Coverage.of(width, by: newWidth)
        let rows = Coverage.of(height, by: newHeight)
        var narrow = GrayImage(width: newWidth, height: height)
        for row in 0..<height {
            for (column, share) in columns.enumerated() {
                narrow.pixels[row * newWidth + column] = share.average { pixels[row * width + $0] }
            }
        }
        var result = GrayImage(width: newWidth, height: newHeight)
        for (row, share) in rows.enumerated() {
            for column in 0..<newWidth {
                result.pixels[row * newWidth + column] = share.average { narrow.pixels[$0 * newWidth + column] }
            }
        }
        return result
    }

    /// The picture with every pixel drawn as a square of `factor` x `factor`.
    ///
    /// - Precondition: `factor` is positive.
    public func enlarged(by factor: Int) -> GrayImage {
        guard width > 0, height > 0 else { return self }
        return resized(width: width * factor, height: height * factor)
    }
}

extension ColorImage {
    /// The picture at another size, as ``GrayImage/resized(width:height:)`` has it. Transparent pixels lend
    /// their neighbours no colour.
    ///
    /// - Precondition: the new sides are positive, and the picture is not empty.
    public func resized(width newWidth: Int, height newHeight: Int) -> ColorImage {
        let opacity = channel(.alpha)
        let newOpacity = opacity.resized(width: newWidth, height: newHeight)
        var result = ColorImage(width: newWidth, height: newHeight)
        for plane in Channel.allCases where plane != .alpha {
            var weighted = channel(plane)
            for index in weighted.pixels.indices { weighted.pixels[index] *= opacity.pixels[index] }
            let resized = weighted.resized(width: newWidth, height: newHeight)
            for (index, sum) in resized.pixels.enumerated() {
                let share = newOpacity.pixels[index]
                result.pixels[4 * index + plane.rawValue] = share > 0 ? UInt8(min(255, (sum / share).rounded())) : 0
            }
        }
        for (index, alpha) in newOpacity.bytes.enumerated() { result.pixels[4 * index + 3] = alpha }
        return result
    }
}

/// The old pixels that one new pixel covers along one side, and how much of each.
private struct Coverage {
    let first: Int
    let weights: [Float]

    /// The weighted mean of `value` over the covered pixels.
    func average(_ value: (Int) -> Float) -> Float {
        if weights.count == 1 { return value(first) }
        var sum: Float = 0
        for (offset, weight) in weights.enumerated() { sum += weight * value(first + offset) }
        return sum
    }

    /// New pixel i covers the old interval from i·old/new to (i + 1)·old/new; where the side grows, only the
    /// old pixel under its middle.
    static func of(_ old: Int, by new: Int) -> [Coverage] {
        (0..<new).map { index -> Coverage in
            if new >= old { return Coverage(first: (2 * index + 1) * old / (2 * new), weights: [1]) }
            let start = index * old
            let end = start + old
            let first = start / new
            let last = (end - 1) / new
            let weights = (first...last).map { pixel -> Float in
                let covered = min(end, (pixel + 1) * new) - max(start, pixel * new)
                return Float(covered) / Float(old)
            }
            return Coverage(first: first, weights: weights)
        }
    }
}
