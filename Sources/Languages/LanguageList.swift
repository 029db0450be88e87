/// Languages as people type them: `en,es`.
public struct LanguageList: Equatable, Sendable {
    /// Codes, each once, in the order in which they were typed.
    public let codes: [String]
    /// Where they were typed, for errors; nil on the command line.
    public let place: String?

    /// A word that names no language of the course.
    public struct Unknown: Error, CustomStringConvertible {
        /// What the course is written in, and what may have been meant.
        public let description: String
    }

    /// Any words with commas between them; which of them are languages, the course knows.
    ///
    /// - Parameter place: the file and the line, for errors.
    public init(_ text: String, from place: String? = nil) {
        self.place = place
        var codes: [String] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let word = part.trimmingSpaces()
            if !codes.contains(where: { $0.lowercased() == word.lowercased() }) { codes.append(word) }
        }
        self.codes = codes
    }

    /// The languages that are meant; case does not count.
    ///
    /// - Throws: ``Unknown`` for the first word that names none.
    public func languages(among known: [Language]) throws(Unknown) -> [Language] {
        var languages: [Language] = []
        for code in codes {
            guard let language = known.first(where: { $0.code.lowercased() == code.lowercased() }) else {
                throw unknown(code, known.map(\.code))
            }
            languages.append(language)
        }
        return languages
    }

    private func unknown(_ word: String, _ known: [String]) -> Unknown {
        let question = NearMisses.question(for: word, in: known)
        let list =
            known.count > 1
            ? known.dropLast().joined(separator: ", ") + " and \(known[known.count - 1])" : known.joined()
        return Unknown(
            description: (place.map { $0 + ": " } ?? "") + "there is no language “\(word)” in this course"
                + (question.isEmpty ? "." : "; " + question) + " It is written in \(list).")
    }
}
