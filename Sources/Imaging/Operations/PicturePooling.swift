/// What is to be done to a picture by pooling: the choices of `course pool`.
public struct PicturePooling: Equatable, Sendable {
    /// What a window is summed up by.
    public enum Kind: String, CaseIterable, Sendable {
        /// Its largest value.
        case max
        /// Its mean.
        case average
    }

    /// Pixels on a side of the window.
    public var size: Int
    /// How far the window moves.
    public var stride: Int
    /// What it is summed up by.
    public var kind: Kind

    /// Windows that do not overlap, unless a stride is given.
    ///
    /// - Precondition: size and stride are positive.
    public init(size: Int = 2, stride: Int? = nil, kind: Kind = .max) {
        precondition(size > 0 && stride ?? 1 > 0, "a window of \(size) moved by \(stride ?? size)")
        self.size = size
        self.stride = stride ?? size
        self.kind = kind
    }

    /// The pooled channels, as ``GrayImage/maxPooled(window:stride:)`` and ``GrayImage/averagePooled(window:stride:)``
    /// have them: rows and columns at the end that fill no window are left out.
    ///
    /// - Throws: ``OperationError/windowDoesNotFit(_:width:height:)``.
    public func answers(to picture: SourcePicture) throws(OperationError) -> Answers {
        guard size <= picture.width, size <= picture.height else {
            throw .windowDoesNotFit(size, width: picture.width, height: picture.height)
        }
        return Answers(channels: picture.channels.map(pooled), white: picture.white)
    }

    /// Row by row, so that no window is copied.
    private func pooled(_ channel: Plane<Float>) -> Plane<Float> {
        let (width, height) = (
            outputSize(input: channel.width, kernel: size, stride: stride),
            outputSize(input: channel.height, kernel: size, stride: stride)
        )
        var answer = Plane<Float>(width: 0, height: 0)
        channel.reading { source in
            answer.overwriting(width: width, height: height) { target in
                for row in 0..<height {
                    for column in 0..<width {
                        target[row][column] = summary(source, row * stride, column * stride)
                    }
                }
            }
        }
        return answer
    }

    @inline(__always)
    private func summary(_ source: PlaneRows<Float>, _ top: Int, _ left: Int) -> Float {
        var most = -Float.infinity
        var sum: Float = 0
        for row in top..<(top + size) {
            let samples = source[row] + left
            for column in 0..<size {
                most = Swift.max(most, samples[column])
                sum += samples[column]
            }
        }
        return kind == .max ? most : sum / Float(size * size)
    }
}
