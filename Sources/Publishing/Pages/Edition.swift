import Notebook

/// Who a report or an export is for.
public enum Edition: String, CaseIterable, Codable, Hashable, Sendable {
    /// Somebody who learns alone: the solutions of exercises are folded.
    case reader
    /// A class: the solutions of exercises are nowhere in it. Pages check answers against a salted hash.
    case student
    /// Who teaches the class: the solutions stand open.
    case teacher

    /// Whether the solutions of exercises may be told.
    var hasSolutions: Bool { self != .student }

    /// What a page records, without the answers of exercises where those may not be told.
    func results(of page: Page) -> Results {
        hasSolutions ? page.results : page.results.named { !$0.hasPrefix("exercises.") }
    }
}
