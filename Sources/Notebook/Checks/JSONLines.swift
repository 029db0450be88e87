import Platform

/// JSON arrays with an element a line, so that a change shows as the lines that it touches.
enum JSONLines {
    static func encode(_ elements: [some Encodable]) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let lines = try elements.map { String(decoding: try encoder.encode($0), as: UTF8.self) }
        return Array(("[\n" + lines.joined(separator: ",\n") + "\n]\n").utf8)
    }
}
