import Imaging

/// Small grey images, each with the number of its class.
public struct LabeledImages: Equatable, Sendable {
    /// How many images there are.
    public let count: Int
    /// The height of every image.
    public let rows: Int
    /// The width of every image.
    public let columns: Int
    /// A byte a pixel, image after image, each row after row from the top left.
    public let pixels: [UInt8]
    /// A class an image.
    public let labels: [UInt8]

    /// - Precondition: there are `rows * columns` pixels for each label.
    public init(rows: Int, columns: Int, pixels: [UInt8], labels: [UInt8]) {
        precondition(rows > 0 && columns > 0, "images of \(columns) x \(rows)")
        precondition(pixels.count == labels.count * rows * columns, "\(pixels.count) pixels, \(labels.count) labels")
        count = labels.count
        self.rows = rows
        self.columns = columns
        self.pixels = pixels
        self.labels = labels
    }

    /// One image.
    ///
    /// - Precondition: `index` is in 0..<`count`.
    public func image(_ index: Int) -> GrayImage {
        GrayImage(width: columns, height: rows, bytes: pixels(of: index))
    }

    /// The bytes of one image.
    ///
    /// - Precondition: `index` is in 0..<`count`.
    public func pixels(of index: Int) -> ArraySlice<UInt8> {
        precondition(index >= 0 && index < count, "image \(index) of \(count)")
        return pixels[(index * rows * columns)..<((index + 1) * rows * columns)]
    }

    /// How many images each of `classes` classes has.
    public func classCounts(classes: Int = DatasetKind.classes) -> [Int] {
        var counts = [Int](repeating: 0, count: classes)
        for label in labels where Int(label) < classes { counts[Int(label)] += 1 }
        return counts
    }

    /// The first images alone; all, where there are fewer.
    public func prefix(_ limit: Int) -> LabeledImages {
        let count = max(0, min(limit, count))
        return LabeledImages(
            rows: rows, columns: columns, pixels: Array(pixels.prefix(count * rows * columns)),
            labels: Array(labels.prefix(count)))
    }
}

/// What a network learns from, and what it is tested with.
public struct ImageDataset: Equatable, Sendable {
    /// Where the images come from.
    public let source: DatasetSource
    /// 60,000 images to learn from.
    public let train: LabeledImages
    /// 10,000 images to be tested with.
    public let test: LabeledImages

    /// Both halves of a data set with their origin.
    public init(source: DatasetSource, train: LabeledImages, test: LabeledImages) {
        self.source = source
        self.train = train
        self.test = test
    }
}
