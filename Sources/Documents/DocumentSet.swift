import Languages

/// One lesson's documents in all languages that it has, in step: the same blocks in the same order, the same headings,
/// and in every block the same slots.
public struct DocumentSet: Hashable, Sendable {
    /// By the code of the language.
    public let documents: [String: Document]

    /// - Parameter documents: each with the code of its language, the one that leads first.
    /// - Throws: ``DocumentError`` for the first place where two of them part, and for messages that can't be read.
    public init(_ documents: [(language: String, document: Document)]) throws(DocumentError) {
        self.documents = Dictionary(documents.map { ($0.language, $0.document) }) { first, _ in first }
        guard let first = documents.first else { return }
        let leader = try DocumentShape(of: first.document)
        for (_, document) in documents.dropFirst() {
            try DocumentShape(of: document).check(against: leader)
        }
    }
}
