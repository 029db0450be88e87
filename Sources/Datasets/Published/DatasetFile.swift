import Storage

/// One of the four files in which a data set lies.
public struct DatasetFile: Hashable, Sendable {
    /// What a file is for.
    public enum Part: Int, CaseIterable, Sendable {
        case trainImages, trainLabels, testImages, testLabels
    }

    /// The data set that the file belongs to.
    public let kind: DatasetDescription
    /// Which of its four parts it is.
    public let part: Part
    /// The size of the decompressed content in bytes.
    public let size: Int
    /// The SHA-256 of the decompressed content: 64 lower-case hexadecimal digits. Published, or noted when own data were
    /// imported.
    public let sha256: String

    /// A file of another content, for tests; those that there are: ``DatasetDescription/files``.
    package init(kind: DatasetDescription, part: Part, size: Int, sha256: String) {
        self.kind = kind
        self.part = part
        self.size = size
        self.sha256 = sha256
    }

    /// The file's name without `.gz`. Published sets all use the same names, and own data never these.
    public var name: String {
        guard kind.isPublished else { return part.ownName }
        return switch part {
        case .trainImages: "train-images-idx3-ubyte"
        case .trainLabels: "train-labels-idx1-ubyte"
        case .testImages: "t10k-images-idx3-ubyte"
        case .testLabels: "t10k-labels-idx1-ubyte"
        }
    }

    /// Whose file has this content, if it is one of the published ones: `Fashion-MNIST's t10k-labels-idx1-ubyte`.
    static func whose(sha256: String) -> String? {
        DatasetDescription.published.flatMap(\.files).first { $0.sha256 == sha256 }
            .map { "\($0.kind.name)'s \($0.name)" }
    }

    /// The same by the content itself, which is hashed only where its size is one of theirs.
    static func whose(content: [UInt8]) -> String? {
        let isPossible = DatasetDescription.published.flatMap(\.files).contains { $0.size == content.count }
        return isPossible ? whose(sha256: SHA256.hex(of: content)) : nil
    }
}

extension DatasetFile.Part {
    /// Whether the file holds pictures; else it holds labels.
    var holdsImages: Bool { self == .trainImages || self == .testImages }
    /// Whether it is of the half that networks learn from.
    var isOfTraining: Bool { self == .trainImages || self == .trainLabels }
}

extension DatasetDescription {
    /// The four files, in the order of ``DatasetFile/Part``.
    public var files: [DatasetFile] {
        zip(DatasetFile.Part.allCases, contents).map { part, content in
            let dimensions = part.holdsImages ? (channels == 1 ? 3 : 4) : 1
            let numbers = content.count * (part.holdsImages ? shape.count : 1)
            return DatasetFile(kind: self, part: part, size: 4 + 4 * dimensions + numbers, sha256: content.sha256)
        }
    }
}
