extension LanguageRules {
    /// What a dictionary sorts a word by: accents and case do not count, but a letter of the language's own comes behind
    /// the one that it follows.
    public func sortingKey(of word: String) -> String {
        String(
            word.lowercased().flatMap { letter -> [Character] in
                if let before = letters[letter] { return [before, "\u{7F}"] }
                return [Self.bases[letter] ?? letter]
            })
    }

    /// Latin letters with an accent, each with the one below it.
    private static let bases: [Character: Character] = {
        let families: [(Character, String)] = [
            ("a", "áàâäãåā"), ("c", "çćč"), ("e", "éèêëēęě"), ("i", "íìîïī"), ("n", "ñńň"), ("o", "óòôöõō"),
            ("s", "śšş"), ("u", "úùûüūů"), ("y", "ýÿ"), ("z", "źżž"),
        ]
        return Dictionary(
            families.flatMap { base, accented in accented.map { ($0, base) } }, uniquingKeysWith: { first, _ in first })
    }()
}
