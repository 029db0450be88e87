import Platform

/// A file that has almost the name of a published one: `t10k-images (1).gz`, `train_labels.zip`.
public struct NearName: Hashable, Sendable, CustomStringConvertible {
    /// Where it lies.
    public let path: String
    /// The published file that it may be.
    public let file: DatasetFile

    /// Which file it may be, and what to do.
    public var description: String {
        let isArchive = ["zip", "7z", "tar", "tgz", "rar"].contains { path.lowercased().hasSuffix(".\($0)") }
        return isArchive
            ? "\(path) may hold \(file.name): unpack it there"
            : "\(path) may be it: give it the name \(file.name), with .gz behind it if it is compressed"
    }
}

extension DatasetFolder {
    /// Files in the places where the data set is looked for that lack the published name and seem to be one of these.
    ///
    /// - Parameter files: those that are not there.
    public func nearNames(of files: [DatasetFile]) -> [NearName] {
        let known = Set(kind.files.flatMap(\.names))
        var near: [NearName] = []
        for place in places {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
            for name in names.sorted() where !known.contains(name) {
                guard let file = files.first(where: { $0.isNear(name) }) else { continue }
                near.append(NearName(path: place.appending(path: name).path, file: file))
            }
        }
        return near
    }
}

extension DatasetFile {
    /// Whether a name tells of the same half and the same content, in whatever words.
    fileprivate func isNear(_ name: String) -> Bool {
        let name = name.lowercased()
        func has(_ words: String...) -> Bool { words.contains { name.contains($0) } }
        let half = part.isOfTraining ? has("train") : has("t10k", "test")
        return half && (part.holdsImages ? has("image", "idx3") : has("label", "idx1"))
    }
}
