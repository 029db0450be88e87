import Figures
import Languages

/// What a lesson's code hands to its documents: values, figures, tables and outputs, each under a name, and no words.
///
///     material.value("similar", Int(similar))
///     material.figure("laplacian") { _ in BeforeAfter(.gray(gray), .laplacian8, .gray(edges)) }
public struct Material: Sendable {
    /// Makes a figure with the words that the documents have for it.
    public typealias Drawing = @Sendable (BlockWords) throws -> any Figure
    /// Fills a table, row by row.
    public typealias Filling = @Sendable (BlockWords) throws -> [[Localized]]
    /// Says in the documents' words what code printed.
    public typealias Printing = @Sendable (BlockWords) throws -> Localized
    /// Sets quantities of the course material beside this run's.
    public typealias Comparing = @Sendable (BlockWords) throws -> [Comparison]

    /// Something that was handed over, and where in the lesson's code.
    struct Named<Thing: Sendable>: Sendable {
        let thing: Thing
        /// `Lessons/Edges.swift:34`.
        let place: String
    }

    private(set) var values: [String: Named<Value>] = [:]
    private(set) var figures: [String: Named<Drawing>] = [:]
    private(set) var tables: [String: Named<Filling>] = [:]
    private(set) var comparisons: [String: Named<Comparing>] = [:]
    private(set) var outputs: [String: Named<Printing>] = [:]
    private(set) var results = Results()
    /// The values that no slot has to read.
    private(set) var offered: Set<String> = []
    /// The figures that show the course's picture, or what was made of it.
    private(set) var figuresOfPicture: Set<String> = []
    /// What a page that computes shows in the place of a figure, by the figure's name.
    private(set) var labs: [String: Lab] = [:]
    /// What was handed over under a name that was taken.
    private(set) var repeated: [Named<String>] = []

    /// Nothing yet.
    public init() {}

    private mutating func keep<Thing>(
        _ thing: Thing, as name: String, in things: WritableKeyPath<Material, [String: Named<Thing>]>, _ file: String,
        _ line: Int
    ) {
        let place = "\(file):\(line)"
        if self[keyPath: things].updateValue(Named(thing: thing, place: place), forKey: name) != nil {
            repeated.append(Named(thing: name, place: place))
        }
    }

    /// What a slot reads.
    ///
    /// - Parameter name: letters and digits: what stands between the braces.
    public mutating func value(_ name: String, _ value: Value, file: String = #fileID, line: Int = #line) {
        keep(value, as: name, in: \.values, file, line)
    }

    /// A whole number for a slot.
    public mutating func value(_ name: String, _ number: Int, file: String = #fileID, line: Int = #line) {
        keep(.integer(number), as: name, in: \.values, file, line)
    }

    /// A number for a slot, which says with how many decimals it is written.
    public mutating func value(_ name: String, _ number: Double, file: String = #fileID, line: Int = #line) {
        keep(.number(number), as: name, in: \.values, file, line)
    }

    /// A value that documents may show or leave.
    ///
    /// - Parameters:
    ///   - file: of the block that it comes from.
    ///   - line: of the block, from 1.
    mutating func offer(_ name: String, _ value: Value, file: String, line: Int) {
        offered.insert(name)
        keep(value, as: name, in: \.values, file, line)
    }

    /// What came of something, for `select`: its branches are the names of the cases.
    public mutating func outcome<Outcome>(
        _ name: String, _ outcome: Outcome, file: String = #fileID, line: Int = #line
    ) where Outcome: CaseIterable & RawRepresentable<String> {
        keep(
            .outcome(outcome.rawValue, of: Outcome.allCases.map(\.rawValue)), as: name, in: \.values, file, line)
    }

    /// Whether something is so, for `select`: its branches are `yes` and `no`.
    public mutating func outcome(_ name: String, _ isSo: Bool, file: String = #fileID, line: Int = #line) {
        keep(.isSo(isSo), as: name, in: \.values, file, line)
    }

    /// A figure, drawn when somebody asks for it.
    ///
    /// - Parameter showsPicture: whether it shows the course's picture, or what was made of it: with a picture of the
    ///   reader's own in its place, the figure says so.
    public mutating func figure(
        _ id: String, showsPicture: Bool = false, file: String = #fileID, line: Int = #line, _ draw: @escaping Drawing
    ) {
        if showsPicture { figuresOfPicture.insert(id) }
        keep(draw, as: id, in: \.figures, file, line)
    }

    /// What stands in the place of a figure on a page that computes.
    ///
    /// - Parameter id: of a figure that was handed over.
    public mutating func lab(_ id: String, _ lab: Lab) { labs[id] = lab }

    /// The cells of a table, as many in each row as the documents name columns. CommonMark.
    public mutating func table(
        _ id: String, file: String = #fileID, line: Int = #line, _ rows: @escaping Filling
    ) {
        keep(rows, as: id, in: \.tables, file, line)
    }

    /// Quantities of the course material beside this run's.
    public mutating func comparison(
        _ id: String, file: String = #fileID, line: Int = #line, _ rows: @escaping Comparing
    ) {
        keep(rows, as: id, in: \.comparisons, file, line)
    }

    /// What the code of a listing printed, where that is the same in every language: numbers and names of code.
    public mutating func output(_ name: String, _ text: String, file: String = #fileID, line: Int = #line) {
        output(name, file: file, line: line) { _ in Localized(same: Phrase(text)) }
    }

    /// What the code of a listing printed, where there are words in it: they stand under `words:` in the block.
    public mutating func output(
        _ name: String, file: String = #fileID, line: Int = #line, _ text: @escaping Printing
    ) {
        keep(text, as: name, in: \.outputs, file, line)
    }

    /// Keeps a value that the page shows for `results/<lesson>.json`.
    public mutating func record(_ name: String, _ value: some Encodable & Sendable) { results.record(name, value) }
}
