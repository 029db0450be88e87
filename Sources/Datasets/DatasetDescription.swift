import Languages
import Tensors

/// A set of pictures as a value: what it is called, what its pictures look like, which classes they belong to, and what
/// its files hold. Where the files lie is a ``DatasetSource``'s to say.
public struct DatasetDescription: Hashable, Sendable {
    /// What people type, and what the set's folder is called: `mnist`.
    public let id: String
    /// The set's own name, the same in every language: “MNIST”.
    public let name: String
    /// What its pictures show, in a word: “digits”. Keys of results and messages of commands have it.
    public let pictures: String
    /// The shape of every picture: height, width, channels; grey pictures have one channel, coloured ones three.
    public let shape: Shape
    /// What the classes are called, in the order of their labels.
    public let classes: [ClassName]
    /// What the four files hold, in the order of ``DatasetFile/Part``.
    public let contents: [Content]
    /// Whether somebody published the set, so that everybody's files are to be the same; otherwise it is own data.
    public let isPublished: Bool

    /// What one file holds.
    public struct Content: Hashable, Sendable {
        /// How many pictures or labels.
        public let count: Int
        /// The SHA-256 of the decompressed bytes: 64 lower-case hexadecimal digits.
        public let sha256: String

        /// A file's content by its count and its hash.
        public init(count: Int, sha256: String) {
            self.count = count
            self.sha256 = sha256
        }
    }

    /// A set from all that there is to say of it.
    ///
    /// - Precondition: the shape has three positive extents, of which the last is 1 or 3; there are 1 to 256 classes and
    ///   four contents.
    public init(
        id: String, name: String, pictures: String, shape: Shape, classes: [ClassName], contents: [Content],
        isPublished: Bool
    ) {
        precondition(shape.rank == 3 && shape.count > 0 && [1, 3].contains(shape[2]), "pictures of \(shape)")
        precondition((1...256).contains(classes.count), "\(classes.count) classes")
        precondition(contents.count == DatasetFile.Part.allCases.count, "\(contents.count) files")
        self.id = id
        self.name = name
        self.pictures = pictures
        self.shape = shape
        self.classes = classes
        self.contents = contents
        self.isPublished = isPublished
    }

    /// The height of every picture.
    public var rows: Int { shape[0] }
    /// The width of every picture.
    public var columns: Int { shape[1] }
    /// How many numbers a pixel has: one, or red, green and blue.
    public var channels: Int { shape[2] }

    /// How many pictures there are to learn from.
    public var trainCount: Int { contents[DatasetFile.Part.trainImages.rawValue].count }
    /// How many pictures there are to be tested with.
    public var testCount: Int { contents[DatasetFile.Part.testImages.rawValue].count }

    /// What a class is called; its number, where the set has no such class.
    public func className(_ label: Int) -> Localized {
        (classes.indices.contains(label) ? classes[label] : ClassName(number: label)).text
    }
}
