import Platform
import Languages
import Storage
import Threads

/// Where a data set comes from.
public struct DatasetSource: Hashable, Sendable {
    /// Files, or the program's own pen.
    public enum Origin: Hashable, Sendable {
        /// Files in a folder, verified when they are read: published ones, or those that an import has made.
        case folder(URL)
        /// Own data in a folder, in whatever form they are, read as an import would read them.
        case imported(URL, ImportOptions)
        /// Images that the program draws itself.
        case drawn(seed: UInt64)
    }

    /// Which data set.
    public let kind: DatasetDescription
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

        /// - Precondition: at least one image in each part.
        public init(train: Int, test: Int) {
            precondition(train > 0 && test > 0, "\(train) + \(test) images")
            self.train = train
            self.test = test
        }

    }

    /// Names a source; nothing is read or drawn yet.
    ///
    /// - Parameter size: the first so many images of each part; all where `nil`.
    public init(_ kind: DatasetDescription, from origin: Origin, size: Size? = nil) {
        self.kind = kind
        self.origin = origin
        self.size = size ?? Size(train: kind.trainCount, test: kind.testCount)
    }

    /// The published files in a folder, or drawn images where no folder is named.
    ///
    /// - Throws: ``DatasetError/missing(kind:folder:files:near:)`` for a folder that does not hold all four files.
    public static func resolve(
        _ kind: DatasetDescription, directory: URL?, seed: UInt64
    ) throws(DatasetError) -> DatasetSource {
        guard let directory else { return DatasetSource(kind, from: .drawn(seed: seed)) }
        if let problem = DatasetFolder(directory, of: kind).problem { throw problem }
        return DatasetSource(kind, from: .folder(directory))
    }

    /// Whether the program drew the images itself, which every page that uses them must say.
    public var isDrawn: Bool {
        switch origin {
        case .folder, .imported: false
        case .drawn: true
        }
    }

    /// Whether the data are the reader's own, which every page that uses them must say as well.
    public var isOwn: Bool { !kind.isPublished }

    /// What commands and files call the data: “MNIST”, “drawn digits”, “own data cats”.
    public var plainLabel: String {
        isDrawn ? "drawn \(kind.pictures)" : isOwn ? "own data \(kind.name)" : kind.name
    }

    /// What a reader calls the data: “MNIST”, “drawn digits”, “own data: cats”.
    public var label: Localized {
        if isDrawn { return Localized(word: kind == .mnist ? "pages.drawnDigits" : "pages.drawnGarments") }
        return isOwn
            ? Localized(word: "pages.ownData", ["name": .text(kind.name)]) : Localized(same: Phrase(kind.name))
    }

    /// What keys everything that is computed from the data: 64 hexadecimal digits, the same for every copy of
    /// the published files. Nothing is read for it. Drawn images are the same where Cairo draws the same pixels, so that
    /// results from before and after an upgrade are mixed only where it changed none.
    public var identity: String { identity(drawing: isDrawn ? DrawnImages.fingerprint(of: kind) : "") }

    /// The identity on a machine that draws so.
    package func identity(drawing fingerprint: String) -> String {
        let isWhole = size == Size(train: kind.trainCount, test: kind.testCount)
        let part = isWhole ? "" : ", \(size.train) + \(size.test) images"
        // Of own data the labels do not say how many classes there are.
        let classes = isOwn ? "\(kind.classes.count) classes of \(kind.shape)\n" : ""
        return switch origin {
        case .folder, .imported:
            SHA256.hex(of: classes + kind.files.map { "\($0.name) \($0.sha256)\n" }.joined() + part)
        case .drawn(let seed):
            SHA256.hex(
                of: "drawn \(kind.id), version \(drawnImagesVersion), seed \(seed)\(part), as \(fingerprint)")
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
        case .imported(let url, let options):
            let set: OwnSet
            do { set = try OwnSet(reading: url, as: kind.id, options, threads: threads) } catch { throw .own(error) }
            guard set.description == kind else { throw .own(.changed(folder: url.path)) }
            return ImageDataset(source: self, train: set.train.prefix(size.train), test: set.test.prefix(size.test))
        case .drawn(let seed):
            let drawer = DrawnImages(kind, seed: seed)
            return ImageDataset(
                source: self,
                train: try drawer.images(0..<size.train, threads: threads),
                test: try drawer.images(kind.trainCount..<kind.trainCount + size.test, threads: threads))
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
        func images(_ images: DatasetFile.Part, _ labels: DatasetFile.Part) throws(DatasetError) -> LabeledImages {
            let imageFile = try contents[images.rawValue].get()
            let labelFile = try contents[labels.rawValue].get()
            return try LabeledImages(
                imageFile: imageFile.bytes, labelFile: labelFile.bytes, files: (imageFile.path, labelFile.path),
                of: kind)
        }
        return (try images(.trainImages, .trainLabels), try images(.testImages, .testLabels))
    }
}
