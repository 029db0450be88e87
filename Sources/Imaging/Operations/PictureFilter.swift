/// What is to be done to a picture with a kernel: the choices of `course convolve`.
public struct PictureFilter: Equatable, Sendable {
    /// Which way round the kernel lies on the picture.
    public enum Mode: String, CaseIterable, Sendable {
        /// As it is written: what networks call convolution.
        case correlation
        /// Turned by half a turn: what mathematics calls convolution.
        case convolution
    }

    /// The weights, as they were named or typed.
    public var kernel: Kernel
    /// What every sum is divided by; not zero.
    public var divisor: Float
    /// What is added to every answer, on the scale of the picture's samples.
    public var bias: Float
    /// What the kernel finds beyond the picture.
    public var border: Border
    /// Which way round the kernel lies.
    public var mode: Mode

    /// A kernel as it is, unless something else is said.
    public init(
        kernel: Kernel, divisor: Float = 1, bias: Float = 0, border: Border = .replicate, mode: Mode = .correlation
    ) {
        self.kernel = kernel
        self.divisor = divisor
        self.bias = bias
        self.border = border
        self.mode = mode
    }

    /// The weights as they lie on the picture, before the division.
    public var laid: Kernel { mode == .convolution ? kernel.flipped : kernel }

    /// The answers for every channel of a picture, not rounded and not clipped: (Σ w·x) / divisor + bias.
    ///
    /// The same bits at any number of threads. Each is within taps * 2^-23 * Σ|w x| / |divisor| of the formula's.
    ///
    /// - Parameter threads: how many work at once, at least one.
    /// - Throws: ``OperationError`` where the kernel doesn't fit, or where a number leaves the range of floats.
    public func answers(to picture: SourcePicture, threads: Int) throws(OperationError) -> Answers {
        if border == .valid, kernel.rows > picture.height || kernel.columns > picture.width {
            throw .kernelDoesNotFit(kernel, width: picture.width, height: picture.height)
        }
        var channels: [Plane<Float>] = []
        for index in 0..<picture.channelCount {
            var answer = Plane<Float>(width: 0, height: 0)
            switch picture.samples {
            case .bytes(let planes):
                planes[index].correlate(with: laid, border: border, into: &answer, threads: threads)
            case .words(let planes):
                planes[index].correlate(with: laid, border: border, into: &answer, threads: threads)
            }
            if divisor != 1 || bias != 0 {
                answer.change { [divisor, bias] in $0 / divisor + bias }
            }
            guard answer.isFinite else { throw .notFinite }
            channels.append(answer)
        }
        return Answers(channels: channels, white: picture.white)
    }
}

/// What an operation made of a picture: one plane of numbers or three, on the scale of the picture's samples.
public struct Answers: Equatable, Sendable {
    /// One plane, or red, green and blue.
    public let channels: [Plane<Float>]
    /// The number that stands for white: 255, or 65,535 where the picture had sixteen bits.
    public let white: Float

    /// Numbers on the scale on which `white` is white.
    public init(channels: [Plane<Float>], white: Float = 255) {
        (self.channels, self.white) = (channels, white)
    }

    /// Pixels in a row.
    public var width: Int { channels.first?.width ?? 0 }
    /// Rows.
    public var height: Int { channels.first?.height ?? 0 }

    /// From the smallest number to the largest, over all channels; `nil` without pixels.
    public var range: ClosedRange<Float>? {
        let ranges = channels.compactMap(\.range)
        guard let low = ranges.map(\.lowerBound).min(), let high = ranges.map(\.upperBound).max() else { return nil }
        return low...high
    }
}

extension Plane where Sample == Float {
    /// Passes every sample through `function`.
    mutating func change(_ function: (Float) -> Float) {
        let (width, height) = (width, height)
        overwriting(width: width, height: height) { rows in
            for row in 0..<height {
                let samples = rows[row]
                for column in 0..<width { samples[column] = function(samples[column]) }
            }
        }
    }

    /// Whether no sample is infinite or not a number.
    var isFinite: Bool {
        withRows { _, samples in samples.allSatisfy(\.isFinite) }.allSatisfy { $0 }
    }

    /// From the smallest sample to the largest; `nil` without samples.
    public var range: ClosedRange<Float>? {
        guard width > 0, height > 0 else { return nil }
        let ranges = withRows { _, samples in
            samples.reduce((samples[0], samples[0])) { (min($0.0, $1), max($0.1, $1)) }
        }
        let (low, high) = ranges.reduce(ranges[0]) { (min($0.0, $1.0), max($0.1, $1.1)) }
        return low...high
    }
}
