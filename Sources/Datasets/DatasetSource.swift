import Platform
import Languages
import Storage
import Threads

/// Where a data set comes from.
public struct DatasetSource: Hashable, Sendable {
    /// The published files, or the program's own pen.
    public enum Origin: Hashable, Sendable {
        /// The published files in a folder, verified when they are read.
        case folder(URL)
        /// Images that the program draws itself.
        case drawn(seed: UInt64)
    }

    /// Which data set.
    public let kind: DatasetKind
    /// Whether it is read or drawn.
    public let origin: Origin
    /// How many of its images are used.
    public let size: Size

    /// How many images there are to learn from and to be tested with.
    public struct Size: Hashable, Sendable {
        /// To learn from.
        public let train: Int
        /// To be tested with.
        public let test: Int

        /// - Precondition: at least one image in each part, and no more than the published sets have.
        public init(train: Int, test: Int) {
            precondition((1...60_000).contains(train) && (1...10_000).contains(test), "\(train) + \(test) images")
            self.train = train
            self.test = test
        }

        /// All of the published images: 60,000 and 10,000.
        public static let published = Size(train: 60_000, test: 10_000)
    }

    /// Names a source; nothing is read or drawn yet.
    ///
    /// - Parameter size: the first so many images of each part.
    public init(_ kind: DatasetKind, from origin: Origin, size: Size = .published) {
        self.kind = kind
        self.origin = origin
        self.size = size
    }

    /// The published files in a folder, or drawn images where no folder is named.
    ///
    /// - Throws: ``DatasetError/missing(kind:folder:files:near:)`` for a folder that does not hold all four files.
    public static func resolve(
        _ kind: DatasetKind, directory: URL?, seed: UInt64
    ) throws(DatasetError) -> DatasetSource {
        guard let directory else { return DatasetSource(kind, from: .drawn(seed: seed)) }
        if let problem = DatasetFolder(directory, of: kind).problem { throw problem }
        return DatasetSource(kind, from: .folder(directory))
    }

    /// Whether the program drew the images itself, which every page that uses them must say.
    public var isDrawn: Bool {
        switch origin {
        case .folder: false
        case .drawn: true
        }
    }

    /// What a reader calls the data: “MNIST”, “drawn digits”.
    public var label: Localized {
        switch (origin, kind) {
        case (.folder, _): Localized(same: Phrase(kind.name))
        case (.drawn, .mnist): Localized(word: "pages.drawnDigits")
        case (.drawn, .fashionMNIST): Localized(word: "pages.drawnGarments")
        }
    }

    /// What keys everything that is computed from the data: 64 hexadecimal digits, the same for every copy of
    /// the published files. Nothing is read for it. Drawn images are the same where Cairo draws the same pixels, so that
    /// results from before and after an upgrade are mixed only where it changed none.
    public var identity: String { identity(drawing: isDrawn ? DrawnImages.fingerprint(of: kind) : "") }

    /// The identity on a machine that draws so.
    package func identity(drawing fingerprint: String) -> String {
        let part = size == .published ? "" : ", \(size.train) + \(size.test) images"
        return switch origin {
        case .folder: SHA256.hex(of: kind.files.map { "\($0.name) \($0.sha256)\n" }.joined() + part)
        case .drawn(let seed):
            SHA256.hex(
                of: "drawn \(kind.rawValue), version \(drawnImagesVersion), seed \(seed)\(part), as \(fingerprint)")
        }
    }

    /// Reads and verifies, or draws, all images.
    ///
    /// - Parameter threads: how many threads share the work; the images are the same for any count.
    /// - Throws: ``DatasetError``.
    public func load(threads: Int) throws(DatasetError) -> ImageDataset {
        switch origin {
        case .folder(let url):
            let (train, test) = try DatasetFolder(url, of: kind).load(threads: threads)
            return ImageDataset(source: self, train: train.prefix(size.train), test: test.prefix(size.test))
        case .drawn(let seed):
            let drawer = DrawnImages(kind, seed: seed)
            return ImageDataset(
                source: self,
                train: try drawer.images(0..<size.train, threads: threads),
                test: try drawer.images(60_000..<60_000 + size.test, threads: threads))
        }
    }
}

extension DatasetFolder {
    /// Both halves of the data set, every file verified.
    func load(threads: Int) throws(DatasetError) -> (train: LabeledImages, test: LabeledImages) {
        if let problem { throw problem }
        let files = kind.files
        let contents = Parallel.map(files.count, threads: threads) { number in
            Result { () throws(DatasetError) in try content(of: files[number]) }
        }
        func images(_ images: PublishedFile.Part, _ labels: PublishedFile.Part) throws(DatasetError) -> LabeledImages {
            let imageFile = try contents[images.rawValue].get()
            let labelFile = try contents[labels.rawValue].get()
            return try LabeledImages(
                imageFile: imageFile.bytes, labelFile: labelFile.bytes, files: (imageFile.path, labelFile.path))
        }
        return (try images(.trainImages, .trainLabels), try images(.testImages, .testLabels))
    }
}
