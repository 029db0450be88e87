extension Message {
    /// How a slot writes its value, for comparing languages: the same value can't be a percentage in one of them and a
    /// plain number in the other.
    public enum Writing: Hashable, Sendable {
        /// `{n}`, `{n, number}`, `{n, number, ::group-off}` and the `#` of a plural: as it is.
        case whole
        /// `{n, number, integer}`.
        case rounded
        case decimals(Int)
        case percent(decimals: Int)
        case plural
        case select
        case list

        /// Whether a translation may write so what its model writes in these ways. A plural may come and go, since
        /// languages differ in what depends on a number.
        public func goes(with model: Set<Writing>) -> Bool {
            if model.contains(self) { return true }
            switch self {
            case .plural:
                return model.contains { writing in
                    switch writing {
                    case .whole, .rounded, .decimals, .percent: true
                    case .plural, .select, .list: false
                    }
                }
            // The number that a plural depends on, where the model's branches say it in words.
            case .whole: return model == [.plural]
            case .rounded, .decimals, .percent, .select, .list: return false
            }
        }

        /// How it is typed for a value of this name.
        public func spelling(of name: String) -> String {
            func zeros(_ count: Int) -> String { "." + String(repeating: "0", count: count) }
            return switch self {
            case .whole: "{\(name)}"
            case .rounded: "{\(name), number, integer}"
            case .decimals(let count): "{\(name), number, ::\(zeros(count))}"
            case .percent(0): "{\(name), number, percent}"
            case .percent(let count): "{\(name), number, ::%x100 \(zeros(count))}"
            case .plural: "{\(name), plural, …}"
            case .select: "{\(name), select, …}"
            case .list: "{\(name), list, …}"
            }
        }
    }

    /// One place where a value is written.
    public struct Use: Hashable, Sendable {
        /// What Swift calls the value.
        public let name: String
        /// How it is written there.
        public let writing: Writing
        /// Of the file.
        public let line: Int
    }

    /// All places where values are written, in the order of the text.
    public var uses: [Use] {
        nodes.flatMap { $0.all }.compactMap { node in
            switch node {
            case .literal: nil
            case .count(let name, let line): Use(name: name, writing: .whole, line: line)
            case .slot(let node): Use(name: node.slot.name, writing: node.slot.kind.writing, line: node.slot.line)
            }
        }
    }
}

extension Message.Slot.Kind {
    fileprivate var writing: Message.Writing {
        switch self {
        case .value, .number(.standard), .number(.plain): .whole
        case .number(.integer): .rounded
        case .number(.decimals(let count)): .decimals(count)
        case .number(.percent(let count)): .percent(decimals: count)
        case .plural: .plural
        case .select: .select
        case .list: .list
        }
    }
}
