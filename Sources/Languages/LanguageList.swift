/// Languages as people type them: `en,es`.
public struct LanguageList: Equatable, Sendable {
    /// Each once, in the order in which they were typed.
    public let languages: [Language]

    /// A word that names no language of the course.
    public struct Unknown: Error, CustomStringConvertible {
        /// What the course is written in, and what may have been meant.
        public let description: String
    }

    /// - Throws: ``Unknown`` for the first word that names none.
    public init(_ text: String) throws(Unknown) {
        var languages: [Language] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let word = part.trimmingSpaces().lowercased()
            guard let language = Language(rawValue: word) else { throw Self.unknown(word) }
            if !languages.contains(language) { languages.append(language) }
        }
        self.languages = languages
    }

    private static func unknown(_ word: String) -> Unknown {
        let known = Language.allCases.map(\.rawValue)
        let question = NearMisses.question(for: word, in: known)
        return Unknown(
            description: "there is no language “\(word)” in this course"
                + (question.isEmpty ? "." : "; " + question) + " It is written in \(known.joined(separator: " and ")).")
    }
}
