import Languages
import Notebook

/// Finds the first use of each term in a page's prose and links it to the glossary.
///
/// Words are compared whole and without regard to case, so that *pool* is not found in *pooling*; the longest term that
/// fits wins, so that *max pooling* is not taken for *pooling*. Headings, code, formulas and links stay as they are.
struct TermLinker {
    /// The name of the page that links lead to.
    static let page = "glossary"

    /// Forms by their first word, the longest first.
    private let forms: [String: [(words: [String], id: String)]]
    private var linked: Set<String> = []

    init(_ glossary: Glossary, in language: Language) {
        var forms: [String: [(words: [String], id: String)]] = [:]
        for term in glossary.terms {
            for form in term.forms(in: language) {
                let words = Self.pieces(of: form).filter(\.isWord).map { $0.text.lowercased() }
                guard let first = words.first else { continue }
                forms[first, default: []].append((words, term.id))
            }
        }
        self.forms = forms.mapValues { $0.sorted { ($1.words.count, $0.id) < ($0.words.count, $1.id) } }
    }

    /// The same blocks with first uses linked. Call it for the blocks of a page in their order.
    mutating func link(_ blocks: [Block]) -> [Block] {
        guard !forms.isEmpty else { return blocks }
        var result: [Block] = []
        for block in blocks {
            switch block {
            case .paragraph(let inlines): result.append(.paragraph(link(inlines)))
            case .plain(let inlines): result.append(.plain(link(inlines)))
            case .list(let start, let items):
                var linked: [[Block]] = []
                for item in items { linked.append(link(item)) }
                result.append(.list(start: start, items: linked))
            case .note(let content): result.append(.note(link(content)))
            case .heading, .code, .rule, .table: result.append(block)
            }
        }
        return result
    }

    private mutating func link(_ inlines: [Inline]) -> [Inline] {
        var result: [Inline] = []
        for inline in inlines {
            switch inline {
            case .text(let text): result += link(text)
            case .emphasis(let content): result.append(.emphasis(link(content)))
            case .strong(let content): result.append(.strong(link(content)))
            case .code, .link, .mathematics, .lineBreak: result.append(inline)
            }
        }
        return result
    }

    private mutating func link(_ text: String) -> [Inline] {
        let pieces = Self.pieces(of: text)
        var result: [Inline] = []
        var plain = ""
        var index = 0
        while index < pieces.count {
            if let (count, id) = match(pieces[index...]), linked.insert(id).inserted {
                if !plain.isEmpty { result.append(.text(plain)) }
                plain = ""
                let words = pieces[index..<index + count].map(\.text).joined()
                result.append(.link(target: "\(Self.page).html#\(id)", [.text(words)]))
                index += count
            } else {
                plain += pieces[index].text
                index += 1
            }
        }
        if !plain.isEmpty { result.append(.text(plain)) }
        return result
    }

    /// The longest form at the start of these pieces: how many of them it takes, and whose it is.
    private func match(_ pieces: ArraySlice<Piece>) -> (count: Int, id: String)? {
        guard let first = pieces.first, first.isWord else { return nil }
        for form in forms[first.text.lowercased()] ?? [] {
            // A word, then for each word more a gap and the word.
            let count = 2 * form.words.count - 1
            guard count <= pieces.count else { continue }
            let window = pieces.prefix(count)
            let words = window.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
            let gaps = window.enumerated().filter { !$0.offset.isMultiple(of: 2) }.map(\.element)
            if words.map({ $0.text.lowercased() }) == form.words, gaps.allSatisfy(\.isGap) { return (count, form.id) }
        }
        return nil
    }

    private struct Piece {
        let text: String
        let isWord: Bool

        /// What may stand between two words of a term: one blank or line break.
        var isGap: Bool { !isWord && text.count == 1 && text.allSatisfy(\.isWhitespace) }
    }

    /// Words, and what stands between them. A hyphen within a word belongs to it: *one-hot*, *up-sampling*.
    private static func pieces(of text: String) -> [Piece] {
        let characters = Array(text)
        func isPart(_ index: Int) -> Bool {
            guard characters.indices.contains(index) else { return false }
            let character = characters[index]
            if character.isLetter || character.isNumber { return true }
            return character == "-" && characters.indices.contains(index - 1) && characters[index - 1].isLetter
                && characters.indices.contains(index + 1) && characters[index + 1].isLetter
        }
        var pieces: [Piece] = []
        var start = 0
        while start < characters.count {
            let isWord = isPart(start)
            var end = start + 1
            while end < characters.count, isPart(end) == isWord { end += 1 }
            pieces.append(Piece(text: String(characters[start..<end]), isWord: isWord))
            start = end
        }
        return pieces
    }
}
