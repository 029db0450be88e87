import Platform

/// IDX files of any shape and count: pictures and labels, of both halves or of one, as MNIST, KMNIST and EMNIST are
/// published.
struct IDXSet {
    private let content: FolderContent
    private let names: [Part: String]

    private struct Part: Hashable {
        let isOfTest: Bool
        let holdsImages: Bool

        var words: String {
            holdsImages
                ? "pictures \(isOfTest ? "of the test" : "to learn from")"
                : "labels of the \(isOfTest ? "test" : "pictures to learn from")"
        }
    }

    /// Looks at names alone: `train` or nothing, `test` or `t10k`; `images` or `idx3`, `labels` or `idx1`.
    ///
    /// - Returns: `nil` where there is no such file.
    /// - Throws: ``OwnDataError`` for several files that may be the same part, and for pictures without labels, labels
    ///   without pictures, or a test without anything to learn from.
    init?(_ content: FolderContent) throws(OwnDataError) {
        var found: [Part: [String]] = [:]
        for name in content.files {
            guard let part = Self.part(of: name) else { continue }
            found[part, default: []].append(name)
        }
        guard !found.isEmpty else { return nil }
        // A stray file beside folders of pictures makes no set of it.
        let pair = [true, false].map { Part(isOfTest: false, holdsImages: $0) }
        let isWhole = pair.allSatisfy { found[$0] != nil }
        if !isWhole, PictureFolders.seemToLie(in: content) { return nil }
        for (part, files) in found.sorted(by: { $0.key.words < $1.key.words }) where files.count > 1 {
            throw .ambiguous(part: part.words, files: files)
        }
        self.content = content
        names = found.compactMapValues(\.first)
        if let lacking = missing { throw lacking }
    }

    /// The first part that has to be there and is not.
    private var missing: OwnDataError? {
        let hasTest = names.keys.contains { $0.isOfTest }
        for isOfTest in hasTest ? [false, true] : [false] {
            for holdsImages in [true, false] {
                let part = Part(isOfTest: isOfTest, holdsImages: holdsImages)
                // Of two neighbours the one of the same half says more of the name.
                let others =
                    [Part(isOfTest: isOfTest, holdsImages: !holdsImages)] + names.keys.sorted { $0.words < $1.words }
                guard names[part] == nil, let beside = others.compactMap({ names[$0] }).first else { continue }
                return .noPart(
                    folder: content.folder.path, part: part.words, name: Self.name(of: part, beside: beside),
                    beside: beside)
            }
        }
        return nil
    }

    /// What a part would be called beside a file of another one.
    private static func name(of part: Part, beside name: String) -> String {
        var name = name.lowercased().hasSuffix(".gz") ? String(name.dropLast(3)) : name
        let contents = [("image", "label"), ("Image", "Label"), ("IMAGE", "LABEL"), ("idx3", "idx1")]
        for (images, labels) in contents {
            name = name.replacing(part.holdsImages ? labels : images, with: part.holdsImages ? images : labels)
        }
        if !part.holdsImages { name = name.replacing("idx4", with: "idx1") }
        if !part.isOfTest { for half in ["test", "t10k"] { name = name.replacing(half, with: "train") } }
        guard self.part(of: name) == part else {
            return "\(part.isOfTest ? "test" : "train")-\(part.holdsImages ? "images" : "labels").idx"
        }
        return name
    }

    private static func part(of name: String) -> Part? {
        let name = name.lowercased()
        let plain = name.hasSuffix(".gz") ? String(name.dropLast(3)) : name
        guard plain.hasSuffix("ubyte") || plain.hasSuffix(".idx") || plain.contains("idx1") || plain.contains("idx3")
        else { return nil }
        let isImages = plain.contains("image") || plain.contains("idx3") || plain.contains("idx4")
        guard isImages != (plain.contains("label") || plain.contains("idx1")) else { return nil }
        return Part(isOfTest: plain.contains("test") || plain.contains("t10k"), holdsImages: isImages)
    }

    /// Reads the files.
    func read(_ options: ImportOptions) throws(OwnDataError) -> OwnForm {
        var train = try half(isOfTest: false)
        var test = names.keys.contains { $0.isOfTest } ? try half(isOfTest: true) : nil
        var notes: [String] = []
        let isEMNIST = names.values.contains { $0.lowercased().contains("emnist") }
        if options.transposes ?? isEMNIST {
            (train, test) = (train.transposed(), test?.transposed())
            notes.append("Rows and columns have changed places\(isEMNIST ? ", since EMNIST stores them so" : "").")
        }
        return try Self.form(train, test, names: try labelNames(), file: content.folder.path, notes)
    }

    /// Numbers the labels that occur from 0, and gives them their names.
    static func form(
        _ train: RawPictures, _ test: RawPictures?, names: [Int: String], file: String, _ notes: [String]
    ) throws(OwnDataError) -> OwnForm {
        let used = Set(train.labels).union(test?.labels ?? []).sorted()
        if let first = used.first, used.count == 1 { throw .oneClass(names[first] ?? String(first)) }
        guard let last = used.last else {
            throw .malformed(file: file, expected: "pictures", found: "none")
        }
        if used.count > OwnDataError.mostClasses { throw .tooManyClasses(used.count) }
        if !names.isEmpty, let nameless = used.first(where: { names[$0] == nil }) {
            throw .label(file: file, label: nameless, classes: names.count)
        }
        var notes = notes
        let absent = (names.isEmpty ? Array((used.first ?? 0)...last) : names.keys.sorted()).filter {
            !used.contains($0)
        }
        if !absent.isEmpty {
            notes.append(
                "No picture has the label \(absent.map { names[$0] ?? String($0) }.joined(separator: ", ")): left out.")
        }
        let numbers = Dictionary(uniqueKeysWithValues: used.enumerated().map { ($1, $0) })
        func renumbered(_ pictures: RawPictures) -> RawPictures {
            var pictures = pictures
            pictures.labels = pictures.labels.map { numbers[$0] ?? 0 }
            return pictures
        }
        return OwnForm(
            classes: used.map { ClassName(names[$0] ?? String($0)) }, train: renumbered(train),
            test: test.map(renumbered), notes: notes)
    }

    private func half(isOfTest: Bool) throws(OwnDataError) -> RawPictures {
        guard let imageName = names[Part(isOfTest: isOfTest, holdsImages: true)],
            let labelName = names[Part(isOfTest: isOfTest, holdsImages: false)]
        else { throw .noForm(folder: content.folder.path, found: "half a set") }
        let (imageFile, labelFile) = (content.url(imageName).path, content.url(labelName).path)
        let imageBytes = try content.bytes(imageName)
        // The fourth byte says how many dimensions there are: grey pictures have three, coloured ones four.
        let rank = imageBytes.count > 3 && imageBytes[3] == 4 ? 4 : 3
        let images = try Self.idx(imageBytes, rank: rank, file: imageFile)
        let labels = try Self.idx(content.bytes(labelName), rank: 1, file: labelFile)
        var shape = Array(images.dimensions.dropFirst())
        if rank == 3 { shape.append(1) }
        guard shape.allSatisfy({ $0 > 0 }), [1, 3].contains(shape[2]) else {
            throw .malformed(
                file: imageFile, expected: "pictures of one channel or three, the channels last",
                found: shape.map(String.init).joined(separator: " x "))
        }
        guard images.dimensions[0] == labels.dimensions[0] else {
            throw .malformed(
                file: labelFile, expected: "a label for each of \(images.dimensions[0]) pictures",
                found: "\(labels.dimensions[0]) labels")
        }
        return RawPictures(
            rows: shape[0], columns: shape[1], channels: shape[2], pixels: Array(images.content),
            labels: labels.content.map(Int.init))
    }

    private static func idx(_ bytes: [UInt8], rank: Int, file: String) throws(OwnDataError) -> IDX {
        do { return try IDX(bytes, rank: rank) } catch {
            throw .malformed(file: file, expected: error.expected, found: error.found)
        }
    }

    /// What the labels are called: lines of `classes.txt` in the order of the labels, or EMNIST's mapping, of which a line
    /// has a label and the codes of its letters.
    private func labelNames() throws(OwnDataError) -> [Int: String] {
        if let lines = try content.lines("classes.txt") {
            return Dictionary(uniqueKeysWithValues: lines.enumerated().map { ($0, $1) })
        }
        guard let name = content.files.first(where: { $0.hasSuffix("mapping.txt") }),
            let lines = try content.lines(name)
        else { return [:] }
        var names: [Int: String] = [:]
        for line in lines {
            let numbers = line.split(separator: " ").map { UInt32($0) }
            guard numbers.count > 1, let label = numbers[0], let code = numbers[1], let letter = Unicode.Scalar(code)
            else {
                throw .malformed(
                    file: content.url(name).path, expected: "a label and the codes of its letters in each line",
                    found: String(line.prefix(40)))
            }
            names[Int(label)] = String(Character(letter))
        }
        return names
    }
}
