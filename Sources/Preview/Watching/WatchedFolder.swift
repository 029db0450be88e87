import Platform

/// A folder that is looked at time after time, with all that lies in it. It is read anew only where something came or
/// went, since that changes its own time; files are asked for theirs, a microsecond each.
struct WatchedFolder: Sendable {
    typealias Choice = @Sendable (_ path: String) -> Bool

    let path: String
    private let name: [CChar]
    private var state: FileState?
    private var files: [WatchedFile] = []
    private var folders: [WatchedFolder] = []

    /// - Parameter isNew: whether its files are to be told of.
    init(_ path: String, isNew: Bool, where isWatched: Choice) {
        (self.path, name) = (path, Array(path.utf8CString))
        look(at: FileState.now, isNew: isNew, where: isWatched)
    }

    /// - Parameter time: of the look, by the wall clock.
    mutating func look(at time: Int64, isNew: Bool = true, where isWatched: Choice) {
        for index in files.indices { files[index].look() }
        for index in folders.indices { folders[index].look(at: time, where: isWatched) }
        let found = FileState(name).flatMap { $0.isFolder ? $0 : nil }
        if let found, found != state || found.isFresh(at: time) { read(isNew: isNew, where: isWatched) }
        state = found
        files.removeAll(where: \.isForgotten)
        folders.removeAll { $0.state == nil && $0.files.isEmpty && $0.folders.isEmpty }
    }

    /// Calls `body` with every file below.
    mutating func forEach(_ body: (inout WatchedFile) -> Void) {
        for index in files.indices { body(&files[index]) }
        for index in folders.indices { folders[index].forEach(body) }
    }

    /// Takes in what is new.
    private mutating func read(isNew: Bool, where isWatched: Choice) {
        let known = Set(files.map(\.path) + folders.map(\.path))
        for name in Self.names(in: name) {
            let path = path + "/" + name
            guard !known.contains(path), let isFolder = Self.isFolder(path), isFolder || isWatched(path) else {
                continue
            }
            if isFolder {
                folders.append(WatchedFolder(path, isNew: isNew, where: isWatched))
            } else {
                files.append(WatchedFile(path, isNew: isNew))
            }
        }
    }

    /// Nil for what is neither a folder nor a file. Links to folders are not followed: they may lead in a circle.
    private static func isFolder(_ path: String) -> Bool? {
        guard let state = FileState(Array(path.utf8CString)) else { return nil }
        var status = stat()
        guard state.isFolder else { return false }
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR ? true : nil
    }

    /// What lies in a folder, but for hidden files and those that editors put beside the one that is edited.
    private static func names(in folder: [CChar]) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if !isOfEditor(name) { names.append(name) }
        }
        return names
    }

    /// Vim's `4913` tries whether a folder can be written; `#a#` and `a~` are Emacs's and others'.
    private static func isOfEditor(_ name: String) -> Bool {
        name.hasPrefix(".") || name.hasSuffix("~") || name.hasPrefix("#") && name.hasSuffix("#") || name == "4913"
            || [".swp", ".swx", ".tmp", ".bak", ".part"].contains { name.hasSuffix($0) }
    }
}
