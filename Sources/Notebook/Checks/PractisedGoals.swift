import Documents
import Languages

extension DocumentLibrary {
    /// Goals that no exercise is about: each of those says under `goal:` which one it is, counted from 1.
    ///
    /// - Parameter ids: the lessons that are looked at.
    /// - Throws: ``DocumentError`` for documents that can't be read or part from each other.
    public func unpractisedGoals(of ids: [String]) throws(DocumentError) -> [Finding] {
        var findings: [Finding] = []
        for id in ids {
            guard let documents = try documents(of: id), let document = documents.all.first?.document else { continue }
            let count = try documents.description().goals.count
            var met: Set<Int> = []
            for case .directive(let directive) in document.blocks {
                guard let option = directive.option("goal") else { continue }
                guard let text = option.text, let goal = Int(text), (1...count).contains(goal) else {
                    findings.append(
                        Finding(
                            lesson: id, file: document.file, line: option.line, what: "the lesson has no such goal",
                            remedy: count == 1 ? "Write `goal: 1`" : "Write a number from 1 to \(count)"))
                    continue
                }
                if directive.kind == .exercise { met.insert(goal) }
            }
            let goals = document.front.first { $0.key == "goals" }?.value.members ?? []
            for (index, goal) in goals.enumerated() where !met.contains(index + 1) {
                findings.append(
                    Finding(
                        lesson: id, file: document.file, line: goal.line,
                        what: "no exercise is about this goal: “\((goal.text ?? "").beginning(60))”",
                        remedy: "Write one, with `goal: \(index + 1)` between lines of three hyphens below its fence"))
            }
        }
        return findings
    }
}
