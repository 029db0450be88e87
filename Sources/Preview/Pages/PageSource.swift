/// Where pages, pictures and all else that is served come from.
public protocol PageSource: Sendable {
    /// What lies at a path; nil where nothing does. Called on several threads at once. As long as nothing has changed it
    /// is the same bytes: an open page is compared with them, and loaded anew where they differ.
    ///
    /// - Throws: whatever keeps it from being had; its description is shown to the reader, with status 500.
    func content(at path: PagePath) throws -> PageContent?
}

/// What is served at one path.
public struct PageContent: Sendable {
    let bytes: [UInt8]
    let type: ContentType

    /// - Parameter type: HTML is served with the script that loads it anew; UTF-8 wherever it is text.
    public init(_ bytes: [UInt8], type: ContentType) { (self.bytes, self.type) = (bytes, type) }
}
