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
