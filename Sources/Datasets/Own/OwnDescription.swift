import Platform
import Storage
import Tensors

/// The description of own data as a file beside theirs, `course-data.json`: what a ``DatasetDescription`` says.
public struct OwnDescription: Codable, Equatable, Sendable {
    /// The file's name.
    public static let file = "course-data.json"
    /// The form that this program writes.
    private static let version = 1

    private let format: Int
    private let name: String
    private let height: Int
    private let width: Int
    private let channels: Int
    private let classes: [Name]
    private let files: [String: Content]

    private struct Content: Codable, Equatable, Sendable {
        let count: Int
        let sha256: String
    }

    /// A name, or one for each language.
    private struct Name: Codable, Equatable, Sendable {
        let name: ClassName

        init(_ name: ClassName) { self.name = name }

        init(from decoder: any Decoder) throws {
            let value = try JSONValue(from: decoder)
            guard let name = ClassName(value) else {
                throw DecodingError.dataCorrupted(
                    .init(codingPath: decoder.codingPath, debugDescription: "\(value) is no name of a class"))
            }
            self.name = name
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            if let names = name.byLanguage { try container.encode(names) } else { try container.encode(name.plain) }
        }
    }

    /// What there is to say of own data.
    public init(_ data: DatasetDescription) {
        format = Self.version
        name = data.id
        (height, width, channels) = (data.rows, data.columns, data.channels)
        classes = data.classes.map(Name.init)
        files = Dictionary(
            uniqueKeysWithValues: zip(data.files, data.contents).map {
                ($0.name, Content(count: $1.count, sha256: $1.sha256))
            })
    }

    /// Reads the description of the data in a folder.
    ///
    /// - Throws: ``OwnDataError`` where there is none, or one that no import wrote.
    public init(in folder: URL) throws(OwnDataError) {
        let url = folder.appending(path: Self.file)
        let bytes: [UInt8]
        do { bytes = try Files.read(url, limit: 1 << 20) } catch { throw .unreadable(reason: error.description) }
        do { self = try CanonicalJSON.decode(OwnDescription.self, from: bytes) } catch {
            throw .description(file: url.path, reason: "it is no JSON of that form")
        }
    }

    /// Whether there is a description in a folder.
    public static func isThere(in folder: URL) -> Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: file).path)
    }

    /// The data that it describes.
    ///
    /// - Parameters:
    ///   - id: what the data are called where they lie.
    ///   - place: what errors call the file.
    /// - Throws: ``OwnDataError/description(file:reason:)`` for what no import writes.
    public func data(as id: String? = nil, in place: String) throws(OwnDataError) -> DatasetDescription {
        func fault(_ reason: String) -> OwnDataError { .description(file: place, reason: reason) }
        guard format == Self.version else {
            throw fault("it has the form \(format), and this program reads \(Self.version)")
        }
        try OwnShelf.check(id ?? name)
        guard OwnDataError.sides.contains(height), OwnDataError.sides.contains(width), [1, 3].contains(channels) else {
            throw fault("pictures of \(width) x \(height) x \(channels)")
        }
        guard (2...OwnDataError.mostClasses).contains(classes.count) else { throw fault("\(classes.count) classes") }
        for one in classes { try ClassNames.check(one.name, in: place) }
        var contents: [DatasetDescription.Content] = []
        for part in DatasetFile.Part.allCases {
            guard let content = files[part.ownName], (1...OwnDataError.mostBytes).contains(content.count),
                content.sha256.count == 64
            else { throw fault("it does not tell of \(part.ownName)") }
            contents.append(.init(count: content.count, sha256: content.sha256))
        }
        guard contents[0].count == contents[1].count, contents[2].count == contents[3].count,
            contents[0].count * height * width * channels <= OwnDataError.mostBytes
        else { throw fault("its counts do not agree") }
        return DatasetDescription(
            id: id ?? name, name: id ?? name, pictures: "pictures", shape: [height, width, channels],
            classes: classes.map(\.name), contents: contents, isPublished: false)
    }
}

extension DatasetFile.Part {
    /// The name of the file in own data: never one of the published.
    var ownName: String {
        switch self {
        case .trainImages: "train-images.idx"
        case .trainLabels: "train-labels.idx"
        case .testImages: "test-images.idx"
        case .testLabels: "test-labels.idx"
        }
    }
}
