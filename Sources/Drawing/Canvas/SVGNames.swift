/// Cairo names the parts of an SVG file by a count that goes on from file to file (`surface15`), so that the
/// same drawing gives other bytes each time. Here every file counts its names from one.
enum SVGNames {
    private static let announcement = Array(" id=\"".utf8)

    /// The document with names of letters and digits renumbered in the order of their first appearance.
    static func renumbered(_ document: [UInt8]) -> [UInt8] {
        var names: [ArraySlice<UInt8>: [UInt8]] = [:]
        var counts: [ArraySlice<UInt8>: Int] = [:]
        var result: [UInt8] = []
        result.reserveCapacity(document.count)
        var index = 0
        while index < document.count {
            guard let start = nameStart(in: document, at: index) else {
                result.append(document[index])
                index += 1
                continue
            }
            let stem = document[start...].prefix(while: isLetter)
            let digits = document[stem.endIndex...].prefix(while: isDigit)
            let name = document[start..<digits.endIndex]
            let isWhole =
                digits.endIndex < document.count
                && [UInt8(ascii: "\""), UInt8(ascii: ")")].contains(document[digits.endIndex])
            result += document[index..<start]
            index = name.endIndex
            guard !stem.isEmpty, !digits.isEmpty, isWhole else {
                result += name
                continue
            }
            if names[name] == nil {
                counts[stem, default: 0] += 1
                names[name] = Array(stem) + Array(String(counts[stem, default: 0]).utf8)
            }
            result += names[name] ?? Array(name)
        }
        return result
    }

    /// Where a name begins if one is announced at `index`: after `id="` or `#`.
    private static func nameStart(in document: [UInt8], at index: Int) -> Int? {
        if document[index] == UInt8(ascii: "#") { return index + 1 }
        guard document[index] == UInt8(ascii: " "), document[index...].starts(with: announcement) else { return nil }
        return index + announcement.count
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
