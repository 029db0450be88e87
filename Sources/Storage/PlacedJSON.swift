/// A JSON value with the place where each part of it stands: for files that people write, so that what is wrong with
/// one can be shown to them where it is.
///
/// What RFC 8259 leaves to readers is refused here: a name that an object has twice, and a nesting without end.
public struct PlacedJSON: Equatable, Sendable {
    /// Where something stands in a text.
    public struct Place: Hashable, Comparable, Sendable {
        /// From 1.
        public let line: Int
        /// The character within the line, from 1.
        public let column: Int

        /// A line and a character in it, both from 1.
        public init(line: Int, column: Int) {
            self.line = line
            self.column = column
        }

        /// Whether one comes before the other.
        public static func < (one: Place, other: Place) -> Bool {
            (one.line, one.column) < (other.line, other.column)
        }
    }

    /// A name in an object and what it stands for.
    public struct Member: Equatable, Sendable {
        /// With its escapes read.
        public let name: String
        /// Where the name begins.
        public let place: Place
        /// What stands behind the colon.
        public let value: PlacedJSON
    }

    /// What the value is.
    public indirect enum Content: Equatable, Sendable {
        case null
        case boolean(Bool)
        /// As it was typed, for callers that need more digits than a `Double` has.
        case number(String)
        case text(String)
        case list([PlacedJSON])
        /// In the order of the text.
        case object([Member])
    }

    /// Where the text stops being JSON.
    public struct Fault: Error, Equatable {
        /// Where something else was expected.
        public let place: Place
        /// What was expected there, in a sentence without its full stop.
        public let problem: String
    }

    /// Where the value begins.
    public let place: Place
    /// What it is.
    public let content: Content

    /// How deep lists and objects may nest.
    public static let depthLimit = 32

    init(place: Place, content: Content) {
        self.place = place
        self.content = content
    }

    /// Reads a text.
    ///
    /// - Parameter bytes: UTF-8, with or without a byte order mark.
    /// - Throws: ``Fault`` at the first place that is no JSON.
    public init(parsing bytes: [UInt8]) throws(Fault) {
        var parser = PlacedJSONParser(bytes)
        self = try parser.whole()
    }

    /// What kind of value it is, for messages: “a list”, “a number”.
    public var kind: String {
        switch content {
        case .null: "null"
        case .boolean: "a truth value"
        case .number: "a number"
        case .text: "a text"
        case .list: "a list"
        case .object: "an object"
        }
    }
}
