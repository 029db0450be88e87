import Languages

/// Where everything is, seen from one page. Anchors are the same in all languages, so that the switch can lead
/// to the same place of the same lesson.
struct Addresses {
    /// The language folder that the page lies in; `nil` for `index.html` at the top.
    let folder: Language?

    /// A place on this page.
    func place(_ anchor: String) -> String { "#" + anchor }

    func lesson(_ id: String, in language: Language, place: String? = nil) -> String {
        towards(language) + id + ".html" + (place.map { "#" + $0 } ?? "")
    }

    /// The first page of a language.
    func contents(in language: Language) -> String { towards(language) + "index.html" }

    /// A file by its path from the folder at the top.
    func file(_ path: String) -> String { (folder == nil ? "" : "../") + path }

    private func towards(_ language: Language) -> String {
        switch folder {
        case nil: language.rawValue + "/"
        case language: ""
        default: "../" + language.rawValue + "/"
        }
    }
}
