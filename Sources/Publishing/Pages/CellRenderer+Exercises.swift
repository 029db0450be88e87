import Languages
import Notebook

extension CellRenderer {
    /// An exercise with its box for the answer, its hints and its solution.
    func exercise(
        _ exercise: Exercise, number: Int, _ anchor: String
    ) throws(PublishingError.Problem) -> HTML {
        var folds: [Slots] = []
        for (index, hint) in exercise.hints.enumerated() {
            folds.append([
                "fold": .text(words.hint(index, of: exercise.hints.count)), "isOpen": .flag(false),
                "text": .html(try text(hint)),
            ])
        }
        if case .code(let task) = exercise.task, let test = task.test {
            folds.append([
                "fold": .text(words[.test]), "isOpen": .flag(false),
                "text": .html(PythonSample.markup(test.source(in: context.language))),
            ])
        }
        if context.report.edition.hasSolutions {
            folds.append([
                "fold": .text(words[.solution]), "isOpen": .flag(context.report.edition == .teacher),
                "text": .html(try text(exercise.solution) + code(of: exercise) { $0.solution(in: context.language) }),
            ])
        }
        return try context.fill(
            "exercise",
            [
                "anchor": .text(anchor), "number": .text(words.exercise("\(page.number).\(number)")),
                "level": exercise.level.map { .text(words.level($0)) } ?? .absent,
                "exercise": .html(try text(exercise.text) + code(of: exercise) { $0.starter(in: context.language) }),
                "reply": try reply(to: exercise, anchor), "folds": .list(folds),
            ])
    }

    /// What a code exercise shows of its Python.
    private func code(
        of exercise: Exercise, _ part: (CodeTask) -> String
    ) -> HTML {
        guard case .code(let task) = exercise.task else { return HTML() }
        return PythonSample.markup(part(task))
    }

    /// The form that the page's script brings to life; without it choices can be read.
    private func reply(to exercise: Exercise, _ anchor: String) throws(PublishingError.Problem) -> Slot {
        guard let id = exercise.id else { return .absent }
        var slots: Slots = [
            "label": .text(words[.reply]), "check": .text(words[.check]), "right": .text(words[.right]),
            "wrong": .text(words[.wrong]), "key": .text("\(page.lesson.id)/\(id)"), "id": .text(anchor + "-reply"),
        ]
        let answer: Int
        switch exercise.task {
        case .think, .code: return .absent
        case .number(let number):
            answer = number.steps
            var unit = HTML()
            if let text = number.unit { unit = try line(text) }
            slots["number"] = .list([
                [
                    "unit": number.isPercentage ? .text("%") : unit.markup.isEmpty ? .absent : .html(unit)
                ]
            ])
            slots["choices"] = .absent
            slots["decimals"] = .text("\(number.decimals)")
            slots["tolerance"] = .text("\(number.tolerance)")
            slots["unclear"] = .text(words(.unclearNumber, ["example": .number(2.5)]))
        case .choice(let choices, let right):
            answer = right + 1
            var members: [Slots] = []
            for (index, choice) in choices.enumerated() {
                members.append([
                    "value": .text("\(index + 1)"), "id": .text("\(anchor)-choice-\(index + 1)"),
                    "group": .text(anchor + "-reply"), "text": .html(try line(choice)),
                ])
            }
            slots["choices"] = .list([["members": .list(members)]])
            slots["number"] = .absent
            slots["decimals"] = .text("0")
            slots["tolerance"] = .text("0")
            slots["unclear"] = .text(words[.nothingChosen])
        }
        slots["answer"] = .text(AnswerHash(salt: "\(page.lesson.id)/\(id)", answer: answer).text)
        return .list([slots])
    }
}
