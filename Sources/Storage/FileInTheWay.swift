/// A file that is not to be replaced: it stands where the program would write.
public struct FileInTheWay: Equatable, Sendable {
    /// Why not.
    public enum Reason: String, Equatable, Sendable {
        /// The program did not write it.
        case foreign = "not written by this program"
        /// The program wrote it, and somebody has changed it since.
        case changed = "changed since this program wrote it"
        /// Nothing in it can tell who wrote it, and nothing is noted of it.
        case untold = "changed since, or not written by this program"
        /// The program wrote it, and it holds something else.
        case other = "something else that this program wrote"
        /// The program made it, of another picture than the one at hand.
        case otherPicture = "made of another picture"
    }

    /// Where it is.
    public let path: String
    /// Why it stays.
    public let reason: Reason

    /// A file in the way.
    public init(path: String, _ reason: Reason) { (self.path, self.reason) = (path, reason) }

    /// How many are named; the others are counted.
    private static let most = 3

    /// Which ones they are, and what to do.
    ///
    /// - Parameter option: what names another place on the command line, and what kind of place: `a folder with --output`.
    static func sentence(_ files: [FileInTheWay], other place: String) -> String {
        let named = files.prefix(most).map { "\($0.path) (\($0.reason.rawValue))" }
        let rest = files.count > most ? ["\(files.count - most) more"] : []
        let all = named + rest
        let list = all.count == 1 ? all[0] : all.dropLast().joined(separator: ", ") + " and " + all[all.count - 1]
        let (verb, pronoun) = files.count == 1 ? ("is", "it") : ("are", "them")
        return "\(list) \(verb) in the way, and nothing was replaced; name another \(place), move \(pronoun) away, or "
            + "replace \(pronoun) with --force"
    }
}
