import Imaging
import Storage

/// A picture of the reader's in the place of the course's own, as the lessons on pictures show it.
public struct OwnScene: Hashable, Sendable {
    /// SHA-256 of the pixels that are shown.
    public let identity: String
    /// At most 480 pixels wide and 400 high, its sides multiples of 8, so that three rounds of pooling lose nothing.
    public let image: ColorImage

    /// By its pixels, which the identity stands for.
    public static func == (one: OwnScene, other: OwnScene) -> Bool { one.identity == other.identity }

    /// By its pixels, which the identity stands for.
    public func hash(into hasher: inout Hasher) { hasher.combine(identity) }

    /// The sides that a picture may have once it is made to fit.
    private static let (widest, highest, least) = (480, 400, 120)

    /// A picture that can't stand in the place of the course's.
    public enum Failure: Error, Equatable, CustomStringConvertible {
        case tooSmall(width: Int, height: Int)
        case tooNarrow(width: Int, height: Int)
        /// One colour everywhere, or nearly: no edge, no direction, nothing to see.
        case plain

        /// What is wrong with it, and what to do.
        public var description: String {
            switch self {
            case .tooSmall(let width, let height):
                "it is \(width) x \(height) pixels, and the lessons need \(OwnScene.least) on each side; take a larger one"
            case .tooNarrow(let width, let height):
                "it is \(width) x \(height) pixels: made to fit a page, its shorter side has fewer than "
                    + "\(OwnScene.least); cut it out, so that no side is three times the other"
            case .plain:
                "it is of one brightness everywhere, and the lessons look for edges; take a picture of something"
            }
        }
    }

    /// Makes a picture fit: reduced where it is larger than a page shows, never enlarged, and cut by fewer than eight
    /// pixels at its rims.
    ///
    /// - Throws: ``Failure`` for a picture of fewer than 120 pixels on a side, also once it is reduced.
    public init(_ picture: SourcePicture) throws(Failure) {
        let (width, height) = (picture.width, picture.height)
        guard min(width, height) >= Self.least else { throw .tooSmall(width: width, height: height) }
        let fitted = Self.fitting(width, height)
        guard min(fitted.width, fitted.height) >= Self.least else { throw .tooNarrow(width: width, height: height) }
        let reduced =
            fitted == (width, height) ? picture.image : picture.image(width: fitted.width, height: fitted.height)
        let (columns, rows) = (fitted.width / 8 * 8, fitted.height / 8 * 8)
        image = reduced.cropped(
            row: (fitted.height - rows) / 2, column: (fitted.width - columns) / 2, width: columns, height: rows)
        let gray = image.gray.range ?? 0...0
        guard gray.upperBound - gray.lowerBound >= 16 else { throw .plain }
        identity = SHA256.hex(of: Array("\(columns) x \(rows) ".utf8) + image.pixels)
    }

    /// The size of a picture once it is made to fit a page: its own, or smaller by one ratio for both sides.
    static func fitting(_ width: Int, _ height: Int) -> (width: Int, height: Int) {
        // The smaller of both ratios, as integers: the same on every machine.
        let isWide = width * highest >= height * widest
        let (limit, side) = isWide ? (widest, width) : (highest, height)
        guard side > limit else { return (width, height) }
        return (max(1, width * limit / side), max(1, height * limit / side))
    }
}
