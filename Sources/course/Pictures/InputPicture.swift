import Imaging
import Platform

/// A picture that somebody named on the command line.
struct InputPicture {
    /// As it was typed.
    let path: String
    let picture: SourcePicture

    /// - Throws: `PictureError`, which names the file.
    init(_ path: String, isGray: Bool = false) throws(PictureError) {
        self.path = path
        let picture = try PictureFile.read(URL(typed: path))
        self.picture = isGray ? picture.gray : picture
    }

    /// The name without folders and without the ending: where the names of answers begin.
    var stem: String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
        return String(name[..<dot])
    }

    /// Something that can't be done with this picture.
    struct Unusable: Error, CustomStringConvertible {
        let description: String
    }
}
