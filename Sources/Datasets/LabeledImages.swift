import Imaging

/// Small images, grey or in colour, each with the number of its class.
public struct LabeledImages: Equatable, Sendable {
    /// How many images there are.
    public let count: Int
    /// The height of every image.
    public let rows: Int
    /// The width of every image.
    public let columns: Int
    /// How many bytes a pixel has: one, or three for red, green and blue.
    public let channels: Int
    /// How many classes there are, whether or not each has an image.
    public let classes: Int
    /// Image after image, each row after row from the top left, the bytes of a pixel side by side.
    public let pixels: [UInt8]
    /// A class an image.
    public let labels: [UInt8]

    /// - Precondition: there are `rows * columns * channels` bytes for each label.
    public init(
        rows: Int, columns: Int, channels: Int = 1, classes: Int = 10, pixels: [UInt8], labels: [UInt8]
    ) {
        precondition(rows > 0 && columns > 0 && [1, 3].contains(channels), "images of \(columns) x \(rows)")
        precondition(
            pixels.count == labels.count * rows * columns * channels, "\(pixels.count) pixels, \(labels.count) labels")
        count = labels.count
        self.rows = rows
        self.columns = columns
        self.channels = channels
        self.classes = classes
        self.pixels = pixels
        self.labels = labels
    }

    /// The same pictures with other bytes: moved, spoiled, one channel less.
    ///
    /// - Precondition: there are as many images in `pixels`.
    public func with(_ pixels: [UInt8], channels: Int? = nil) -> LabeledImages {
        LabeledImages(
            rows: rows, columns: columns, channels: channels ?? self.channels, classes: classes, pixels: pixels,
            labels: labels)
    }

    /// The same pictures with each channel changed as if it were a grey picture.
    ///
    /// - Parameter change: gives as many pictures of the same size.
    public func changingPlanes(_ change: (LabeledImages) throws -> LabeledImages) rethrows -> LabeledImages {
        guard channels > 1 else { return with(try change(self).pixels) }
        var changed = pixels
        for channel in 0..<channels {
            let plane = stride(from: channel, to: pixels.count, by: channels).map { pixels[$0] }
            for (place, byte) in try change(with(plane, channels: 1)).pixels.enumerated() {
                changed[place * channels + channel] = byte
            }
        }
        return with(changed)
    }

    /// How many bytes an image has.
    public var size: Int { rows * columns * channels }

    /// One image; of one in colour its greys.
    ///
    /// - Precondition: `index` is in 0..<`count`.
    public func image(_ index: Int) -> GrayImage {
        let bytes = pixels(of: index)
        guard channels == 3 else { return GrayImage(width: columns, height: rows, bytes: bytes) }
        return GrayImage(
            width: columns, height: rows,
            bytes: stride(from: bytes.startIndex, to: bytes.endIndex, by: 3).map { place in
                Luma.of(red: bytes[place], green: bytes[place + 1], blue: bytes[place + 2])
            })
    }

    /// The bytes of one image.
    ///
    /// - Precondition: `index` is in 0..<`count`.
    public func pixels(of index: Int) -> ArraySlice<UInt8> {
        precondition(index >= 0 && index < count, "image \(index) of \(count)")
        return pixels[(index * size)..<((index + 1) * size)]
    }

    /// How many images each class has.
    public func classCounts() -> [Int] {
        var counts = [Int](repeating: 0, count: classes)
        for label in labels where Int(label) < classes { counts[Int(label)] += 1 }
        return counts
    }

    /// The last images alone; all, where there are fewer.
    public func suffix(_ limit: Int) -> LabeledImages {
        let count = max(0, min(limit, count))
        return LabeledImages(
            rows: rows, columns: columns, channels: channels, classes: classes,
            pixels: Array(pixels.suffix(count * size)), labels: Array(labels.suffix(count)))
    }

    /// The first images alone; all, where there are fewer.
    public func prefix(_ limit: Int) -> LabeledImages {
        let count = max(0, min(limit, count))
        return LabeledImages(
            rows: rows, columns: columns, channels: channels, classes: classes,
            pixels: Array(pixels.prefix(count * size)), labels: Array(labels.prefix(count)))
    }
}

/// What a network learns from, and what it is tested with.
public struct ImageDataset: Equatable, Sendable {
    /// Where the images come from.
    public let source: DatasetSource
    /// The images to learn from.
    public let train: LabeledImages
    /// The images to be tested with.
    public let test: LabeledImages

    /// Both halves of a data set with their origin.
    public init(source: DatasetSource, train: LabeledImages, test: LabeledImages) {
        self.source = source
        self.train = train
        self.test = test
    }
}
