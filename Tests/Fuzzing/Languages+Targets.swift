import Documents
import Languages
import Texts

extension FuzzTarget {
    /// What translators write: messages, and the rules of a language.
    static let languages = [
        FuzzTarget(
            name: "message",
            seeds: Seeds.texts(
                "{a} {b, number, ::%x100 .00} {c, number, ::group-off} {d, list, and} it''s '{'",
                "{n, plural, =0 {no} one {# of {a}} other {{b, select, more {$5} other {`}`}}}}",
                "a $\\val{a} + \\val{b, number, ::.0}$ \\{\n```\n{\n```\n- $$\n> ~~~\n")
        ) { bytes in
            let translated = courseLanguages[courseLanguages.count - 1]
            // The first bit chooses the dialect, so that both are tried on what the fuzzer learns.
            let dialect: Message.Dialect = (bytes.first ?? 0) & 1 == 0 ? .plain : .markdown
            let source = text(Array(bytes.dropFirst()))
            let message: Message
            do { message = try Message(source, dialect: dialect) } catch let error as MessageError {
                promise(error.line >= 1 && error.column >= 1 && !error.problem.isEmpty)
                throw error
            }
            let lines = 1 + source.utf8.count { $0 == UInt8(ascii: "\n") }
            promise(message.slots.allSatisfy { (1...lines).contains($0.line) && !$0.name.isEmpty })
            promise(message.literals.allSatisfy { (1...lines).contains($0.line) })
            if message.slots.isEmpty, !source.utf8.contains(UInt8(ascii: "'")) {
                promise(message.literals.map(\.text).joined().utf8.elementsEqual(source.utf8))
            }
            try? message.check(in: translated.rules)
            for arguments in [values(for: message, fitting: true), values(for: message, fitting: false)] {
                if let phrase = try? message.phrase(arguments, in: translated.rules) {
                    _ = phrase.text(in: NumberFormat(translated))
                }
            }
        },
        FuzzTarget(
            name: "plural-rules",
            seeds: Seeds.texts(
                "i = 1 and v = 0", "v = 0 and i % 10 = 2..4, 7 and i % 100 != 12..14 or f != 0 @integer 2~4",
                "e = 0 and i != 0 and t % 1000000 = 0 or w != 0..5")
        ) { bytes in
            let rules = try PluralRules(["few": text(bytes)])
            promise(rules.categories == [.few, .other])
            for value in [0, 1, 14, .max, .min] { _ = rules.category(of: value) }
            for value in [0, -0.5, 1e300, .leastNonzeroMagnitude, .nan] { _ = rules.category(of: value, decimals: 3) }
        },
    ]

    /// A value for each slot: of the kind that it asks for, or of any kind.
    private static func values(for message: Message, fitting: Bool) -> [String: Argument] {
        let any: [Argument] = [
            .integer(.min), .number(-1e300), .text(""), .phrase("\(1)"), .outcome("more"), .list([]),
        ]
        return Dictionary(
            message.slots.enumerated().map { index, slot in
                guard fitting else { return (slot.name, any[index % any.count]) }
                return switch slot.kind {
                case .value: (slot.name, .text("a"))
                case .number(.decimals), .number(.percent): (slot.name, .number(0.5))
                case .number, .plural: (slot.name, .integer(index))
                case .select: (slot.name, .outcome(slot.branches[0]))
                case .list: (slot.name, .list([.integer(1), .text("i"), .phrase("o")]))
                }
            }, uniquingKeysWith: { first, _ in first })
    }
}

extension FuzzTarget {
    /// The languages that the program carries; a fuzzer without them would try nothing.
    static let courseLanguages: [Language] = {
        let files = Texts.files.filter { $0.key.contains("/language.") }
        guard let set = try? LanguageSet(files), !set.languages.isEmpty else {
            fatalError("the program has no languages")
        }
        return set.languages
    }()
}
