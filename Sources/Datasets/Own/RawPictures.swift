import Imaging

/// Pictures of one size as a reader of some form found them, each with the number of its class.
struct RawPictures: Equatable, Sendable {
    let rows: Int
    let columns: Int
    /// One, or three for red, green and blue.
    let channels: Int
    /// Picture after picture, row after row, the bytes of a pixel side by side.
    var pixels: [UInt8]
    var labels: [Int]

    var count: Int { labels.count }
    var size: Int { rows * columns * channels }

    /// “32 x 32, in colour”
    var form: String { "\(columns) x \(rows), \(channels == 1 ? "grey" : "in colour")" }

    func bytes(of picture: Int) -> ArraySlice<UInt8> { pixels[picture * size..<(picture + 1) * size] }

    /// The pictures of these numbers, in this order.
    func selecting(_ numbers: [Int]) -> RawPictures {
        var chosen: [UInt8] = []
        chosen.reserveCapacity(numbers.count * size)
        for number in numbers { chosen += bytes(of: number) }
        return RawPictures(
            rows: rows, columns: columns, channels: channels, pixels: chosen, labels: numbers.map { labels[$0] })
    }

    /// Rows and columns change places.
    func transposed() -> RawPictures {
        var turned: [UInt8] = []
        turned.reserveCapacity(pixels.count)
        for picture in 0..<count {
            let start = picture * size
            for column in 0..<columns {
                for row in 0..<rows {
                    let place = start + (row * columns + column) * channels
                    turned += pixels[place..<place + channels]
                }
            }
        }
        return RawPictures(rows: columns, columns: rows, channels: channels, pixels: turned, labels: labels)
    }

    /// The pictures as the options want them.
    func prepared(_ options: ImportOptions) -> RawPictures {
        let isGray = options.isGray && channels == 3
        let (width, height) = options.size.map { ($0.width, $0.height) } ?? (columns, rows)
        guard isGray || width != columns || height != rows else { return self }
        var made: [UInt8] = []
        made.reserveCapacity(count * width * height * (isGray ? 1 : channels))
        for picture in 0..<count {
            let one = SmallPicture(width: columns, height: rows, channels: channels, bytes: Array(bytes(of: picture)))
            made += (isGray ? one.gray : one).resized(width: width, height: height).bytes
        }
        return RawPictures(
            rows: height, columns: width, channels: isGray ? 1 : channels, pixels: made, labels: labels)
    }
}

/// One picture with the bytes of a pixel side by side.
struct SmallPicture: Equatable, Sendable {
    let width: Int
    let height: Int
    let channels: Int
    let bytes: [UInt8]

    init(width: Int, height: Int, channels: Int, bytes: [UInt8]) {
        self.width = width
        self.height = height
        self.channels = channels
        self.bytes = bytes
    }

    /// A picture from somebody's file, at most eight bits of each sample.
    init(_ picture: SourcePicture) {
        let planes = picture.channels.map { plane in
            plane.samples.map { UInt8(min(255, max(0, ($0 * 255 / picture.white).rounded()))) }
        }
        self.init(width: picture.width, height: picture.height, planes: planes)
    }

    private init(width: Int, height: Int, planes: [[UInt8]]) {
        let channels = planes.count
        var bytes = [UInt8](repeating: 0, count: channels * width * height)
        for (channel, plane) in planes.enumerated() {
            for (place, sample) in plane.enumerated() { bytes[place * channels + channel] = sample }
        }
        self.init(width: width, height: height, channels: channels, bytes: bytes)
    }

    private func plane(_ channel: Int) -> [UInt8] {
        channels == 1 ? bytes : stride(from: channel, to: bytes.count, by: channels).map { bytes[$0] }
    }

    /// The greys of a picture in colour.
    var gray: SmallPicture {
        guard channels == 3 else { return self }
        let greys = stride(from: 0, to: bytes.count, by: 3).map { place in
            Luma.of(red: bytes[place], green: bytes[place + 1], blue: bytes[place + 2])
        }
        return SmallPicture(width: width, height: height, channels: 1, bytes: greys)
    }

    /// The same picture with as many channels as others have.
    func inColour() -> SmallPicture {
        guard channels == 1 else { return self }
        return SmallPicture(width: width, height: height, planes: [bytes, bytes, bytes])
    }

    /// The picture at another size, in proportion: of a longer side the middle is taken.
    func resized(width newWidth: Int, height newHeight: Int) -> SmallPicture {
        guard newWidth != width || newHeight != height else { return self }
        // As wide as the new shape is at the old height, or as high as it is at the old width.
        let wide = max(1, min(width, (height * newWidth + newHeight / 2) / newHeight))
        let high = max(1, min(height, (width * newHeight + newWidth / 2) / newWidth))
        let planes = (0..<channels).map { channel in
            GrayImage(width: width, height: height, bytes: plane(channel))
                .cropped(row: (height - high) / 2, column: (width - wide) / 2, width: wide, height: high)
                .resized(width: newWidth, height: newHeight).bytes
        }
        return SmallPicture(width: newWidth, height: newHeight, planes: planes)
    }
}
