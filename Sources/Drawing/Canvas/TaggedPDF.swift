/// What a PDF tells those who do not see it, as far as Cairo does not say it itself.
///
/// Cairo (1.16 and 1.18) writes the title, the subject and a structure of tags, a document with a figure in it. It has no
/// words for the language of a document and the alternative text of a figure; those are added here, as an update that
/// stands behind the file as it was (ISO 32000-1, 7.5.6). What is still missing for PDF/UA: the figure's words are not
/// tagged one by one, but all together as what the figure is made of; there is no XMP that claims conformity; and fonts
/// are embedded as Cairo embeds them.
enum TaggedPDF {
    /// The file with a figure's alternative text and the document's language.
    ///
    /// - Returns: the file as it was where its objects do not lie open in it.
    static func adding(description: String?, language: String?, to file: [UInt8]) -> [UInt8] {
        guard let trailer = range(of: "trailer", in: file, from: max(0, file.count - 1_024)),
            let root = number(behind: "/Root ", in: file, from: trailer.upperBound),
            let size = number(behind: "/Size ", in: file, from: trailer.upperBound),
            let start = number(behind: "startxref\n", in: file, from: trailer.upperBound),
            let catalogue = object(root, in: file)
        else { return file }
        let info = number(behind: "/Info ", in: file, from: trailer.upperBound).map { " /Info \($0) 0 R" } ?? ""
        var changed = [(root, catalogue, " /ViewerPreferences << /DisplayDocTitle true >>")]
        if let language { changed[0].2 += " /Lang \(literal(language))" }
        if let description, let figure = figure(in: file), let element = object(figure, in: file) {
            changed.append((figure, element, " /Alt \(literal(description))"))
        }
        var result = file
        var entries = "xref\n"
        for (number, content, addition) in changed.sorted(by: { $0.0 < $1.0 }) {
            let place = "\(result.count)"
            entries += "\(number) 1\n\(String(repeating: "0", count: max(0, 10 - place.count)))\(place) 00000 n \n"
            // Behind the last entry of the outermost dictionary.
            guard let end = content.lastRange(of: ">>") else { return file }
            result += Array("\(number) 0 obj\n\(content[..<end.lowerBound])\(addition)\n>>\nendobj\n".utf8)
        }
        let table = result.count
        result += Array(entries.utf8)
        return result
            + Array(
                "trailer\n<< /Size \(size) /Root \(root) 0 R\(info) /Prev \(start) >>\nstartxref\n\(table)\n%%EOF\n"
                    .utf8)
    }

    /// The number of the object that is the figure among the tags.
    private static func figure(in file: [UInt8]) -> Int? {
        guard let mark = range(of: "/S /Figure", in: file, from: 0) else { return nil }
        // Its number stands in the last line before it that begins an object.
        let before = String(decoding: file[max(0, mark.lowerBound - 200)..<mark.lowerBound], as: UTF8.self)
        return before.matches(of: /(\d+) 0 obj/).last.flatMap { Int($0.1) }
    }

    /// What an object holds; nil for one that holds bytes or is not there.
    private static func object(_ number: Int, in file: [UInt8]) -> String? {
        guard let head = range(of: "\n\(number) 0 obj\n", in: file, from: 0),
            let end = range(of: "endobj", in: file, from: head.upperBound)
        else { return nil }
        let content = file[head.upperBound..<end.lowerBound]
        return content.allSatisfy { $0 < 128 } ? String(decoding: content, as: UTF8.self) : nil
    }

    /// The whole number that stands behind some words.
    private static func number(behind words: String, in file: [UInt8], from start: Int) -> Int? {
        guard let place = range(of: words, in: file, from: start) else { return nil }
        return Int(String(decoding: file[place.upperBound...].prefix { (48...57).contains($0) }, as: UTF8.self))
    }

    private static func range(of words: String, in file: [UInt8], from start: Int) -> Range<Int>? {
        let words = Array(words.utf8)
        guard let first = words.first, file.count >= words.count else { return nil }
        var place = start
        while place + words.count <= file.count {
            if file[place] == first, file[place..<(place + words.count)].elementsEqual(words) {
                return place..<(place + words.count)
            }
            place += 1
        }
        return nil
    }

    /// A text in UTF-16, as hexadecimal digits.
    private static func literal(_ text: String) -> String {
        let digits = text.utf16.map { unit in
            let digits = String(unit, radix: 16, uppercase: true)
            return String(repeating: "0", count: 4 - digits.count) + digits
        }
        return "<FEFF\(digits.joined())>"
    }
}

extension String {
    fileprivate func lastRange(of words: String) -> Range<String.Index>? { ranges(of: words).last }
}
