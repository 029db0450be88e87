import Documents
import Languages

extension DocumentLibrary {
    /// What a language of the course lacks, so that its readers see another one: lessons, sentences and words. What is a
    /// region's variant of another language need not have any.
    public func untranslated() -> [Finding] {
        languages.main.flatMap { language in
            lessonsMissing(in: language)
                + (LanguageSet.catalogues.map { ($0, languages.words[$0] ?? .empty) }
                + [("shared", shared.all), ("glossary", glossary)]).flatMap { name, set in
                    set.gaps(in: language, of: name).map { gap in
                        Finding(
                            lesson: name, cell: "\(gap.file.belowLessons):\(gap.line)", what: gap.problem,
                            remedy: "Write it; until then \(shown(instead: language)) is shown")
                    }
                }
        }
    }

    private func lessonsMissing(in language: Language) -> [Finding] {
        lessons.compactMap { lesson in
            guard let path = path(of: lesson, missingIn: language) else { return nil }
            return Finding(
                lesson: lesson, cell: path.belowLessons, what: "the lesson has no document in \(language.endonym)",
                remedy: "Write it; until then \(shown(instead: language)) is shown")
        }
    }

    private func shown(instead language: Language) -> String { language.fallbacks.first?.endonym ?? "another one" }
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
