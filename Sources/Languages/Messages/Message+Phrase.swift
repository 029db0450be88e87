extension Message {
    /// The text for these values. Numbers stay values in the phrase, so that `NumberFormat` writes them as each reader
    /// is used to. Values that no slot asks for do no harm.
    ///
    /// - Parameters:
    ///   - arguments: by the names of the slots.
    ///   - rules: of the language that the message is written in.
    /// - Throws: ``SlotError`` for a slot without a value or with one that it can't take, if its branch is read.
    public func phrase(_ arguments: [String: Argument], in rules: LanguageRules) throws(SlotError) -> Phrase {
        var writer = MessageWriter(arguments: arguments, rules: rules)
        try writer.write(nodes)
        return Phrase(pieces: writer.pieces)
    }
}

private struct MessageWriter {
    let arguments: [String: Argument]
    let rules: LanguageRules
    private(set) var pieces: [Phrase.Piece] = []

    init(arguments: [String: Argument], rules: LanguageRules) {
        self.arguments = arguments
        self.rules = rules
    }

    mutating func write(_ nodes: [MessageNode]) throws(SlotError) {
        for node in nodes {
            switch node {
            case .literal(let literal): append([.text(literal.text)])
            case .count(let name, let line):
                let slot = Message.Slot(name: name, kind: .plural, line: line, isFormula: false, branches: [])
                append(try value(of: argument(for: slot), in: slot))
            case .slot(let node): try write(node)
            }
        }
    }

    private mutating func write(_ node: SlotNode) throws(SlotError) {
        let argument = try argument(for: node.slot)
        switch node.slot.kind {
        case .value: append(try value(of: argument, in: node.slot))
        case .number(let style): append([try number(argument, style, in: node.slot)])
        case .plural: try write(try plural(argument, node))
        case .select:
            guard case .outcome(let outcome) = argument else {
                throw mismatch(argument, node.slot, "select reads an outcome")
            }
            let branch = node.branches.first { $0.selector == .outcome(outcome) }
            try write(branch?.nodes ?? node.otherwise)
        case .list:
            guard case .list(let members) = argument, !members.isEmpty else {
                throw mismatch(argument, node.slot, "list takes a list with at least one member")
            }
            var phrases: [Phrase] = []
            for member in members { phrases.append(Phrase(pieces: try value(of: member, in: node.slot))) }
            append((node.conjunction == .and ? rules.and : rules.or).joined(phrases).pieces)
        }
    }

    /// Texts that follow each other become one.
    private mutating func append(_ more: [Phrase.Piece]) {
        for piece in more {
            if case .text(let text) = piece, case .text(let before)? = pieces.last {
                pieces[pieces.count - 1] = .text(before + text)
            } else if piece != .text("") {
                pieces.append(piece)
            }
        }
    }

    private func argument(for slot: Message.Slot) throws(SlotError) -> Argument {
        guard let argument = arguments[slot.name] else {
            throw SlotError(slot: slot.name, line: slot.line, problem: .missing(known: arguments.keys.sorted()))
        }
        return argument
    }

    private func mismatch(_ argument: Argument, _ slot: Message.Slot, _ expected: String) -> SlotError {
        SlotError(
            slot: slot.name, line: slot.line, problem: .mismatch(found: argument.kind, expected: expected))
    }

    private func value(of argument: Argument, in slot: Message.Slot) throws(SlotError) -> [Phrase.Piece] {
        switch argument {
        case .integer(let value): return [slot.isFormula ? .text(String(value)) : .integer(value)]
        case .text(let text): return [.text(text)]
        case .phrase(let phrase): return slot.isFormula ? phrase.pieces.map(\.inFormula) : phrase.pieces
        case .number:
            let written = slot.isFormula ? "\\val{\(slot.name), number, ::.00}" : "{\(slot.name), number, ::.00}"
            throw mismatch(argument, slot, "say with how many decimals it is written: \(written)")
        case .localized: throw mismatch(argument, slot, "a text of several languages is resolved first")
        case .outcome: throw mismatch(argument, slot, "an outcome is read by {\(slot.name), select, …}")
        case .list: throw mismatch(argument, slot, "a list is written by {\(slot.name), list, and}")
        }
    }

    private func number(
        _ argument: Argument, _ style: NumberStyle, in slot: Message.Slot
    ) throws(SlotError) -> Phrase.Piece {
        let number: Double
        switch (argument, style) {
        case (.integer(let value), .standard), (.integer(let value), .integer):
            return slot.isFormula ? .text(String(value)) : .integer(value)
        case (.integer(let value), .plain): return .text(String(value))
        case (.integer(let value), .decimals), (.integer(let value), .percent):
            guard let exact = Double(exactly: value) else {
                throw mismatch(argument, slot, "\(value) has more digits than a number with decimals can hold")
            }
            number = exact
        case (.number(let value), _): number = value
        default: throw mismatch(argument, slot, "number takes a number")
        }
        switch style {
        case .standard:
            throw mismatch(
                argument, slot, "say with how many decimals it is written: {\(slot.name), number, ::.00}")
        case .plain: throw mismatch(argument, slot, "::group-off takes a whole number")
        case .integer: return slot.isFormula ? .formula(number, digits: 0) : .decimal(number, digits: 0)
        case .decimals(let digits):
            return slot.isFormula ? .formula(number, digits: digits) : .decimal(number, digits: digits)
        case .percent(let digits): return .percent(number, digits: digits)
        }
    }

    private func plural(_ argument: Argument, _ node: SlotNode) throws(SlotError) -> [MessageNode] {
        let quantity: PluralQuantity?
        let isNegative: Bool
        switch argument {
        case .integer(let value): (quantity, isNegative) = (PluralQuantity(value), value < 0)
        case .number(let value):
            guard let decimals = node.decimals else {
                throw mismatch(
                    argument, node.slot,
                    "the form depends on the decimals that are seen: write {\(node.slot.name), number, ::.00} in the "
                        + "branches instead of #")
            }
            (quantity, isNegative) = (PluralQuantity(value, decimals: decimals), value < 0)
        default: throw mismatch(argument, node.slot, "plural takes a number")
        }
        guard let quantity else { return node.otherwise }
        let category = rules.plurals.category(of: quantity)
        let branch =
            node.branches.first { branch in
                guard case .exactly(let value) = branch.selector else { return false }
                return quantity.isEqual(to: value) && (!isNegative || value == 0)
            } ?? node.branches.first { $0.selector == .category(category) }
        return branch?.nodes ?? node.otherwise
    }
}

extension SlotNode {
    /// The branch `other`, without which no message is read.
    fileprivate var otherwise: [MessageNode] {
        branches.first { $0.selector == .category(.other) || $0.selector == .outcome("other") }?.nodes ?? []
    }

    /// With how many decimals the branches write the number that they depend on.
    fileprivate var decimals: Int? {
        for case .slot(let node) in branches.flatMap({ $0.nodes.flatMap { $0.all } }) where node.slot.name == slot.name
        {
            switch node.slot.kind {
            case .number(.decimals(let digits)): return digits
            case .number(.integer): return 0
            default: continue
            }
        }
        return nil
    }
}

extension Phrase.Piece {
    /// As TeX wants it; a percentage is left as readers see it.
    fileprivate var inFormula: Phrase.Piece {
        switch self {
        case .integer(let value): .text(String(value))
        case .decimal(let value, let digits): .formula(value, digits: digits)
        case .text, .percent, .formula: self
        }
    }
}
