import Languages

extension Page {
    /// What a page lacks: texts in one of its languages, words for comments in code, code that asks for the words that
    /// are there, and the parts that every lesson has.
    public func findings() -> [Finding] {
        func finding(_ cell: String, _ what: String, _ remedy: String) -> Finding {
            Finding(lesson: lesson.id, cell: cell, what: what, remedy: remedy)
        }
        var findings: [Finding] = []
        let described: [(String, Localized)] =
            [("title", lesson.title), ("question", lesson.question)] + lesson.goals.map { ("goal", $0) }
        for (name, text) in described + cells.enumerated().flatMap(Self.texts) {
            for language in lesson.languages where text[language].text(in: NumberFormat(language)).isBlank {
                findings.append(finding(name, "it says nothing in \(language.inEnglish)", "Write it in every language"))
            }
        }
        let parts: [(String, Bool)] = [
            ("a question with its answer", cells.contains { if case .question = $0 { true } else { false } }),
            ("something to try", cells.contains { if case .attempt = $0 { true } else { false } }),
            ("a picture", !figures.isEmpty), ("goals", !lesson.goals.isEmpty),
        ]
        for (part, isThere) in parts where !isThere {
            findings.append(finding("page", "it lacks \(part)", "Every lesson has that; add it"))
        }
        for case .code(let listing) in cells { findings += listing.findings(in: lesson.id) }
        return findings + scriptFindings() + unaskedWords() + unlikelyMinutes()
    }

    /// Stretches of code that are marked in the lesson's folder, and that its page does not show.
    ///
    /// - Parameter names: the stretches, as ``Curriculum/listingNames(of:)`` tells them.
    public func unshown(of names: [String]) -> [Finding] {
        let shown = cells.compactMap { cell -> String? in
            guard case .code(let listing) = cell, listing.file.hasPrefix("Lessons/") else { return nil }
            return "\(lesson.id)/\(listing.name)"
        }
        return names.filter { !shown.contains($0) }.map { name in
            Finding(
                lesson: lesson.id, cell: "listing \(name)", what: "it is marked and the page does not show it",
                remedy: "Show it: `:::{listing} \(name)`, or take its marks away")
        }
    }

    /// The texts of a cell that a reader must find in every language.
    private static func texts(of index: Int, _ cell: Cell) -> [(String, Localized)] {
        let name = cell.name(at: index)
        return switch cell {
        case .prose(let text), .output(let text), .margin(let text): [(name, text)]
        case .code: []
        case .figure(let figure):
            [
                ("\(name), title", figure.title), ("\(name), caption", figure.caption),
                ("\(name), alternative text", figure.alternative),
            ]
        case .table(let table): [("\(name), caption", table.caption)] + table.columns.map { ("\(name), column", $0) }
        case .comparison(let rows): rows.map { (name, $0.quantity) }
        case .question(let question, let answer): [(name, question), ("\(name), answer", answer)]
        case .exercise(let exercise):
            [(name, exercise.text)] + exercise.hints.map { ("\(name), hint", $0) }
                + exercise.choices.map { ("\(name), choice", $0) } + [("\(name), solution", exercise.solution)]
        case .attempt(_, let purpose): [(name, purpose)]
        }
    }
}

extension String {
    fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
