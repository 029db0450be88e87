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
            let instead = language.fallbacks.first?.endonym ?? "another one"
            func finding(_ lesson: String, _ place: String, _ what: String) -> Finding {
                Finding(
                    lesson: lesson, cell: place, what: what, remedy: "Write it; until then \(instead) is shown")
            }
            let missing = lessons.compactMap { lesson in
                path(of: lesson, missingIn: language).map {
                    finding(lesson, $0.belowLessons, "the lesson has no document in \(language.endonym)")
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
            text.translations.filter { version in
                version.text == text.source.text && version.language.base != text.source.language.base
                    && version.text.split(separator: " ").count { $0.contains(where: \.isLetter) } >= fewestWords
            }.map { version in
                Finding(
                    lesson: text.lesson, cell: version.place,
                    what: "it stands there in \(text.source.language.endonym): “\(version.text.prefix(60))”",
                    remedy: "Write it in \(version.language.endonym)")
            }
        }
    }
}
