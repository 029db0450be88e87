import Languages
import Snippets

extension Page {
    /// What a lesson's Python lacks: twins of listings, listings for twins, their order, words in other languages.
    func scriptFindings() -> [Finding] {
        guard let twinsAt = twinsAt else { return [] }
        var findings: [Finding] = []
        for (name, listing) in listings where listing.twin == nil {
            let place =
                listing.words.min { $0.key < $1.key }.map { ($0.value.file, $0.value.line) } ?? (
                    listing.file, listing.firstLine
                )
            findings.append(
                Finding(
                    lesson: lesson.id, file: place.0, line: place.1, what: "the listing \(name) has no twin in Python",
                    remedy: "Write it in \(twinsAt), between `# snippet.\(name)` and `# snippet.end`"))
        }
        guard let script = script else { return findings }
        let shown = listings.map(\.name) + exercisePieces
        let marked = script.script.pieces.filter { $0.name != nil }
        for piece in marked where !shown.contains(piece.name ?? "") {
            findings.append(
                Finding(
                    lesson: lesson.id, file: script.script.file, line: piece.firstLine,
                    what: "the page shows no listing \(piece.name ?? "")",
                    remedy: "Show it, or take its marks away"))
        }
        let order = shown.filter { script.script[$0] != nil }
        if let odd = zip(marked.filter { shown.contains($0.name ?? "") }, order).first(where: { $0.name != $1 }) {
            findings.append(
                Finding(
                    lesson: lesson.id, file: script.script.file, line: odd.0.firstLine,
                    what: "here stands \(odd.0.name ?? ""), and on the page \(odd.1)",
                    remedy: "Write the stretches in the order of the page: its notebook runs them so"))
        }
        return findings + script.findings(in: lesson.id, written: lesson.languages)
    }
}

extension LessonScript {
    /// Words that a language lacks, that no code says, that do not fit, or that change what the code puts in.
    ///
    /// - Parameter languages: those that have a document.
    public func findings(in lesson: String, written languages: [Language]) -> [Finding] {
        let texts = script.texts
        // The code's own words are in the language that leads.
        let unwritten = languages.filter { $0 != $0.leading && words.all[$0] == nil && !texts.isEmpty }.map {
            language in
            let file = script.file.prefix { $0 != "." } + ".\(language.code).yaml"
            return Finding(
                lesson: lesson, file: script.file, line: 1, what: "it has no words in \(language.inEnglish)",
                remedy: "Write them in \(file): `what it says here: what it says there`, a line each")
        }
        return unwritten
            + words.all.sorted { $0.key < $1.key }.flatMap { language, words -> [Finding] in
                func finding(_ file: String, _ line: Int, _ what: String, _ remedy: String) -> Finding {
                    Finding(lesson: lesson, file: file, line: line, what: what, remedy: remedy)
                }
                let missing = texts.filter { words.entries[$0.text] == nil }.map { text, line in
                    finding(
                        script.file, line, "it has no words in \(language.inEnglish): “\(text)”",
                        "Write them in \(words.file), behind what it says here")
                }
                let known = Set(texts.map(\.text))
                let others = words.entries.sorted { $0.value.line < $1.value.line }.flatMap { key, entry -> [Finding] in
                    guard known.contains(key) else {
                        let hint = NearMisses.question(for: key, in: Array(known))
                        return [
                            finding(
                                words.file, entry.line, "nothing in \(script.file) says “\(key)”. \(hint)",
                                "Take it away, or write it as it stands there")
                        ]
                    }
                    guard PythonText.slots(in: key).sorted() == PythonText.slots(in: entry.text).sorted() else {
                        return [
                            finding(
                                words.file, entry.line, "it puts in other values than “\(key)”",
                                "Keep what stands in braces as it is")
                        ]
                    }
                    return []
                }
                let misfits = script.pieces.flatMap { self.words.translated($0, to: language)?.misfits ?? [] }.map {
                    finding(
                        words.file, words.entries[$0.comment]?.line ?? 1,
                        "the comment “\($0.comment)” needs \($0.needed) lines of \($0.width) columns, and the source has "
                            + "\($0.lines)", "Say it in fewer words")
                }
                return missing + others + misfits
            }
    }
}
