import Storage

/// What may stand at a place of a file. Reading (``FormReader``) and the schema for editors (``FormSchema``) both follow
/// it, so that one can't say what the other does not.
indirect enum Form: Sendable {
    case whole(ClosedRange<UInt64>)
    case number(NumberRange)
    /// One of some words; for who looks for another one, a sentence on how that is done.
    case word([String], else: String = "")
    /// Letters, digits, hyphens, low lines and points, at most so many; the first is a letter or a digit.
    case name(limit: Int)
    /// Anything in quotation marks, which nobody reads.
    case text
    case list(of: Form, ClosedRange<Int>)
    case object(ObjectForm)
    /// An object of one of several kinds; the member of that name says of which.
    case choice(by: String, [ObjectForm])
}

/// An object: its name, what it is for, its members.
struct ObjectForm: Sendable {
    let name: String
    let meaning: String
    let members: [MemberForm]
}

/// A member of an object.
struct MemberForm: Sendable {
    let name: String
    /// A sentence for editors.
    let meaning: String
    let form: Form
    /// What holds where it is left out.
    let absence: Absence

    enum Absence: Sendable {
        /// It has to be there.
        case refused
        case means(JSONText)
        /// What holds then is not always the same; the meaning says it.
        case known
    }

    init(_ name: String, _ form: Form, _ meaning: String, absent absence: Absence = .refused) {
        self.name = name
        self.form = form
        self.absence = absence
        self.meaning = meaning
    }

    var isRequired: Bool {
        if case .refused = absence { true } else { false }
    }
}

/// Numbers between two bounds, each of which may belong to them or not.
struct NumberRange: Sendable {
    let lower: Double
    let upper: Double
    let hasLower: Bool
    let hasUpper: Bool

    init(_ range: ClosedRange<Double>) {
        (lower, upper, hasLower, hasUpper) = (range.lowerBound, range.upperBound, true, true)
    }

    init(_ range: Range<Double>) {
        (lower, upper, hasLower, hasUpper) = (range.lowerBound, range.upperBound, true, false)
    }

    init(above lower: Double, through upper: Double) {
        (self.lower, self.upper, hasLower, hasUpper) = (lower, upper, false, true)
    }

    func contains(_ number: Double) -> Bool {
        (hasLower ? number >= lower : number > lower) && (hasUpper ? number <= upper : number < upper)
    }

    /// “a number from 0 to 1”.
    var description: String {
        func written(_ number: Double) -> String { JSONText.number(number).line }
        let start = hasLower ? "from \(written(lower))" : "above \(written(lower))"
        return "a number \(start) \(hasUpper ? "to" : "to below") \(written(upper))"
    }
}

extension Form {
    /// What is allowed, for messages.
    var expected: String {
        switch self {
        case .whole(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .number(let range): range.description
        case .word(let words, _): "one of " + words.map { "\"\($0)\"" }.joined(separator: ", ")
        case .name(let limit):
            "a name of at most \(limit) letters, digits, “-”, “_” and “.”, which begins with a letter or a digit"
        case .text: "a text in quotation marks"
        case .list(_, let count): "a list of \(count.lowerBound) to \(count.upperBound) members"
        case .object(let object): "an object with " + object.members.map(\.name).joined(separator: ", ")
        case .choice(let key, let kinds):
            "an object such as { \"\(key)\": \"\(kinds.first?.name ?? "")\" }, of the kinds "
                + kinds.map(\.name).joined(separator: ", ")
        }
    }
}
