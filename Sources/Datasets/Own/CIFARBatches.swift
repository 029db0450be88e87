import Platform

/// CIFAR-10's binary form: records of a label and 32 x 32 pixels, all reds, then all greens, then all blues; the names of
/// the classes in `batches.meta.txt` (https://www.cs.toronto.edu/~kriz/cifar.html).
struct CIFARBatches {
    private let content: FolderContent
    private let train: [String]
    private let test: [String]

    private static let side = 32
    private static let record = 1 + 3 * side * side

    /// Looks at names alone, also in the folder that the archive makes.
    ///
    /// - Returns: `nil` where there is no batch.
    init?(_ content: FolderContent) throws(OwnDataError) {
        func batches(_ content: FolderContent, _ start: String) -> [String] {
            content.files.filter { $0.hasPrefix(start) && $0.hasSuffix(".bin") }
        }
        var content = content
        if batches(content, "data_batch").isEmpty, content.folders.contains("cifar-10-batches-bin") {
            content = try FolderContent(content.url("cifar-10-batches-bin"))
        }
        train = batches(content, "data_batch")
        test = batches(content, "test_batch")
        guard !train.isEmpty else { return nil }
        self.content = content
    }

    /// Reads all batches.
    func read() throws(OwnDataError) -> OwnForm {
        var names: [Int: String] = [:]
        for (label, line) in (try content.lines("batches.meta.txt") ?? []).enumerated() { names[label] = line }
        return try IDXSet.form(
            try pictures(train), test.isEmpty ? nil : try pictures(test), names: names, file: content.folder.path, [])
    }

    private func pictures(_ files: [String]) throws(OwnDataError) -> RawPictures {
        let plane = Self.side * Self.side
        var pictures = RawPictures(rows: Self.side, columns: Self.side, channels: 3, pixels: [], labels: [])
        for file in files {
            let bytes = try content.bytes(file)
            guard bytes.count.isMultiple(of: Self.record), !bytes.isEmpty else {
                throw .malformed(
                    file: content.url(file).path, expected: "records of \(Self.record) bytes, as CIFAR-10 has them",
                    found: "\(bytes.count) bytes")
            }
            for start in stride(from: 0, to: bytes.count, by: Self.record) {
                pictures.labels.append(Int(bytes[start]))
                for place in start + 1...start + plane {
                    pictures.pixels.append(bytes[place])
                    pictures.pixels.append(bytes[place + plane])
                    pictures.pixels.append(bytes[place + 2 * plane])
                }
            }
            guard pictures.pixels.count <= OwnDataError.mostBytes else { throw .tooMuch(bytes: pictures.pixels.count) }
        }
        return pictures
    }
}
