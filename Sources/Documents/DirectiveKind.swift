/// The kinds of fenced blocks, and what each wants to be told.
public enum DirectiveKind: String, CaseIterable, Hashable, Sendable {
    /// A figure that the lesson makes: its words, and its caption as text. Under `formerly:` stands what it was called
    /// while it stood in another lesson.
    case figure
    /// A stretch of the lesson's own source, or of a room's: `laplacian`, `Imaging/correlation`. Under `comments:` stands
    /// what its comments say in this language, each behind what it says in the source.
    case listing
    /// What the code above printed.
    case output
    /// A table that the lesson fills: its caption, the heads of its columns, the words in its cells.
    case table
    /// Quantities of the course material beside this run's.
    case comparison
    /// A question to think about, with an ``answer`` in it. Under `goal:` stands which goal of the lesson it is about,
    /// counted from 1; the language that leads says so for all.
    case question
    case answer
    /// Something to do, with an ``answer`` in it, and before that ``hint``s: `:::{exercise} corner`. What it asks for
    /// stands among its options: a number or one of some choices under `answer:`, Python under `code:`.
    case exercise
    /// A step towards the answer of an ``exercise``.
    case hint
    /// A command that the reader can type; the text says what it shows.
    case command
    /// A side note.
    case margin
    /// A picture of the author's, as a figure: `:::{picture} house image=house.jpg`.
    case picture
    /// What a kernel makes of a picture: `:::{convolve} outline image=house.jpg kernel=sobel-x`.
    case convolve
    /// The edges of a picture: `:::{edges} lines image=house.jpg low=20 high=60`.
    case edges
    /// A picture made smaller, window by window: `:::{pool} small image=house.jpg size=2 kind=max`.
    case pool
    /// A network that a file beside the document describes, trained, and one of its figures: `:::{train} net.json
    /// show=confusion`.
    case train
    /// What a trained network answers to a picture: `:::{classify} seven image=digit.png model=compact`.
    case classify
    /// Something to play with, and a figure in its place where a page can't compute: `:::{lab} kernel kernel=sobel-x`.
    case lab

    /// The blocks that a lesson without Swift is made of: what they show the program computes.
    public static let operations: [DirectiveKind] = [.picture, .convolve, .edges, .pool, .train, .classify, .lab]

    /// Whether it shows what the program computes of the block's own attributes.
    public var isOperation: Bool { Self.operations.contains(self) }

    /// What stands behind the name.
    enum Argument {
        case none
        /// Lower-case letters, digits, hyphens and points; a room's name and a slash before it in a listing.
        case id
        /// The same, or nothing.
        case optionalId
        /// The rest of the line.
        case line
        /// An id or a file, and behind it names with values: `outline image=house.jpg kernel=sobel-x`.
        case attributes
    }

    var argument: Argument {
        switch self {
        case .figure, .listing, .output, .table, .comparison: .id
        case .command: .line
        case .picture, .convolve, .edges, .pool, .train, .classify, .lab: .attributes
        case .exercise: .optionalId
        case .question, .answer, .hint, .margin: .none
        }
    }

    /// The options that must be there.
    var required: [String] {
        switch self {
        case .figure, .picture, .convolve, .edges, .pool, .train, .classify, .lab: ["title", "alt"]
        case .table: ["caption", "columns"]
        default: []
        }
    }

    /// The options that may be there as well.
    var optional: [String] {
        switch self {
        case .figure: ["words", "formerly"]
        case .output, .table, .comparison: ["words"]
        case .listing: ["comments"]
        case .question: ["goal"]
        case .exercise: ["goal", "level", "answer", "tolerance", "unit", "choices", "code"]
        default: []
        }
    }

    /// Whether text must stand in it; otherwise none may.
    var holdsText: Bool {
        switch self {
        case .figure, .question, .answer, .exercise, .hint, .command, .margin: true
        case .picture, .convolve, .edges, .pool, .train, .classify, .lab: true
        case .listing, .output, .table, .comparison: false
        }
    }

    /// The kinds that may stand in it.
    var parts: [DirectiveKind] {
        switch self {
        case .question: [.answer]
        case .exercise: [.hint, .answer]
        default: []
        }
    }
}
