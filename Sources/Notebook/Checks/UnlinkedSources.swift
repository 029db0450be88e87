import Languages

extension SourceText {
    /// Works that are cited, by their year in brackets, and not linked: a reader who wants to look them up can't.
    ///
    /// - Parameter texts: of all lessons.
    public static func unlinkedSources(in texts: [SourceText]) -> [Finding] {
        texts.filter { !$0.isComment }.flatMap { text in
            text.versions.compactMap { version -> Finding? in
                // Most texts have no bracket, and asking for one byte is quicker than for a pattern.
                guard version.text.utf8.contains(UInt8(ascii: "(")) else { return nil }
                let unlinked = version.text.withoutLinks
                guard let year = unlinked.firstMatch(of: /\((?:1[89]|20)\d\d\)/) else { return nil }
                return Finding(
                    lesson: text.lesson, cell: version.place,
                    what: "a work is cited here \(year.output) and not linked",
                    remedy: "Link it: `[Kingma and Ba (2015)](https://…)`")
            }
        }
    }
}

extension String {
    /// A text of CommonMark without its links and what they are called.
    var withoutLinks: String {
        utf8.contains(UInt8(ascii: "]")) ? replacing(/\[[^\]]*\]\([^)]*\)/, with: "") : self
    }
}
