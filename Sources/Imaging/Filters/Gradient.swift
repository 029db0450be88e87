import Elementary

/// Where a picture becomes brighter, and how fast, by Sobel's two kernels.
public struct Gradient: Equatable, Sendable {
    /// Sobel x: positive where it is brighter on the right, so a vertical edge answers.
    public let horizontal: GrayImage
    /// Sobel y: positive where it is brighter below, so a horizontal edge answers.
    public let vertical: GrayImage

    /// - Parameters:
    ///   - image: the picture.
    ///   - border: what the kernels find beyond it; all but `valid` keep its size.
    public init(of image: GrayImage, border: Border = .replicate) {
        horizontal = image.correlated(with: .sobelX, border: border)
        vertical = image.correlated(with: .sobelY, border: border)
    }

    // snippet.magnitude
    /// The length of the arrow whose sides are the two answers, by Pythagoras.
    public var magnitude: GrayImage {
        combined { horizontal, vertical in
            (horizontal * horizontal + vertical * vertical).squareRoot()
        }
    }
    // snippet.end

    // snippet.angle
    /// Where the arrow points, from −π to π: 0 to the right, π/2 down (rows are counted downwards), 0 also
    /// where there is no arrow. `atan2` looks at both signs; the arctangent of the quotient would take left
    /// for right, and divide by zero.
    public var angle: GrayImage {
        combined { horizontal, vertical in
            horizontal == 0 && vertical == 0 ? 0 : .atan2(vertical, horizontal)
        }
    }
    // snippet.end

    /// How much edge there is in each direction: the magnitudes added up in bins of equal angle. The first bin
    /// begins at −π, and each takes its lower bound.
    ///
    /// - Precondition: there is at least one bin.
    public func orientations(bins: Int) -> [Float] {
        precondition(bins > 0, "\(bins) bins")
        var sums = [Double](repeating: 0, count: bins)
        for (angle, magnitude) in zip(angle.pixels, magnitude.pixels) {
            let turn = (Double(angle) + .pi) / (2 * .pi)
            sums[Int(turn * Double(bins)) % bins] += Double(magnitude)
        }
        return sums.map(Float.init)
    }

    private func combined(_ function: (Float, Float) -> Float) -> GrayImage {
        GrayImage(
            width: horizontal.width, height: horizontal.height,
            pixels: zip(horizontal.pixels, vertical.pixels).map(function))
    }
}
