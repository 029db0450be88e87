/// The order in which people look for names: `a2` before `a10`, `éclair` beside `eclair`, `Zoo` behind `apple`.
///
/// Nothing of it depends on the machine or its language: digits in a row are a number, capitals and accents count only
/// where two names differ in nothing else, and all other characters stand as in Unicode.
enum NaturalOrder {
    /// The elements in the natural order of their names.
    static func sorted<Element>(_ elements: [Element], by name: (Element) -> String) -> [Element] {
        elements.map { ($0, Key(name($0))) }.sorted { $0.1 < $1.1 }.map(\.0)
    }

    /// What a name is sorted by.
    private struct Key: Comparable {
        private let parts: [Part]
        private let name: String

        init(_ name: String) {
            self.name = name
            var parts: [Part] = []
            var digits = ""
            for letter in name.lowercased() {
                if letter.isASCII, letter.isNumber {
                    digits.append(letter)
                    continue
                }
                if !digits.isEmpty { parts.append(.number(digits)) }
                digits = ""
                parts.append(.letter(String(letter.isASCII ? letter : bases[letter] ?? letter)))
            }
            if !digits.isEmpty { parts.append(.number(digits)) }
            self.parts = parts
        }

        static func < (a: Key, b: Key) -> Bool {
            for (one, other) in zip(a.parts, b.parts) where one != other { return one < other }
            if a.parts.count != b.parts.count { return a.parts.count < b.parts.count }
            return a.name == b.name
                ? a.name.unicodeScalars.lexicographicallyPrecedes(b.name.unicodeScalars) : a.name < b.name
        }
    }

    private enum Part: Comparable {
        /// Digits without the zeros before them, however many there are.
        case number(String)
        case letter(String)

        static func < (a: Part, b: Part) -> Bool {
            switch (a, b) {
            case (.number(let one), .number(let other)):
                let (short, long) = (one.drop { $0 == "0" }, other.drop { $0 == "0" })
                return (short.count, String(short)) < (long.count, String(long))
            case (.letter(let one), .letter(let other)): return one < other
            // Where a digit would stand.
            case (.number, .letter(let other)): return "0" < other
            case (.letter(let one), .number): return one < "0"
            }
        }

        static func == (a: Part, b: Part) -> Bool { !(a < b) && !(b < a) }
    }

    /// Latin and Greek letters with one mark, or with two as in Vietnamese, each with the letter below. A letter with its
    /// mark behind it and the same letter as one character are the same to Swift.
    private static let bases: [Character: Character] = {
        let letters = (0x61...0x7A).map { UInt32($0) } + (0x3B1...0x3C9).map { UInt32($0) }
        let shapes: [UInt32] = [0x302, 0x306, 0x31B]
        let tones: [UInt32] = [0x300, 0x301, 0x303, 0x309, 0x323]
        let marks = (UInt32(0x300)...0x331).map { [$0] } + shapes.flatMap { shape in tones.map { [shape, $0] } }
        var bases: [Character: Character] = [:]
        for letter in letters.compactMap(Unicode.Scalar.init) {
            for mark in marks {
                var text = String(letter)
                text.unicodeScalars.append(contentsOf: mark.compactMap(Unicode.Scalar.init))
                // What does not melt into one character is none.
                if let marked = text.first, text.count == 1 { bases[marked] = Character(letter) }
            }
        }
        return bases
    }()
}
