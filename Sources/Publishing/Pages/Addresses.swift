import Languages

/// Where everything is, seen from one page. Names of places are the same in all languages, so that the switch can
/// lead to the same place of the same lesson.
struct Addresses {
    /// How the report is laid out.
    enum Form: Hashable {
        /// A file for each page. `folder` is the language's; `nil` for `index.html` at the top.
        case site(folder: Language?)
        /// One file for everything, seen from one lesson in one language, or from the language's list of lessons.
        case whole(Language, lesson: String?)
    }

    let form: Form

    /// The `id` of a place on this page.
    func anchor(_ name: String) -> String {
        switch form {
        case .site: name
        case .whole(let language, let lesson): Self.joined(language, lesson, name)
        }
    }

    /// A place on this page.
    func place(_ name: String) -> String { "#" + anchor(name) }

    func lesson(_ id: String, in language: Language, place: String? = nil) -> String {
        switch form {
        case .site: towards(language) + id + ".html" + (place.map { "#" + $0 } ?? "")
        case .whole: "#" + Self.joined(language, id, place)
        }
    }

    /// The first page of a language.
    func contents(in language: Language) -> String {
        switch form {
        case .site: towards(language) + "index.html"
        case .whole: "#" + language.code
        }
    }

    /// A file by its path from the folder at the top.
    func file(_ path: String) -> String {
        form == .site(folder: nil) ? path : "../" + path
    }

    private func towards(_ language: Language) -> String {
        guard case .site(let folder?) = form else { return language.code + "/" }
        return folder == language ? "" : "../" + language.code + "/"
    }

    /// Full stops separate what names may not hold.
    private static func joined(_ language: Language, _ names: String?...) -> String {
        ([language.code] + names.compactMap(\.self)).joined(separator: ".")
    }
}
