import Languages

extension Listing {
    /// Comments that have no words in a language that has a document, and words for which a comment is too small.
    func findings(in lesson: String) -> [Finding] {
        words.sorted { $0.key < $1.key }.flatMap { language, words -> [Finding] in
            // The source's own comments are in the language that leads.
            guard language != language.leading else { return [] }
            func finding(_ line: Int, _ what: String, _ remedy: String) -> Finding {
                Finding(lesson: lesson, file: words.file, line: line, what: what, remedy: remedy)
            }
            let missing = comments.filter { words.entries[$0] == nil }.map { comment in
                finding(
                    words.line,
                    "the listing \(name) has no words in \(language.inEnglish) for the comment “\(comment)”",
                    "Write them under `comments:` in its block, behind what the comment says")
            }
            let misfits = (translated(to: language)?.misfits ?? []).map { misfit in
                finding(
                    words.entries[misfit.comment]?.line ?? words.line,
                    "the comment “\(misfit.comment)” of the listing \(name) needs \(misfit.needed) lines of "
                        + "\(misfit.width) columns, and the source has \(misfit.lines)",
                    "Say it in fewer words")
            }
            return missing + misfits
        }
    }
}
