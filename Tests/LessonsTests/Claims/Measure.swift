/// A number that was measured in a drawing, and between what it has to lie for the drawing to show what is said.
struct Measure: CustomStringConvertible {
    /// What was measured, with its unit.
    let what: String
    /// How much it is.
    let value: Double
    /// Where it has to lie.
    let bounds: ClosedRange<Double>

    /// Whether the drawing shows it. What is not a number shows nothing.
    var holds: Bool { bounds.contains(value) }

    var description: String { "\(what): \(value), not in \(bounds)" }

    /// As much, or more.
    static func atLeast(_ least: Double, _ what: String, _ value: Double) -> Measure {
        Measure(what: what, value: value, bounds: least...Double.infinity)
    }

    /// As much, or less.
    static func atMost(_ most: Double, _ what: String, _ value: Double) -> Measure {
        Measure(what: what, value: value, bounds: -Double.infinity...most)
    }

    /// As much, give or take a little.
    static func about(_ expected: Double, within tolerance: Double = 1e-9, _ what: String, _ value: Double) -> Measure {
        Measure(what: what, value: value, bounds: (expected - tolerance)...(expected + tolerance))
    }

    /// As many.
    static func count(_ expected: Int, _ what: String, _ value: Int) -> Measure {
        about(Double(expected), what, Double(value))
    }

    /// Something that is so or not.
    static func holds(_ what: String, _ isSo: Bool) -> Measure { about(1, what, isSo ? 1 : 0) }
}

/// What a figure's title, caption or alternative text says must be seen, and how that is measured in what is drawn.
struct Claim: Sendable {
    /// The lesson and the figure, as people type them.
    let figure: String
    /// The claim, in a sentence.
    let says: String
    /// Measures it. What throws is not shown either.
    let measured: @Sendable (Shown) throws -> [Measure]

    init(_ figure: String, _ says: String, _ measured: @escaping @Sendable (Shown) throws -> [Measure]) {
        self.figure = figure
        self.says = says
        self.measured = measured
    }

    /// What falls short in a drawing, in words; nothing where it shows what is said.
    func shortfalls(in shown: Shown) -> [String] {
        do {
            let measures = try measured(shown)
            if measures.isEmpty { return ["nothing was measured"] }
            return measures.filter { !$0.holds }.map(\.description)
        } catch {
            return ["\(error)"]
        }
    }
}

/// Why nothing can be measured in a drawing.
struct NothingToMeasure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
