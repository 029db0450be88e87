/// A picture as somebody's file holds it: grey or in colour, eight or sixteen bits a sample, opaque and upright.
///
/// What was transparent lies on white. Nothing else of the file is kept: no place, no camera, no time.
public struct SourcePicture: Equatable, Sendable {
    /// One plane of intensities, or three: red, green, blue. All have the same size.
    public enum Samples: Equatable, Sendable {
        /// From 0 (black) to 255.
        case bytes([Plane<UInt8>])
        /// From 0 (black) to 65,535.
        case words([Plane<UInt16>])
    }

    /// Pixels in a row.
    public let width: Int
    /// Rows.
    public let height: Int
    /// The channels.
    public let samples: Samples

    /// - Precondition: there are one or three planes of one size.
    public init(_ samples: Samples) {
        let sizes =
            switch samples {
            case .bytes(let planes): planes.map { [$0.width, $0.height] }
            case .words(let planes): planes.map { [$0.width, $0.height] }
            }
        precondition(sizes.count == 1 || sizes.count == 3, "a picture of \(sizes.count) channels")
        precondition(sizes.allSatisfy { $0 == sizes[0] }, "channels of several sizes")
        (width, height) = (sizes[0][0], sizes[0][1])
        self.samples = samples
    }

    /// The intensity of white: 255, or 65,535.
    public var white: Float {
        switch samples {
        case .bytes: 255
        case .words: 65_535
        }
    }

    /// How many channels there are: 1 or 3.
    public var channelCount: Int {
        switch samples {
        case .bytes(let planes): planes.count
        case .words(let planes): planes.count
        }
    }

    /// A channel as floats on the samples' own scale, from 0 to ``white``.
    ///
    /// - Precondition: there is such a channel.
    public func channel(_ index: Int) -> Plane<Float> {
        switch samples {
        case .bytes(let planes): Plane<Float>(planes[index])
        case .words(let planes): Plane<Float>(planes[index])
        }
    }

    /// The channels one after the other, as ``channel(_:)`` has them; each is made when it is asked for, since a large
    /// picture in floats has four times its bytes.
    public var channels: some Sequence<Plane<Float>> {
        (0..<channelCount).lazy.map { channel($0) }
    }
}

extension SourcePicture {
    /// A picture as a file holds it.
    ///
    /// Three planes that agree everywhere become one: a grey picture that was saved in colour is computed once.
    init(samples: consuming Samples, turned orientation: Orientation = .upright) {
        switch consume samples {
        case .bytes(var planes):
            Self.settle(&planes, orientation)
            self.init(.bytes(planes))
        case .words(var planes):
            Self.settle(&planes, orientation)
            self.init(.words(planes))
        }
    }

    /// Plane by plane, so that a large picture is never there twice.
    private static func settle<Sample>(_ planes: inout [Plane<Sample>], _ orientation: Orientation) {
        if planes.dropFirst().allSatisfy({ $0 == planes[0] }) { planes.removeLast(planes.count - 1) }
        for index in planes.indices { planes[index] = planes[index].turned(orientation) }
    }
}
