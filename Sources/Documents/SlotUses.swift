import Languages

/// What the slots of a stretch of text write, and how.
struct SlotUses {
    /// The names, sorted.
    let names: [String]
    private let uses: [Message.Use]

    init(_ uses: [Message.Use]) {
        self.uses = uses
        names = Set(uses.map(\.name)).sorted()
    }

    /// The line where a slot stands first.
    func line(of name: String) -> Int? { uses.first { $0.name == name }?.line }

    private func writings(of name: String) -> Set<Message.Writing> {
        Set(uses.filter { $0.name == name }.map(\.writing))
    }

    /// The first difference from the same text in another language: its line, where it has one, and what it is. Neither
    /// text is blamed, since the lesson's code alone knows which is right.
    ///
    /// - Parameters:
    ///   - model: the text that it is compared with.
    ///   - file: of that text.
    ///   - line: of that text, for what does not stand there.
    func difference(from model: SlotUses, in file: String, at line: Int) -> (line: Int?, problem: String)? {
        func place(_ name: String) -> String { "\(file):\(model.line(of: name) ?? line)" }
        let missing = model.names.filter { !names.contains($0) }
        let unknown = names.filter { !model.names.contains($0) }
        for name in unknown {
            guard let near = NearMisses.of(name, in: missing).first else { continue }
            return (
                self.line(of: name),
                "the slot {\(name)} is here, and {\(near)} in \(place(near)); one of the two is misspelt"
            )
        }
        if let name = unknown.first {
            let others = model.names.isEmpty ? "none" : model.names.joined(separator: ", ")
            let hint = NearMisses.hint(
                for: name, in: model.names, otherwise: "there is \(others). Add it there, or take it out here")
            return (
                self.line(of: name), "the slot {\(name)} is here, and not in \(file):\(line); \(hint)"
            )
        }
        if let name = missing.first {
            return (nil, "the slot {\(name)} is missing, which is in \(place(name))")
        }
        for use in uses where !use.writing.goes(with: model.writings(of: use.name)) {
            let other = model.uses.first { $0.name == use.name }
            let spelling = other?.writing.spelling(of: use.name) ?? ""
            return (
                use.line,
                "\(use.writing.spelling(of: use.name)) is here, and \(spelling) in \(place(use.name)); a value is "
                    + "written in the same way in every language"
            )
        }
        return nil
    }
}
