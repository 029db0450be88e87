import Documents
import Languages
import Snippets

extension PageAssembly {
    /// The exercise that a block describes.
    ///
    /// - Throws: ``DocumentError`` for options that make no sense, values that nobody hands over and Python that is missing.
    mutating func exercise(of block: LocalizedBlock) throws(DocumentError) -> Exercise {
        let id = block.directive.flatMap { $0.argument.isEmpty ? nil : $0.argument }
        let text = try text(block.prose)
        var hints: [Localized] = []
        for hint in block.parts(.hint) { hints.append(try self.text(hint.prose)) }
        return Exercise(
            id: id, goal: try whole("goal", in: 1...99, of: block), level: try whole("level", in: 1...3, of: block),
            text: text, hints: hints, solution: try self.text(block.part(.answer).prose),
            task: try task(of: block, named: id))
    }

    private func whole(
        _ name: String, in range: ClosedRange<Int>, of block: LocalizedBlock
    ) throws(DocumentError) -> Int? {
        guard let setting = try block.setting(name) else { return nil }
        guard let number = Int(setting.source), range.contains(number) else {
            throw setting.fault("“\(name)” is a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    private mutating func task(of block: LocalizedBlock, named id: String?) throws(DocumentError) -> Exercise.Task {
        let answer = try block.setting("answer")
        let code = try block.setting("code")
        let choices = try block.pairs("choices")
        for name in ["tolerance", "unit"] where answer == nil || !choices.isEmpty {
            if let odd = try block.setting(name) { throw odd.fault("“\(name)” belongs to a number under “answer”") }
        }
        if answer != nil || code != nil, id == nil {
            throw block.fault("an exercise that is checked needs a name: `{exercise} corner`")
        }
        if let code {
            guard answer == nil, choices.isEmpty else { throw code.fault("write “code” or “answer”, not both") }
            return .code(try codeTask(code))
        }
        guard let answer else {
            guard choices.isEmpty else {
                throw block.fault("these choices lack “answer”: the name of the value that is one of them")
            }
            return .think
        }
        return choices.isEmpty ? .number(try number(answer, of: block)) : try choice(answer, choices)
    }

    private mutating func number(
        _ answer: LocalizedText, of block: LocalizedBlock
    ) throws(DocumentError) -> ExpectedNumber {
        let message = try answer.message()
        for slot in message.slots { useValue(slot.name) }
        let phrase = try slots.phrase(message, in: answer.language, file: answer.file)
        guard let number = phrase.number else {
            throw answer.fault(
                "the answer is one number that the lesson hands over: `answer: \"{sum}\"`, or with its decimals "
                    + "`answer: \"{mean, number, ::.00}\"`")
        }
        let scale = ExpectedNumber.scale(number.decimals)
        let value = number.isShare ? number.value * 100 : number.value
        guard value.isFinite, abs(value) * scale < ExpectedNumber.largest else {
            throw answer.fault("the answer is \(value), which nobody can type")
        }
        var tolerance: Int?
        if let setting = try block.setting("tolerance") {
            guard let amount = Double(setting.source), amount >= 0, amount * scale < 1000,
                abs((amount * scale).rounded() - amount * scale) < 1e-6
            else {
                throw setting.fault(
                    "“tolerance” is a number with as many decimals as the answer, and less than a thousand units of the last"
                )
            }
            tolerance = Int((amount * scale).rounded())
        }
        let unit = try block.option("unit")
        return ExpectedNumber(
            value: value, decimals: number.decimals, tolerance: tolerance, unit: unit.isEmpty ? nil : try text(unit),
            isPercentage: number.isShare)
    }

    private mutating func choice(
        _ answer: LocalizedText, _ choices: [(name: String, texts: [LocalizedText])]
    ) throws(DocumentError) -> Exercise.Task {
        let name = answer.source
        guard case .outcome(let outcome, let all)? = slots.values[name] else {
            let known = slots.values.filter { if case .outcome = $0.value { true } else { false } }.keys.sorted()
            throw answer.fault(
                "the answer of choices is an outcome that the lesson hands over; "
                    + NearMisses.hint(
                        for: name, in: known,
                        otherwise: known.isEmpty ? "it hands over none." : "there is \(known.joined(separator: ", ")).")
            )
        }
        useValue(name)
        let names = choices.map(\.name)
        guard Set(names) == Set(all), names.count == all.count, let right = names.firstIndex(of: outcome) else {
            throw answer.fault(
                "“\(name)” is one of \(all.joined(separator: ", ")), and the choices are \(names.joined(separator: ", "))"
            )
        }
        var texts: [Localized] = []
        for choice in choices { texts.append(try text(choice.texts)) }
        return .choice(texts, right: right)
    }

    private mutating func codeTask(_ name: LocalizedText) throws(DocumentError) -> CodeTask {
        func twin(_ mark: String) -> Twin? { page.script?.twin("exercise/" + mark) }
        guard let code = twin(name.source) else {
            throw name.fault(
                "the lesson's Python has no stretch for this: write it between `# snippet.exercise/\(name.source)` and "
                    + "`# snippet.end`")
        }
        guard SolutionMarks.areWhole(in: code.piece.source) else {
            throw name.fault(
                "“exercise/\(name.source)” leaves nothing to the reader: put the solution between "
                    + "`\(SolutionMarks.begin)` and `\(SolutionMarks.end)`")
        }
        let test = twin(name.source + "-test")
        page.exercisePieces += [code, test].compactMap { $0?.piece.name }
        return CodeTask(code: code, test: test)
    }
}

extension LocalizedText {
    /// A fault at its first line.
    fileprivate func fault(_ problem: String) -> DocumentError { DocumentError(file: file, line: line, problem) }
}
