import Storage

/// A picture from outside that could not be read, and why.
public enum PictureError: Error, Equatable, CustomStringConvertible {
    /// A file without a byte.
    case empty
    /// A file of another kind, whatever its name; `kind` comes with its article.
    case otherKind(kind: String)
    /// A file whose first bytes say nothing.
    case unknownKind(beginning: [UInt8])
    /// More pixels than are read, by mistake or to exhaust the memory.
    case tooLarge(width: Int, height: Int)
    /// The file begins as such a picture, but is cut or damaged.
    case damaged(PictureFormat, reason: String)
    /// A sound file of a form that is not read; `advice` says what to do.
    case unsupported(PictureFormat, reason: String, advice: String)
    /// The library that reads such pictures is not on this machine, or does not start.
    case noLibrary(PictureFormat, reason: String)
    case outOfMemory
    case missing(MissingFile)
    case folder(path: String)
    /// What the system said of the file.
    case unreadable(StorageError)
    /// One of the above, of the file with that name.
    indirect case file(path: String, PictureError)

    /// What is wrong, and what to do.
    public var description: String {
        switch self {
        case .empty: "the file is empty; copy or save the picture again"
        case .otherKind(let kind):
            "this is \(kind), not a picture of a kind that is read (\(Self.formats)); \(Self.convert)"
        case .unknownKind(let beginning):
            "this is not a picture of a kind that is read (\(Self.formats)): it begins with the bytes \(Self.hex(beginning));"
                + " \(Self.convert)"
        case .tooLarge(let width, let height):
            "the picture has \(width) x \(height) pixels, more than are read"
                + " (\(PictureLimits.side) a side, \(PictureLimits.pixels) in all); make it smaller first"
        case .damaged(let format, let reason):
            "the \(format.rawValue) file is damaged: \(reason); copy it again, or save it anew in an image editor"
        case .unsupported(let format, let reason, let advice):
            "this \(format.rawValue) file is of a form that is not read: \(reason); \(advice)"
        case .noLibrary(let format, let reason):
            "\(format.library.name), which reads \(format.rawValue), can't be loaded (\(reason));"
                + " install it (\(format.library.packages)), or convert the picture to PNG"
        case .outOfMemory: "not enough memory for the picture; make it smaller first"
        case .missing(let file): file.description
        case .folder(let path): "\(path) is a folder; name a picture in it"
        case .unreadable(let error): "\(error)"
        case .file(let path, let error): "\(path): \(error)"
        }
    }

    /// What to do with a picture of a kind or form that is not read.
    static let convert = "convert it to PNG first, with an image editor"

    private static let formats = "PNG, JPEG, WebP, HEIC"

    private static func hex(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined(separator: " ")
    }

    /// What a format's own reader says.
    init(_ error: PNGError) {
        switch error {
        case .tooLarge(let width, let height): self = .tooLarge(width: width, height: height)
        case .outOfMemory: self = .outOfMemory
        case .damaged(let reason): self = .damaged(.png, reason: reason)
        case .notPNG:
            self = .damaged(
                .png, reason: "its first eight bytes are not those of a PNG file, as after a transfer as text")
        case .cannotWrite, .badText: self = .damaged(.png, reason: "\(error)")
        }
    }
}
