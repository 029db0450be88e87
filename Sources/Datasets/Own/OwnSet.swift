import Platform
import Storage
import Tensors

/// Own data as they are used: a description, and both halves with the classes in turn.
public struct OwnSet: Sendable {
    /// What the data are.
    public let description: DatasetDescription
    /// The pictures to learn from.
    public let train: LabeledImages
    /// The pictures to be tested with.
    public let test: LabeledImages
    /// What was done or left out that somebody should know, a sentence each.
    public let notes: [String]

    /// Reads what lies in a folder, whatever its form is.
    ///
    /// Pictures stand so that every stretch of a half has each class in its share: what is held back for validation has
    /// every class, and so have the first few hundred.
    ///
    /// - Parameters:
    ///   - folder: where the data lie.
    ///   - id: what they are to be called.
    ///   - options: how they are read.
    ///   - order: the order of the classes of an earlier import, which they keep where they are still the same.
    ///   - threads: how many threads share the work; the result is the same for any count.
    /// - Throws: ``OwnDataError``.
    public init(
        reading folder: URL, as id: String, _ options: ImportOptions = ImportOptions(), keeping order: [ClassName] = [],
        threads: Int
    ) throws(OwnDataError) {
        let content = try FolderContent(folder)
        var form = try Self.form(in: content, options, threads: threads)
        form.classes = try ClassNames.read(in: content, for: form.classes)
        form.reorder(as: order)
        try self.init(form, as: id, options)
    }

    /// Whether a folder seems to hold own data, by names alone: files of one of the forms, or folders with pictures.
    public static func seemsToLie(in folder: URL) -> Bool {
        guard let content = try? FolderContent(folder) else { return false }
        if (try? CIFARBatches(content)) != nil || NumPyDrawings(content) != nil { return true }
        do throws(OwnDataError) { if try IDXSet(content) != nil { return true } } catch {
            // Half of a set under published names, or almost those, is told as half of the published one.
            guard case .noPart(_, _, _, let beside) = error else { return true }
            return !DatasetDescription.published.flatMap(\.files).contains { file in
                file.names.contains { beside.hasPrefix($0) }
            }
        }
        return PictureFolders.seemToLie(in: content)
    }

    /// What is missing of own data that lie in a folder by half, pictures without their labels; `nil` where nothing is.
    public static func lack(in folder: URL) -> OwnDataError? {
        do throws(OwnDataError) { _ = try IDXSet(FolderContent(folder)) } catch {
            if case .noPart = error { return error }
        }
        return nil
    }

    private static func form(
        in content: FolderContent, _ options: ImportOptions, threads: Int
    ) throws(OwnDataError) -> OwnForm {
        if let batches = try CIFARBatches(content) { return try batches.read() }
        if let drawings = NumPyDrawings(content) { return try drawings.read() }
        if let files = try IDXSet(content) { return try files.read(options) }
        if let folders = try PictureFolders(content) { return try folders.read(options, threads: threads) }
        throw .noForm(folder: content.folder.path, found: Self.found(content))
    }

    private static func found(_ content: FolderContent) -> String {
        guard let first = content.files.first else { return "it is empty" }
        let others = content.files.count - 1
        return others == 0
            ? "there is \(first)" : "there are \(first) and \(others) other \(others == 1 ? "file" : "files")"
    }

    private init(_ form: OwnForm, as id: String, _ options: ImportOptions) throws(OwnDataError) {
        for raw in [form.train, form.test].compactMap({ $0 }) {
            let size = options.size ?? ImportOptions.Size(width: raw.columns, height: raw.rows)
            // Before anything of that size is made.
            guard OwnDataError.sides.contains(size.width), OwnDataError.sides.contains(size.height) else {
                throw .size(rows: size.height, columns: size.width)
            }
            let bytes = raw.count * size.width * size.height * raw.channels
            guard bytes <= OwnDataError.mostBytes else { throw .tooMuch(bytes: bytes) }
        }
        let train = form.train.prepared(options)
        let test = form.test?.prepared(options)
        if let test, test.form != train.form { throw .unlikeHalves(train: train.form, test: test.form) }
        let split = Split(train.labels, test?.labels, classes: form.classes.count, options)
        try split.check(form.classes)
        func images(_ raw: RawPictures, _ numbers: [Int]) -> LabeledImages {
            let chosen = raw.selecting(numbers)
            return LabeledImages(
                rows: raw.rows, columns: raw.columns, channels: raw.channels, classes: form.classes.count,
                pixels: chosen.pixels, labels: chosen.labels.map { UInt8($0) })
        }
        self.train = images(train, split.train)
        self.test = images(test ?? train, split.test)
        notes = form.notes
        description = Self.description(id, form.classes, self.train, self.test)
    }

    /// The four files, in the order of ``DatasetFile/Part``.
    public var files: [(part: DatasetFile.Part, bytes: [UInt8])] {
        zip(DatasetFile.Part.allCases, Self.files(train, test)).map { ($0, $1) }
    }

    private static func files(_ train: LabeledImages, _ test: LabeledImages) -> [[UInt8]] {
        [train, test].flatMap { half in
            let sides = [half.count, half.rows, half.columns] + (half.channels == 1 ? [] : [half.channels])
            return [IDX.file(sides, half.pixels), IDX.file([half.count], half.labels)]
        }
    }

    private static func description(
        _ id: String, _ classes: [ClassName], _ train: LabeledImages, _ test: LabeledImages
    ) -> DatasetDescription {
        DatasetDescription(
            id: id, name: id, pictures: "pictures", shape: [train.rows, train.columns, train.channels],
            classes: classes,
            contents: zip([train.count, train.count, test.count, test.count], files(train, test)).map {
                .init(count: $0, sha256: SHA256.hex(of: $1))
            }, isPublished: false)
    }
}

extension IDX {
    /// The bytes of a file.
    static func file(_ dimensions: [Int], _ content: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = [0, 0, 8, UInt8(dimensions.count)]
        for dimension in dimensions {
            for shift in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: dimension >> shift)) }
        }
        return bytes + content
    }
}
