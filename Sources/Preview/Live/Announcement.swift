/// What open pages are told.
public enum Announcement: Equatable, Sendable {
    /// These paths have other content now; none means that anything may have. Pages fetch themselves anew and show what
    /// differs; pictures, style sheets and scripts that they use are looked for among the paths.
    case changed([String])
    /// Something that takes a while is under way, such as a build. Pages say so until something else is announced.
    case working(String)
    /// What was changed can't be shown: why, and where, if that is known. Pages keep what they have and say so, those
    /// that are opened later as well, until ``mended``.
    case failed(message: String, file: String?, line: Int?)
    /// What had failed is well again.
    case mended
}
