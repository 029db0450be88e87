/// A message that can't be read.
public struct MessageError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Of the file, from 1 on; a message counts from the line that it was given.
    public let line: Int
    /// In characters of the source's line, from 1 on.
    public let column: Int
    /// What was expected, and what to write.
    public let problem: String

    /// All in one sentence.
    public var description: String { "line \(line), column \(column): \(problem)" }
}

/// A slot that can't be filled.
public struct SlotError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public enum Problem: Hashable, Sendable {
        /// Nothing has its name; these names are known, in order.
        case missing(known: [String])
        /// What was handed over, and what the slot takes or how it would have to be written.
        case mismatch(found: String, expected: String)
    }

    /// The slot's name.
    public let slot: String
    /// Of the file.
    public let line: Int
    /// What is wrong.
    public let problem: Problem

    /// All in one sentence.
    public var description: String {
        switch problem {
        case .missing(let known):
            let otherwise = known.isEmpty ? "There are no values." : "There are \(known.joined(separator: ", "))."
            let hint = NearMisses.hint(for: slot, in: known, otherwise: otherwise)
            return "line \(line): {\(slot)} has no value" + (hint == otherwise ? ". " : "; ") + hint
        case .mismatch(let found, let expected):
            return "line \(line): {\(slot)} was given \(found); \(expected)"
        }
    }
}
