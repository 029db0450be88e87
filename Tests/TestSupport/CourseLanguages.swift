import Documents
import Languages
import Notebook
import Texts

extension LanguageSet {
    /// The languages of the course, as its files declare them.
    public static let course: LanguageSet = {
        do { return try LanguageSet(Texts.files) } catch { fatalError("\(error)") }
    }()
}

extension Language {
    /// English, as its file declares it.
    public static let en = named("en")
    /// Spanish, as its file declares it.
    public static let es = named("es")

    /// What a report is written in.
    public static let allCases = [en, es]

    private static func named(_ code: String) -> Language {
        guard let language = LanguageSet.course[code] else { fatalError("Lessons/Languages declares no \(code)") }
        return language
    }
}

extension Localized {
    /// The same content twice, each in good language of its own.
    public init(en: Phrase, es: Phrase) { self.init([.en: en, .es: es]) }

    /// The English text.
    public var en: Phrase { self[.en] }
    /// The Spanish one.
    public var es: Phrase { self[.es] }
}

extension Term {
    /// A term with its forms in both languages: `kernel|kernels`.
    public init(_ id: String, en: String, es: String, lesson: String, _ definition: Localized) {
        self.init(id, forms: [.en: en, .es: es], lesson: lesson, definition)
    }
}

extension DocumentLibrary {
    /// Documents in the languages of the course.
    public init(sample files: [String: String]) throws(DocumentError) {
        try self.init(
            files.merging(Texts.files.filter { $0.key.hasPrefix("Lessons/Languages/language.") }) { own, _ in own })
    }
}
