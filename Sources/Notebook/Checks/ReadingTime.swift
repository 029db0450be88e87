import Languages

extension Page {
    /// How long somebody who follows the page needs, in minutes: 200 words of prose a minute, in the language that leads,
    /// 20 lines of code, and two fifths of a minute for each figure, table, displayed formula, question and exercise.
    public var readingMinutes: Double {
        var (words, lines, pauses) = (0, 0, 0)
        func read(_ text: Localized) {
            guard let leading = lesson.languages.first else { return }
            let prose = text.text(in: NumberFormat(leading))
            words += prose.split(whereSeparator: \.isWhitespace).count { $0.contains(where: \.isLetter) }
            pauses += (prose.split(separator: "$$", omittingEmptySubsequences: false).count - 1) / 2
        }
        for text in [lesson.title, lesson.question] + lesson.goals { read(text) }
        for cell in cells {
            switch cell {
            case .prose(let text), .margin(let text): read(text)
            case .code(let listing): lines += listing.source.split(whereSeparator: \.isNewline).count
            case .output: break
            case .figure(let figure):
                read(figure.title)
                read(figure.caption)
                pauses += 1
            case .table, .comparison: pauses += 1
            case .question(let question, let answer):
                read(question)
                read(answer)
                pauses += 1
            case .exercise(let exercise):
                read(exercise.text)
                read(exercise.solution)
                pauses += 1
            case .attempt(_, let purpose): read(purpose)
            }
        }
        return Double(words) / 200 + Double(lines) / 20 + Double(pauses) * 0.4
    }

    /// Minutes that are not what the page takes, by more than a quarter.
    func unlikelyMinutes() -> [Finding] {
        let estimate = readingMinutes
        guard abs(Double(lesson.minutes) - estimate) > max(1, estimate / 4) else { return [] }
        return [
            Finding(
                lesson: lesson.id, cell: "minutes",
                what: "it promises \(lesson.minutes), and what is on the page takes about \(Int(estimate.rounded()))",
                remedy: "Say \(Int(estimate.rounded())) minutes, or say less")
        ]
    }
}
