import Languages

/// The languages of a course, as files declare them: `language.<code>.yaml` with its rules, and beside it what pages
/// and figures say in it, `pages.<code>.yaml` and `figures.<code>.yaml`.
public struct LanguageSet: Hashable, Sendable {
    /// The catalogues whose texts belong to the language, wherever they are read.
    public static let catalogues = ["pages", "figures"]

    /// The language that the course is written in first leads, the others follow by code.
    public let languages: [Language]
    /// What pages and figures say, by the name of the catalogue.
    public let words: [String: CatalogueSet]

    /// The language of this code.
    public subscript(code: String) -> Language? { languages.first { $0.code == code } }

    /// The languages that are no region's variant of another one: what a report is written in unless somebody asks for
    /// others.
    public var main: [Language] {
        languages.filter { language in
            !language.fallbacks.contains { $0.base == language.base }
        }
    }

    /// - Parameter files: by path; those that are called otherwise are left alone.
    /// - Throws: ``DocumentError`` for a file that can't be read, a fallback that doesn't exist or leads back to itself,
    ///   two languages without one, and words that the leading language has not.
    public init(_ files: [String: String]) throws(DocumentError) {
        for path in files.keys.sorted() { try Self.checkName(path) }
        let named = files.sorted { $0.key < $1.key }.compactMap { NamedDocument(path: $0.key, text: $0.value) }
        var declared: [String: LanguageFile] = [:]
        for file in named where file.name == "language" && file.ending == "yaml" {
            declared[file.language] = try LanguageFile(file.text, code: file.language, file: file.path)
        }
        let order = try Self.order(declared)
        var rules: [String: LanguageRules] = [:]
        for code in order {
            guard let file = declared[code] else { continue }
            rules[code] = try file.rules(over: file.fallback.flatMap { rules[$0] })
        }
        var words: [String: CatalogueSet] = [:]
        var messages: [String: [String: Message]] = [:]
        for name in Self.catalogues {
            var catalogues: [(String, Catalogue)] = []
            for code in order {
                guard let rules = rules[code],
                    let file = named.last(where: { $0.name == name && $0.language == code && $0.ending == "yaml" })
                else { continue }
                let catalogue = try Catalogue(file.text, file: file.path, rules: rules)
                catalogues.append((code, catalogue))
                for (key, entry) in catalogue.entries {
                    messages[code, default: [:]]["\(name).\(key)"] = entry.message
                }
            }
            words[name] = try CatalogueSet(catalogues)
        }
        self.words = words
        var languages: [Language] = []
        for code in order {
            guard let rules = rules[code], let file = declared[code] else { continue }
            let next = file.fallback.flatMap { fallback in languages.first { $0.code == fallback } }
            languages.append(
                Language(rules, words: messages[code] ?? [:], fallbacks: next.map { [$0] + $0.fallbacks } ?? []))
        }
        self.languages = languages
    }

    /// The codes, each behind the one that it falls back to.
    private static func order(_ declared: [String: LanguageFile]) throws(DocumentError) -> [String] {
        var order: [String] = []
        var waiting = declared.sorted { $0.key < $1.key }
        for (code, file) in waiting {
            guard let fallback = file.fallback, declared[fallback] == nil else { continue }
            let known = declared.keys.filter { $0 != code }.sorted()
            throw DocumentError(
                file: file.file, line: file.fallbackLine,
                "there is no language “\(fallback)”; "
                    + NearMisses.hint(
                        for: fallback, in: known, otherwise: "there are \(known.joined(separator: ", ")).")
            )
        }
        let leaders = waiting.filter { $0.value.fallback == nil }
        if leaders.count > 1 {
            throw DocumentError(
                file: leaders[1].value.file, line: 1,
                "one language falls back to no other, and that is “\(leaders[0].key)”: write `fallback: \(leaders[0].key)`"
            )
        }
        while !waiting.isEmpty {
            let ready = waiting.filter { $0.value.fallback.map(order.contains) ?? true }
            guard !ready.isEmpty else {
                let circle = circle(from: waiting[0].key, declared)
                guard let file = declared[circle[0]] else { break }
                throw DocumentError(
                    file: file.file, line: file.fallbackLine,
                    circle.count == 1
                        ? "“\(circle[0])” can't fall back to itself; name another language"
                        : "these languages fall back to each other: \(circle.joined(separator: ", "))")
            }
            order += ready.map(\.key)
            waiting.removeAll { order.contains($0.key) }
        }
        return order
    }

    /// The languages that fall back to each other, the first by its code in front.
    ///
    /// - Parameter code: of a language that leads to them.
    private static func circle(from code: String, _ declared: [String: LanguageFile]) -> [String] {
        var path = [code]
        while let next = declared[path[path.count - 1]]?.fallback {
            if let start = path.firstIndex(of: next) { return path[start...].sorted() }
            path.append(next)
        }
        return path
    }

    /// - Throws: ``DocumentError`` for a file that is called as if it declared a language, and names none.
    private static func checkName(_ path: String) throws(DocumentError) {
        let name = String(path.split(separator: "/").last ?? "")
        guard name.hasPrefix("language."), name.hasSuffix(".yaml") else { return }
        let code = String(name.dropFirst("language.".count).dropLast(".yaml".count))
        guard !Language.isCode(code) else { return }
        let small = code.lowercased()
        throw DocumentError(
            file: path, line: 1,
            "“\(code)” is no code of a language; "
                + (Language.isCode(small)
                    ? "did you mean language.\(small).yaml?" : "BCP 47 has codes such as fr, pt-BR and sr-Latn."))
    }
}

/// A file called `<name>.<language>.<ending>`.
public struct NamedDocument: Sendable {
    /// As it was given.
    public let path: String
    /// All of it.
    public let text: String
    /// `edges`, `glossary`.
    public let name: String
    /// The code, as the file's name has it.
    public let language: String
    /// `md`, `yaml`.
    public let ending: String

    /// nil for a file of another name.
    public init?(path: String, text: String) {
        let parts = (path.split(separator: "/").last ?? "").split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
        self.path = path
        self.text = text
        (name, language, ending) = (String(parts[0]), String(parts[1]), String(parts[2]))
    }

    /// Where the same document in another language lies: beside it.
    ///
    /// - Parameter code: of that language.
    public func path(in code: String) -> String {
        let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        return (folder + ["\(name).\(code).\(ending)"]).joined(separator: "/")
    }
}
