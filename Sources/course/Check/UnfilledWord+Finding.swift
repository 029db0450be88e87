import Documents
import Languages
import Notebook
import Publishing

extension Finding {
    /// What a reader sees a mark instead of, at the line of the word.
    init(_ word: UnfilledWord, in languages: LanguageSet) {
        let parts = word.key.split(separator: ".", maxSplits: 1).map(String.init)
        let set = languages.words[parts[0]]
        let catalogue = ([word.language] + word.language.fallbacks).lazy.compactMap { set?.catalogues[$0.code] }
            .first { $0.entries[parts[parts.count - 1]] != nil }
        let line = catalogue?.entries[parts[parts.count - 1]]?.line
        let what: String
        if let slot = word.slot {
            what = "readers see ⟨\(word.key): \(slot)⟩: the slot {\(slot)} can't write what the program hands over"
        } else {
            what = "readers see ⟨\(word.key)⟩: no file has this word"
        }
        self.init(
            lesson: word.lesson, file: catalogue?.file ?? set?.leader?.file ?? "", line: line ?? 1, what: what,
            remedy: word.slot == nil ? "Write it there" : "Write the slot as the course's own file has it")
    }
}
