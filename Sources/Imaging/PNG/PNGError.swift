/// A PNG that could not be read or written, and why.
public enum PNGError: Error, Equatable, CustomStringConvertible {
    /// The bytes begin otherwise than every PNG file does.
    case notPNG
    /// The file declares more pixels than are read, by mistake or to exhaust the memory.
    case tooLarge(width: Int, height: Int)
    /// The file begins as a PNG, but is cut or damaged.
    case damaged(reason: String)
    /// A picture without pixels, or with a side beyond what PNG can tell.
    case cannotWrite(width: Int, height: Int, reason: String)
    /// A text chunk that PNG cannot hold.
    case badText(keyword: String, reason: String)
    case outOfMemory

    /// What is wrong with the picture.
    public var description: String {
        switch self {
        case .notPNG:
            "not a PNG file: it does not begin with the eight bytes 89 50 4E 47 0D 0A 1A 0A;"
                + " convert the picture to PNG first"
        case .tooLarge(let width, let height):
            "the picture has \(width) x \(height) pixels, more than are read"
                + " (\(PNG.maximumSide) a side, \(PNG.maximumPixels) in all); make it smaller first"
        case .damaged(let reason):
            "the PNG file is damaged: \(reason); open it in an image editor and save it anew"
        case .cannotWrite(let width, let height, let reason):
            "cannot write a picture of \(width) x \(height) pixels as PNG: \(reason)"
        case .badText(let keyword, let reason):
            "cannot write the text “\(keyword)” into a PNG: \(reason)"
        case .outOfMemory:
            "not enough memory for the picture"
        }
    }
}
