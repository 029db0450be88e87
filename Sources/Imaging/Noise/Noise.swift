import Platform
import Tensors

/// What spoils a picture on its way to us.
///
/// Amounts count in white: black is 0 and white is 1, whatever a pixel's intensity is stored as.
public enum Noise: Hashable, Sendable {
    /// A random amount is added to every pixel, whatever is there: the hiss of an amplifier.
    case gaussian(mean: Float = 0, deviation: Float)
    /// Light arrives in grains, as many as chance has it: of a white pixel `photons` are expected, of a black one
    /// none. What is bright is noisier, what is dark is noisier for its brightness.
    case poisson(photons: Float)
    /// Every pixel is multiplied by a random factor around one: the grain of radar and ultrasound.
    case speckle(deviation: Float)
    /// No chance at all: every pixel is mixed with its neighbours under a bell of this width in pixels.
    case blur(deviation: Float)

    /// All amounts in one line that never changes with the version of the program: for cache keys.
    public var canonicalDescription: String {
        switch self {
        case .gaussian(let mean, let deviation): "gaussian mean=\(mean) deviation=\(deviation)"
        case .poisson(let photons): "poisson photons=\(photons)"
        case .speckle(let deviation): "speckle deviation=\(deviation)"
        case .blur(let deviation): "blur deviation=\(deviation)"
        }
    }
}

extension GrayImage {
    /// The picture as this noise leaves it, clipped to what lies between black and white.
    ///
    /// - Parameter stream: where chance comes from; a stream a picture makes each independent of all others.
    /// - Precondition: no deviation is negative, and there is at least a little light.
    public func spoiled(by noise: Noise, from stream: inout RandomStream) -> GrayImage {
        switch noise {
        case .gaussian(let mean, let deviation):
            // snippet.gaussian-noise
            let spoiled = map { intensity in
                intensity + 255 * (mean + deviation * stream.normal())
            }
            return spoiled.clipped()
        // snippet.end
        case .poisson(let photons):
            precondition(photons > 0, "\(photons) photons")
            return map { 255 * Float(stream.poisson(expecting: max($0, 0) / 255 * photons)) / photons }.clipped()
        case .speckle(let deviation):
            return map { $0 * (1 + deviation * stream.normal()) }.clipped()
        case .blur(let deviation):
            guard deviation > 0 else { return clipped() }
            return correlated(with: .gaussian(deviation: deviation), border: .replicate).clipped()
        }
    }
}
