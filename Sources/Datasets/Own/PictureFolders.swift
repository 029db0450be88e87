import Imaging
import Platform
import Storage
import Threads

/// A folder for each class with pictures in it, by itself or in `train` and `test`.
struct PictureFolders {
    private let train: [String: [URL]]
    private let test: [String: [URL]]?
    private let names: [String]
    private var notes: [String] = []

    /// Pictures of this many bytes are read; more has no photograph.
    private static let largestFile = 1 << 28
    private static let trainNames: Set<String> = ["train", "training"]
    private static let testNames: Set<String> = ["test", "testing", "t10k"]

    /// Looks at names alone.
    ///
    /// - Returns: `nil` where there are no folders.
    init?(_ content: FolderContent) throws(OwnDataError) {
        let halves = (Self.half(content, Self.trainNames), Self.half(content, Self.testNames))
        guard let trainName = halves.0 else {
            guard !content.folders.isEmpty else { return nil }
            (train, names) = try Self.classes(in: content, &notes)
            test = nil
            let others = content.files.filter { $0 != ClassNames.file }
            if !others.isEmpty { notes.append(Self.leftOut(others, in: content)) }
            return
        }
        let inner = try FolderContent(content.url(trainName))
        let (train, trainNames) = try Self.classes(in: inner, &notes)
        self.train = train
        let others = content.folders.filter { $0 != trainName && $0 != halves.1 }
        if !others.isEmpty { notes.append("Not read: \(others.joined(separator: ", ")) beside \(trainName).") }
        guard let testName = halves.1 else {
            (test, names) = (nil, trainNames)
            return
        }
        let (test, testNames) = try Self.classes(in: try FolderContent(content.url(testName)), &notes)
        self.test = test
        if let new = testNames.first(where: { train[$0] == nil }) { throw .absent(name: new, fromTraining: true) }
        if let lost = trainNames.first(where: { test[$0] == nil }) { throw .absent(name: lost, fromTraining: false) }
        names = trainNames
    }

    /// Whether a folder in this one, or in one of its, holds a file that is called as pictures are.
    static func seemToLie(in content: FolderContent, depth: Int = 2) -> Bool {
        content.folders.contains { name in
            guard let inner = try? FolderContent(content.url(name)) else { return false }
            let areThere = inner.files.contains { file in
                ["png", "jpg", "jpeg", "webp", "heic", "heif"].contains { file.lowercased().hasSuffix(".\($0)") }
            }
            return areThere || depth > 1 && seemToLie(in: inner, depth: depth - 1)
        }
    }

    private static func half(_ content: FolderContent, _ names: Set<String>) -> String? {
        content.folders.first { names.contains($0.lowercased()) }
    }

    /// The files of each folder, and the folders in their order.
    private static func classes(
        in content: FolderContent, _ notes: inout [String]
    ) throws(OwnDataError) -> ([String: [URL]], [String]) {
        var files: [String: [URL]] = [:]
        for name in content.folders {
            let inner = try FolderContent(content.url(name))
            guard !inner.files.isEmpty else { throw .emptyClass(folder: inner.folder.path) }
            if !inner.folders.isEmpty { notes.append(leftOut(inner.folders, in: inner)) }
            files[name] = inner.files.map(inner.url)
        }
        return (files, content.folders)
    }

    private static func leftOut(_ names: [String], in content: FolderContent) -> String {
        let shown = names.prefix(3).joined(separator: ", ") + (names.count > 3 ? " and \(names.count - 3) more" : "")
        return "Not read: \(shown) in \(content.folder.path)."
    }

    /// Reads all pictures, and brings them to one size.
    func read(_ options: ImportOptions, threads: Int) throws(OwnDataError) -> OwnForm {
        if names.count < 2 { throw .oneClass(names.first ?? "") }
        if names.count > OwnDataError.mostClasses { throw .tooManyClasses(names.count) }
        let halves = [train, test ?? [:]].map { half in
            names.enumerated().flatMap { label, name in (half[name] ?? []).map { (label: label, url: $0) } }
        }
        let all = halves.flatMap { $0 }
        let pictures = try Self.pictures(all.map(\.url), options, threads: threads)
        let sizes = Set(pictures.map { ImportOptions.Size(width: $0.width, height: $0.height) })
        let isColour = pictures.contains { $0.channels == 3 }
        // What is larger has been brought to the usual size when it was read.
        let size = options.size ?? (sizes.count == 1 ? sizes.first : nil) ?? .usual
        let form = (rows: size.height, columns: size.width, channels: isColour ? 3 : 1)
        let bytes = pictures.count * form.rows * form.columns * form.channels
        guard bytes <= OwnDataError.mostBytes else { throw .tooMuch(bytes: bytes) }
        func raw(_ range: Range<Int>) -> RawPictures {
            var pixels: [UInt8] = []
            pixels.reserveCapacity(range.count * form.rows * form.columns * form.channels)
            for picture in pictures[range] {
                let sized = picture.resized(width: form.columns, height: form.rows)
                pixels += (isColour ? sized.inColour() : sized).bytes
            }
            return RawPictures(
                rows: form.rows, columns: form.columns, channels: form.channels, pixels: pixels,
                labels: all[range].map(\.label))
        }
        var notes = notes
        if options.size == nil, sizes.count > 1 {
            notes.append(
                "The pictures have several sizes, or are large: all were brought to \(size.width) x \(size.height); "
                    + "--size chooses another.")
        }
        let trainCount = halves[0].count
        return OwnForm(
            classes: names.map { ClassName($0) }, train: raw(0..<trainCount),
            test: test == nil ? nil : raw(trainCount..<all.count), notes: notes)
    }

    /// The pictures in the order of their files: small ones as they are, others as small as they will be, so that no more
    /// than a few photographs are in memory at a time.
    private static func pictures(
        _ files: [URL], _ options: ImportOptions, threads: Int
    ) throws(OwnDataError) -> [SmallPicture] {
        let results = Parallel.map(files.count, threads: threads) { number in
            Result { () throws(OwnDataError) in try picture(files[number], options) }
        }
        var pictures: [SmallPicture] = []
        pictures.reserveCapacity(files.count)
        for result in results { pictures.append(try result.get()) }
        return pictures
    }

    private static func picture(_ file: URL, _ options: ImportOptions) throws(OwnDataError) -> SmallPicture {
        let bytes: [UInt8]
        do { bytes = try Files.read(file, limit: largestFile) } catch { throw .unreadable(reason: error.description) }
        let source: SourcePicture
        do { source = try PictureFile.decode(bytes) } catch { throw .picture(file: file.path, reason: "\(error)") }
        let whole = SmallPicture(source)
        let picture = options.isGray ? whole.gray : whole
        if let size = options.size { return picture.resized(width: size.width, height: size.height) }
        let most = ImportOptions.Size.largestKept
        guard picture.width > most || picture.height > most else { return picture }
        return picture.resized(width: ImportOptions.Size.usual.width, height: ImportOptions.Size.usual.height)
    }
}
