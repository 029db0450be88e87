import Languages
import Snippets

/// A listing's Python: a stretch of the lesson's script.
public struct Twin: Hashable, Sendable {
    /// The script's path in the repository.
    public let file: String
    /// The stretch.
    public let piece: PythonScript.Piece
    let words: ScriptWords

    /// The lines as a reader of this language sees them: as many, with the same code in them.
    public func source(in language: Language) -> String { words.source(of: piece, in: language) }
}

/// What the comments and the texts of a script say in other languages.
public struct ScriptWords: Hashable, Sendable {
    let all: [Language: CommentWords]

    /// A stretch as a reader of this language sees it.
    public func source(of piece: PythonScript.Piece, in language: Language) -> String {
        translated(piece, to: language)?.source ?? piece.source
    }

    /// nil where the language has no words for it.
    func translated(_ piece: PythonScript.Piece, to language: Language) -> TranslatedSource? {
        guard let entries = language.nearest({ all[$0]?.entries }), !entries.isEmpty else { return nil }
        return TranslatedSource(piece.source, words: entries.mapValues(\.text), as: .python)
    }
}

/// A lesson's Python, with its words.
public struct LessonScript: Hashable, Sendable {
    /// What is run, top to bottom.
    public let script: PythonScript
    /// In the languages of the course.
    public let words: ScriptWords

    /// The twin of a listing, by what its block calls it: `laplacian`, `Imaging/correlation`.
    func twin(_ name: String) -> Twin? {
        script[name].map { Twin(file: script.file, piece: $0, words: words) }
    }
}
