import Imaging
import Platform
import Storage

/// A picture that somebody named on the command line.
struct InputPicture {
    /// As it was typed.
    let path: String
    let picture: SourcePicture

    /// The largest file that is read; 50 million pixels of sixteen bits, hardly compressed, have some 300 MB.
    private static let limit = 1 << 29

    /// - Throws: `StorageError` or ``Unreadable``, which name the file.
    init(_ path: String, isGray: Bool = false) throws {
        self.path = path
        let bytes = try Files.read(URL(typed: path), limit: Self.limit)
        do {
            let picture = try PictureFile.decode(bytes)
            self.picture = isGray ? picture.gray : picture
        } catch {
            throw Unreadable(description: "\(path): \(error)")
        }
    }

    /// The name without folders and without the ending: where the names of answers begin.
    var stem: String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
        return String(name[..<dot])
    }

    /// A file that holds no picture that can be read.
    struct Unreadable: Error, CustomStringConvertible {
        let description: String
    }
}
