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
