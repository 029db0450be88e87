import Storage

/// A file of a network that can't be read: where, what is wrong, and what is allowed there.
public struct NetworkFileError: Error, Equatable, CustomStringConvertible {
    /// The file, as it was called.
    public let path: String
    /// Where in it; nil where it is wrong as a whole.
    public let place: PlacedJSON.Place?
    /// What is wrong, and what would be right.
    public let problem: String

    /// `net.json:3:15: Conv2D has no “filers”; did you mean filters? …`
    public var description: String {
        path + (place.map { ":\($0.line):\($0.column)" } ?? "") + ": " + problem
    }
}
