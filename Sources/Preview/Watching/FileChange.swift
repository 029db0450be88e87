/// What has become of a file.
public struct FileChange: Equatable, Sendable {
    /// What has happened since it was told of the last time.
    public enum Kind: Sendable {
        case appeared, changed, gone
    }

    /// Below the folder as it was named.
    public let path: String
    /// What has happened to it.
    public let kind: Kind
}
