extension ColorImage {
    /// One of the four planes that a picture in colour consists of.
    public enum Channel: Int, CaseIterable, Sendable {
        case red, green, blue, alpha
    }

    /// One plane of the picture by itself.
    public func channel(_ channel: Channel) -> GrayImage {
        let samples = stride(from: channel.rawValue, to: pixels.count, by: 4).map { Float(pixels[$0]) }
        return GrayImage(width: width, height: height, pixels: samples)
    }

    /// The picture with the other two colours taken away, so that a plane shows in its own tint.
    public func tinted(_ channel: Channel) -> ColorImage {
        guard channel != .alpha else { return ColorImage(self.channel(.alpha)) }
        var image = self
        for index in image.pixels.indices where index % 4 != channel.rawValue && index % 4 != Channel.alpha.rawValue {
            image.pixels[index] = 0
        }
        return image
    }

    // snippet.gray
    /// How bright the picture is to the eye, which sees green best and blue least: the luma of ITU-R BT.601,
    /// 0.299 R + 0.587 G + 0.114 B. The opacity has no say.
    public var gray: GrayImage {
        var gray = GrayImage(width: width, height: height)
        for row in 0..<height {
            for column in 0..<width {
                let pixel = self[row, column]
                gray[row, column] = 0.299 * Float(pixel.red) + 0.587 * Float(pixel.green) + 0.114 * Float(pixel.blue)
            }
        }
        return gray
    }
    // snippet.end

    /// A grey picture as a screen shows it: clipped to 0...255 and rounded, opaque.
    public init(_ gray: GrayImage) {
        self.init(
            width: gray.width, height: gray.height,
            pixels: gray.bytes.flatMap { [$0, $0, $0, 255] })
    }

    /// The picture laid on paper of one colour: every pixel opaque.
    public func flattened(over paper: Pixel = .white) -> ColorImage {
        let under = [Int(paper.red), Int(paper.green), Int(paper.blue)]
        var image = self
        for start in stride(from: 0, to: pixels.count, by: 4) where pixels[start + 3] < 255 {
            let alpha = Int(pixels[start + 3])
            for plane in 0..<3 {
                let mixed = Int(pixels[start + plane]) * alpha + under[plane] * (255 - alpha)
                image.pixels[start + plane] = UInt8((mixed + 127) / 255)
            }
            image.pixels[start + 3] = 255
        }
        return image
    }
}
