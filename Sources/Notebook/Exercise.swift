import Languages
import Snippets

/// Something to do, with hints and a full solution.
public struct Exercise: Sendable {
    /// What the reader has to find, and who judges it.
    public enum Task: Sendable {
        /// The reader alone.
        case think
        /// A number that the program has computed.
        case number(ExpectedNumber)
        /// One of some sentences; the right one counts from 0.
        case choice([Localized], right: Int)
        /// Python that the reader completes.
        case code(CodeTask)
    }

    /// Unique in its lesson; nil for one that has no name.
    public let id: String?
    /// The goal of the lesson that it is about, from 1; nil where it is about none.
    public let goal: Int?
    /// How difficult it is, from 1 to 3; nil where nobody says.
    public let level: Int?
    /// What is asked. CommonMark.
    public let text: Localized
    /// Steps towards the solution, each saying more than the one before. CommonMark.
    public let hints: [Localized]
    /// How it is solved, and what comes out. CommonMark.
    public let solution: Localized
    /// What the reader has to find.
    public let task: Task

    /// An exercise; by default one that has no name and that nobody checks.
    public init(
        id: String? = nil, goal: Int? = nil, level: Int? = nil, text: Localized, hints: [Localized] = [],
        solution: Localized, task: Task = .think
    ) {
        (self.id, self.goal, self.level) = (id, goal, level)
        (self.text, self.hints, self.solution, self.task) = (text, hints, solution, task)
    }

    /// The sentences to choose from; none where nothing is chosen. CommonMark, each in one line.
    public var choices: [Localized] { if case .choice(let choices, _) = task { choices } else { [] } }

    /// The unit behind the box for a number, if there is one. CommonMark.
    public var unit: Localized? { if case .number(let number) = task { number.unit } else { nil } }
}

/// A number that the program has computed and the reader is to find.
public struct ExpectedNumber: Hashable, Sendable {
    /// As the page writes it: of a percentage, a hundred times the share.
    public let value: Double
    /// How many decimals it is asked to.
    public let decimals: Int
    /// How many units of the last decimal the reader's may be off.
    public let tolerance: Int
    /// What stands behind the number, besides the sign of a percentage.
    public let unit: Localized?
    /// Whether it is a percentage.
    public let isPercentage: Bool

    /// - Parameter tolerance: by default none for a whole number, and one unit of the last decimal else, since halves may
    ///   be rounded either way.
    public init(
        value: Double, decimals: Int, tolerance: Int? = nil, unit: Localized? = nil, isPercentage: Bool = false
    ) {
        (self.value, self.decimals, self.unit, self.isPercentage) = (value, decimals, unit, isPercentage)
        self.tolerance = tolerance ?? (decimals == 0 ? 0 : 1)
    }

    /// The number in units of its last decimal.
    public var steps: Int { Int((value * Self.scale(decimals)).rounded()) }

    /// The largest number of ``steps``: what is larger, no binary double holds exactly.
    static let largest = 9e15

    /// How many units of the last decimal make one.
    static func scale(_ decimals: Int) -> Double { (0..<decimals).reduce(1) { scale, _ in scale * 10 } }
}

/// Python that the reader completes: stretches of the lesson's script, `exercise/median` and, where it is tested,
/// `exercise/median-test`.
public struct CodeTask: Hashable, Sendable {
    /// The code with its solution between ``SolutionMarks``.
    public let code: Twin
    /// What the solution passes; nil where nothing tests it.
    public let test: Twin?

    /// What the reader begins with.
    public func starter(in language: Language) -> String { SolutionMarks.starter(of: code.source(in: language)) }

    /// The solution without marks.
    public func solution(in language: Language) -> String { SolutionMarks.solution(of: code.source(in: language)) }
}
