/// What a screen, which knows only black to white, shows of numbers below zero.
public enum Negatives: String, CaseIterable, Sendable {
    /// Black; above white is white.
    case clip
    /// As much as positive ones: the strength without the side.
    case absolute
    /// The smallest number is black, the largest white, over all channels.
    case rescale
    /// Zero in the middle, the same scale on both sides.
    case signed
}

extension Answers {
    /// The numbers as a screen shows them: one plane of bytes a channel.
    ///
    /// With ``Negatives/signed``, 0 stands at 128, and the number furthest from zero at 1 or 255.
    public func shown(_ negatives: Negatives) -> [Plane<UInt8>] {
        let (low, high): (Float, Float)
        switch (negatives, range) {
        case (.clip, _), (.absolute, _), (_, nil): (low, high) = (0, white)
        case (.rescale, let range?): (low, high) = (range.lowerBound, range.upperBound)
        case (.signed, let range?):
            let limit = Swift.max(abs(range.lowerBound), abs(range.upperBound))
            return channels.map { $0.bytes { limit > 0 ? 128 + 127 * ($0 / limit) : 128 } }
        }
        let extent = high - low
        return channels.map { channel in
            channel.bytes { value in
                let value = negatives == .absolute ? abs(value) : value
                return extent > 0 ? (value - low) / extent * 255 : 0
            }
        }
    }
}

extension Plane where Sample == Float {
    /// Every sample passed through `function`, rounded and clipped to bytes.
    func bytes(_ function: (Float) -> Float) -> Plane<UInt8> {
        var answer = Plane<UInt8>(width: 0, height: 0)
        reading { source in
            answer.overwriting(width: width, height: height) { target in
                for row in 0..<height {
                    for column in 0..<width {
                        let value = function(source[row][column])
                        target[row][column] = value > 0 ? UInt8(min(value, 255).rounded()) : 0
                    }
                }
            }
        }
        return answer
    }
}
