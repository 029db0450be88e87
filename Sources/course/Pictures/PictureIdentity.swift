import Platform
import Storage

/// What tells an answer to one picture from an answer to another: a hash of the way from the answer's folder to the
/// picture, which tells nobody else where that lies.
///
/// So `photo.png` is not `photo.jpg`, nor the photo of another folder. A picture that is edited stays the same one, and a
/// folder that moves takes its answers along.
enum PictureIdentity {
    /// - Parameters:
    ///   - path: the picture's, as it was typed.
    ///   - folder: where the answer goes; it need not exist.
    static func of(_ path: String, from folder: URL) -> String {
        let (here, there) = (parts(of: folder), parts(of: URL(typed: path)))
        let shared = zip(here, there).prefix { $0 == $1 }.count
        let way = [String](repeating: "..", count: here.count - shared) + there.dropFirst(shared)
        return SHA256.hex(of: Array(way.joined(separator: "/").utf8))
    }

    /// The parts of a path without links, as far as there is something.
    private static func parts(of url: URL) -> [String] {
        var place = url.absoluteURL.standardized
        var behind: [String] = []
        while place.path != "/", !place.path.isEmpty {
            if let resolved = realpath(place.path, nil) {
                defer { free(resolved) }
                return String(cString: resolved).split(separator: "/").map(String.init) + behind.reversed()
            }
            behind.append(place.lastPathComponent)
            place = place.deletingLastPathComponent()
        }
        return behind.reversed()
    }
}

/// What holds for all files that commands make of a picture, for their help.
enum AnswerRule {
    static let sentence =
        "What was made of the same picture before is replaced as long as nobody has changed it, numbers as well as pictures; "
        + "any other file stays, and so does what was made of another picture, unless --force is given."
}
