import Documents
import Languages

extension DocumentLibrary {
    /// What a language of the course lacks, so that its readers see another one: lessons, sentences and words. What is a
    /// region's variant of another language need not have any.
    public func untranslated() -> [Finding] {
        let catalogues =
            LanguageSet.catalogues.map { ($0, languages.words[$0] ?? .empty) }
            + [("shared", shared.all), ("glossary", glossary)]
        return languages.main.flatMap { language in
            let instead = language.fallbacks.first?.inEnglish ?? "another language"
            func finding(_ lesson: String, _ place: String, _ what: String) -> Finding {
                Finding(
                    lesson: lesson, cell: place, what: what, remedy: "Write it; until then \(instead) is shown")
            }
            let missing = lessons.compactMap { lesson in
                path(of: lesson, missingIn: language).map {
                    // Perhaps its file was to be another lesson's.
                    let others = lessons.filter { path(of: $0, missingIn: language) == nil }
                    let question = NearMisses.question(for: lesson, in: others)
                    return finding(
                        lesson, $0.belowLessons,
                        "the lesson has no document in \(language.inEnglish)"
                            + (question.isEmpty ? "" : "; \(question)"))
                }
            }
            return missing
                + catalogues.flatMap { name, set in
                    set.gaps(in: language).map { finding(name, "\($0.file.belowLessons):\($0.line)", $0.problem) }
                }
        }
    }
}

extension SourceText {
    /// Fewer words than this may be the same in two languages.
    private static let fewestWords = 4

    /// Translations that are still what the source says.
    public static func copied(in texts: [SourceText]) -> [Finding] {
        texts.flatMap { text in
            text.translations.filter { text.isSame($0) && Self.isLong($0) }.map { version in
                Finding(
                    lesson: text.lesson, cell: version.place,
                    what: "this text is still in \(text.source.language.inEnglish): “\(version.beginning)”",
                    remedy: "Write it in \(version.language.inEnglish)")
            }
        }
    }

    /// The files of translations that somebody has only begun: some long text in them is what the source says. A short
    /// one that is the same may be waiting there too.
    static func begun(in texts: [SourceText]) -> Set<String> {
        Set(texts.flatMap { text in text.translations.filter { text.isSame($0) && Self.isLong($0) }.map(\.file) })
    }

    /// Whether a translation says what the source says, in another language.
    func isSame(_ version: Version) -> Bool {
        version.text == source.text && version.language.base != source.language.base
    }

    private static func isLong(_ version: Version) -> Bool {
        version.text.split(separator: " ").count { $0.contains(where: \.isLetter) } >= fewestWords
    }
}
