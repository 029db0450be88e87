import CPictures
import Platform

/// Rows of pixels as a library writes them, channel beside channel, before they become planes.
struct PixelRows: ~Copyable {
    private let rows: cpic_rows
    /// What has to live as long as the rows.
    private let owner: Owner

    private enum Owner {
        case memory(UnsafeMutablePointer<UInt8>)
        case plane(Plane<UInt8>)
        case nobody
    }

    /// Rows that lie side by side, to be overwritten.
    ///
    /// - Throws: ``PictureError`` where there is no memory for them.
    init(width: Int, height: Int, channels: Int) throws(PictureError) {
        guard let start = malloc(max(1, width * height * channels)) else { throw .outOfMemory }
        let bytes = start.assumingMemoryBound(to: UInt8.self)
        rows = cpic_rows(
            start: bytes, stride: width * channels, width: UInt32(width), height: UInt32(height),
            channels: Int32(channels))
        owner = .memory(bytes)
    }

    /// The rows of a plane, which is written to.
    init(_ plane: Plane<UInt8>) {
        rows = plane.reading {
            cpic_rows(
                start: $0.start, stride: $0.pitch, width: UInt32($0.width), height: UInt32($0.height), channels: 1)
        }
        owner = .plane(plane)
    }

    /// Rows that belong to a library.
    init(lentBy library: cpic_rows) {
        rows = library
        owner = .nobody
    }

    deinit { if case .memory(let start) = owner { free(start) } }
}

extension PixelRows {
    /// What `body` returns, which may fill the rows.
    borrowing func lent<Value>(_ body: (inout cpic_rows) -> Value) -> Value {
        var lent = rows
        return body(&lent)
    }

    /// Red, green and blue as planes; where there is a fourth channel it is the opacity, over white.
    borrowing func colours() -> [Plane<UInt8>] {
        (0..<3).map { colour in
            plane { pixel in
                rows.channels == 4 ? Self.overWhite(pixel[colour], opacity: pixel[3]) : pixel[colour]
            }
        }
    }

    /// Red, green and blue of four channels of ink (cyan, magenta, yellow, black), without a profile: what one ink and
    /// black let through.
    ///
    /// - Parameter isInverted: whether 255 is no ink, as Adobe's programs write it.
    borrowing func coloursOfInk(isInverted: Bool) -> [Plane<UInt8>] {
        let flip: UInt8 = isInverted ? 0 : 255
        return (0..<3).map { ink in
            plane { pixel in
                UInt8(truncatingIfNeeded: (UInt32(pixel[ink] ^ flip) &* UInt32(pixel[3] ^ flip) &+ 127) / 255)
            }
        }
    }

    /// Rounded as ``ColorImage/flattened(over:)`` does.
    @inline(__always)
    private static func overWhite(_ sample: UInt8, opacity: UInt8) -> UInt8 {
        let mixed = UInt32(sample) &* UInt32(opacity) &+ 255 &* (255 &- UInt32(opacity))
        return UInt8(truncatingIfNeeded: (mixed &+ 127) / 255)
    }

    @inline(__always)
    private borrowing func plane(_ sample: (UnsafePointer<UInt8>) -> UInt8) -> Plane<UInt8> {
        let (width, height, step) = (Int(rows.width), Int(rows.height), Int(rows.channels))
        let plane = Plane<UInt8>(uninitializedWidth: width, height: height)
        guard let start = rows.start else { return plane }
        plane.reading { target in
            for row in 0..<height {
                let (from, to) = (UnsafePointer(start + row * rows.stride), target[row])
                for column in 0..<width { to[column] = sample(from + column &* step) }
            }
        }
        return plane
    }
}
