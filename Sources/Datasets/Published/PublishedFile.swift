import Storage

/// One of the four files in which a data set is published.
public struct PublishedFile: Hashable, Sendable {
    /// What a file is for.
    public enum Part: Int, CaseIterable, Sendable {
        case trainImages, trainLabels, testImages, testLabels
    }

    /// The data set that the file belongs to.
    public let kind: DatasetKind
    /// Which of its four parts it is.
    public let part: Part
    /// The size of the decompressed content in bytes.
    public let size: Int
    /// The SHA-256 of the decompressed content: 64 lower-case hexadecimal digits.
    public let sha256: String

    /// A file of another content, for tests; the published ones are ``DatasetKind/files``.
    package init(kind: DatasetKind, part: Part, size: Int, sha256: String) {
        self.kind = kind
        self.part = part
        self.size = size
        self.sha256 = sha256
    }

    /// The file's name without `.gz`. Both data sets use the same names.
    public var name: String {
        switch part {
        case .trainImages: "train-images-idx3-ubyte"
        case .trainLabels: "train-labels-idx1-ubyte"
        case .testImages: "t10k-images-idx3-ubyte"
        case .testLabels: "t10k-labels-idx1-ubyte"
        }
    }

    /// Whose file has this content, if it is one of the published ones: `Fashion-MNIST's t10k-labels-idx1-ubyte`.
    static func whose(sha256: String) -> String? {
        DatasetKind.allCases.flatMap(\.files).first { $0.sha256 == sha256 }.map { "\($0.kind.name)'s \($0.name)" }
    }

    /// The same by the content itself, which is hashed only where its size is one of theirs.
    static func whose(content: [UInt8]) -> String? {
        let isPossible = DatasetKind.allCases.flatMap(\.files).contains { $0.size == content.count }
        return isPossible ? whose(sha256: SHA256.hex(of: content)) : nil
    }
}

extension DatasetKind {
    /// The four files, in the order of ``PublishedFile/Part``.
    public var files: [PublishedFile] {
        let sums =
            switch self {
            case .mnist:
                [
                    "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
                    "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
                    "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
                    "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
                ]
            case .fashionMNIST:
                [
                    "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
                    "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
                    "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
                    "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34",
                ]
            }
        let sizes = [47_040_016, 60_008, 7_840_016, 10_008]
        return PublishedFile.Part.allCases.map { part in
            PublishedFile(kind: self, part: part, size: sizes[part.rawValue], sha256: sums[part.rawValue])
        }
    }
}
