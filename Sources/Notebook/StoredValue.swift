import Datasets
import Platform

/// What a unit keeps in the store: numbers that a lesson shows.
///
/// The SHA-256 of an entry says that its bytes are those that were written, not that this program wrote them: a store
/// may lie where others write too. So a value that comes from there is checked before a lesson sees it.
public protocol StoredValue: Codable, Sendable {
    /// Checks what the members' types leave open and readers take for granted: how many there are of something, and
    /// between which limits a number lies.
    ///
    /// - Throws: ``ImpossibleValue`` naming the first member that no run of this program can have measured.
    func check() throws(ImpossibleValue)

    /// How many classes it tells of, where it does: as many as the data have. `nil` by default.
    var classCount: Int? { get }
}

extension StoredValue {
    /// It tells of no classes.
    public var classCount: Int? { nil }
}

/// A number, or a count of numbers, that is impossible: no run can have measured it.
public struct ImpossibleValue: Error, CustomStringConvertible {
    /// What is wrong with which member.
    public let description: String

    /// Says what is wrong.
    public init(_ description: String) { self.description = description }
}

/// The checks of which a ``StoredValue`` makes its own.
public enum Expect {
    /// What a count of images, pixels or mistakes lies between: with a million of them a sum is still an integer.
    public static let counts = 0...1_000_000_000_000
    /// What a share, a probability or an accuracy lies between.
    public static let shares = 0.0...1.0
    /// What the answer of a layer, a weight or a decibel lies between; a training that leaves it has diverged.
    public static let magnitudes = -1e9...1e9
    /// What a loss or an error lies between.
    public static let errors = 0...magnitudes.upperBound

    /// - Throws: ``ImpossibleValue`` where the number is outside the limits.
    public static func number<Number: Comparable>(
        _ name: String, _ value: Number, in limits: ClosedRange<Number>
    ) throws(ImpossibleValue) {
        guard limits.contains(value) else {
            throw ImpossibleValue("\(name) is \(value), not \(limits.lowerBound) to \(limits.upperBound)")
        }
    }

    /// - Throws: ``ImpossibleValue`` where there are more or fewer.
    public static func count(_ name: String, _ values: some Collection, in limits: ClosedRange<Int>)
        throws(ImpossibleValue)
    {
        guard limits.contains(values.count) else {
            let range = limits.count == 1 ? "\(limits.lowerBound)" : "\(limits.lowerBound) to \(limits.upperBound)"
            throw ImpossibleValue("\(name) has \(values.count) entries, not \(range)")
        }
    }

    /// - Throws: ``ImpossibleValue`` where there are more or fewer.
    public static func count(_ name: String, _ values: some Collection, is count: Int) throws(ImpossibleValue) {
        try self.count(name, values, in: count...count)
    }

    /// - Throws: ``ImpossibleValue`` where there are more or fewer numbers, or one is outside the limits.
    public static func numbers<Number: Comparable>(
        _ name: String, _ values: [Number], count: Int, in limits: ClosedRange<Number>
    ) throws(ImpossibleValue) {
        try self.count(name, values, is: count)
        for value in values { try number(name, value, in: limits) }
    }

    /// The answers of a map: `rows` × `columns` of them, row after row.
    ///
    /// - Throws: ``ImpossibleValue`` where there are more or fewer, or one is enormous.
    public static func map(_ name: String, _ values: [Float], rows: Int, columns: Int) throws(ImpossibleValue) {
        let limits = Float(magnitudes.lowerBound)...Float(magnitudes.upperBound)
        try numbers(name, values, count: rows * columns, in: limits)
    }

    /// The bytes of a picture: `rows` × `columns` of them, row after row, or three times as many in colour.
    ///
    /// - Throws: ``ImpossibleValue`` where there are more or fewer.
    public static func picture(_ name: String, _ pixels: Data, rows: Int, columns: Int) throws(ImpossibleValue) {
        if pixels.count == 3 * rows * columns { return }
        try count(name, pixels, is: rows * columns)
    }

    /// The size of pictures or maps, in pixels.
    ///
    /// - Throws: ``ImpossibleValue`` where a side is not 1 to 4,096.
    public static func size(rows: Int, columns: Int) throws(ImpossibleValue) {
        try number("rows", rows, in: 1...4_096)
        try number("columns", columns, in: 1...4_096)
    }

    /// The class of a picture of a data set.
    ///
    /// - Parameter classes: how many there are; as many as a byte tells apart where the value does not know.
    /// - Throws: ``ImpossibleValue`` where it is none of them.
    public static func label(_ name: String, _ label: Int, of classes: Int = 256) throws(ImpossibleValue) {
        try number(name, label, in: 0...classes - 1)
    }
}
