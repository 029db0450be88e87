extension Plane where Sample == Float {
    /// The picture's intensities.
    public init(_ image: GrayImage) {
        self.init(width: image.width, height: image.height, samples: image.pixels)
    }
}

extension Plane where Sample == UInt8 {
    /// The picture's intensities, rounded and clipped to bytes.
    public init(_ image: GrayImage) {
        self.init(width: image.width, height: image.height, samples: image.bytes)
    }
}

extension Plane where Sample == Float {
    /// The same whole numbers as floats.
    public init<Whole: PlaneSample & BinaryInteger>(_ plane: Plane<Whole>) {
        self.init(uninitializedWidth: plane.width, height: plane.height)
        plane.reading { source in
            reading { target in
                for row in 0..<source.height { Plane<Whole>.convert(source[row], target[row], source.width) }
            }
        }
    }
}

extension ColorImage {
    /// The three colours, each a plane; the opacity is left out.
    public var planes: (red: Plane<UInt8>, green: Plane<UInt8>, blue: Plane<UInt8>) {
        (plane(0), plane(1), plane(2))
    }

    private func plane(_ colour: Int) -> Plane<UInt8> {
        Plane(
            width: width, height: height,
            samples: stride(from: colour, to: pixels.count, by: 4).map { pixels[$0] })
    }

    /// An opaque picture of three planes.
    ///
    /// - Precondition: all have the same size.
    public init(red: Plane<UInt8>, green: Plane<UInt8>, blue: Plane<UInt8>) {
        precondition(
            [green, blue].allSatisfy { $0.width == red.width && $0.height == red.height }, "planes of several sizes")
        let (reds, greens, blues) = (red.samples, green.samples, blue.samples)
        var pixels = [UInt8](repeating: 255, count: 4 * reds.count)
        for index in reds.indices {
            pixels[4 * index] = reds[index]
            pixels[4 * index + 1] = greens[index]
            pixels[4 * index + 2] = blues[index]
        }
        self.init(width: red.width, height: red.height, pixels: pixels)
    }
}

extension GrayImage {
    /// The plane as a picture.
    public init(_ plane: Plane<Float>) {
        self.init(width: plane.width, height: plane.height, pixels: plane.samples)
    }

    /// The plane as a picture.
    public init(_ plane: Plane<UInt8>) {
        self.init(width: plane.width, height: plane.height, bytes: plane.samples)
    }
}
