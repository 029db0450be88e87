import Languages

/// The words that pages say themselves, in one language. They stand in `pages.<language>.yaml`.
struct Words {
    let language: Language
    /// What the markup around them is in.
    var surroundings: Language

    /// - Parameter surroundings: nil where the markup around is in the same language.
    init(language: Language, surroundings: Language? = nil) {
        (self.language, self.surroundings) = (language, surroundings ?? language)
    }

    /// A text without slots.
    subscript(word: PageWord) -> String { self(word) }

    /// A text and what its slots read.
    func callAsFunction(_ word: PageWord, _ values: [String: Argument] = [:]) -> String {
        text(word, values).text(in: NumberFormat(language))
    }

    /// A text by its key below `pages`.
    func text(_ key: String, _ values: [String: Argument]) -> String {
        Localized(word: "pages." + key, values).text(in: NumberFormat(language))
    }

    private func text(_ word: PageWord, _ values: [String: Argument]) -> Localized {
        Localized(word: "pages." + word.rawValue, values)
    }

    /// The same, marked where it is in another language than what stands around it.
    func marked(_ word: PageWord, _ values: [String: Argument] = [:]) -> HTML {
        let spoken = text(word, values).spoken(to: language) ?? language
        return HTML(text: self(word, values)).spoken(in: spoken, within: surroundings)
    }

    /// A text that says the number of a lesson, or a count.
    func marked(_ word: PageWord, n: Int) -> HTML { marked(word, ["n": .integer(n)]) }

    /// A text that says the number of a lesson, or a count.
    func callAsFunction(_ word: PageWord, n: Int) -> String { self(word, ["n": .integer(n)]) }

    /// “Figure 3.2”.
    func figure(_ number: String) -> String { self(.figure, ["number": .text(number)]) }

    /// “Table 3.1”.
    func table(_ number: String) -> String { self(.table, ["number": .text(number)]) }

    /// “Exercise 3.1”.
    func exercise(_ number: String) -> String { self(.exercise, ["number": .text(number)]) }

    /// How difficult an exercise is, from 1 to 3.
    func level(_ level: Int) -> String {
        self(.level, ["level": .outcome(level == 1 ? "easy" : level == 2 ? "medium" : "hard")])
    }

    /// What the fold over a hint says; hints are numbered where there are several.
    func hint(_ index: Int, of count: Int) -> String { count == 1 ? self[.hint] : self(.hintNumber, n: index + 1) }

    /// The lines of a file that a listing shows.
    func lines(_ first: Int, _ last: Int) -> String {
        first == last ? self(.line, n: first) : self(.lines, ["first": .integer(first), "last": .integer(last)])
    }

    /// What a place is called; `nil` for one without a name.
    func text(of label: LessonOutline.Label) -> String? {
        switch label {
        case .figure(let number): figure(number)
        case .table(let number): table(number)
        case .exercise(let number): exercise(number)
        case .nothing: nil
        }
    }

    /// Where a lesson failed.
    func failurePlace(_ lesson: String, _ stage: FailedLesson.Stage) -> String {
        self(.failurePlace, ["lesson": .text(lesson), "stage": .outcome(stage.name)])
    }

    /// What to do about it.
    func failureAdvice(_ stage: FailedLesson.Stage) -> String {
        self(.failureAdvice, ["stage": .outcome(stage.name)])
    }
}

extension FailedLesson.Stage {
    /// As the branches of messages have it.
    fileprivate var name: String {
        switch self {
        case .computing: "computing"
        case .publishing: "publishing"
        }
    }
}

extension HTML {
    /// Markup in a language, marked as such within another one; a region's variant needs no mark.
    func spoken(in language: Language, within other: Language) -> HTML {
        guard language.base != other.base else { return self }
        return "<span lang=\"\(language.code)\">\(self)</span>"
    }
}
