import Documents
import Languages

extension Page {
    /// Words under `words:` that no code asks for, and figures that can't be made, for want of a word perhaps.
    func unaskedWords() -> [Finding] {
        var (findings, unmade): ([Finding], Set<String>) = ([], [])
        // A figure's code asks when the figure is made; that of tables has asked already.
        for figure in figures {
            do {
                _ = try figure.figure()
                continue
            } catch let error as DocumentError {
                findings.append(
                    Finding(
                        lesson: lesson.id, file: error.file, line: error.line, what: error.problem,
                        remedy: "Until then figure \(figure.id) can't be drawn"))
            } catch {
                findings.append(
                    Finding(
                        lesson: lesson.id, cell: "figure \(figure.id)", what: "it can't be made: \(error)",
                        remedy: "Mend it in the lesson's code"))
            }
            // What it would have asked for besides, nobody knows.
            if let words = figure.words { unmade.insert(words.block) }
        }
        return findings + words.filter { !unmade.contains($0.block) }.flatMap(unasked)
    }

    private func unasked(_ words: BlockWords) -> [Finding] {
        let (names, asked) = words.unasked()
        return names.flatMap { name in
            words.own.sorted { $0.key < $1.key }.compactMap { _, own -> Finding? in
                guard let line = own.lines[name] else { return nil }
                let near = NearMisses.question(for: name, in: asked.subtracting(own.words.keys))
                return Finding(
                    lesson: lesson.id, file: own.file, line: line,
                    what: "nobody asks for the word “\(name)” of {\(words.block)}" + (near.isEmpty ? "" : " (\(near))"),
                    remedy: "Take it out, or ask for it in the lesson's code")
            }
        }
    }
}
