import Drawing
import Foundation

extension Shown {
    /// Numbers and words that must be written, each as often as it is named.
    func writes(_ words: [String], _ what: String = "words that are missing") -> Measure {
        var left = texts.map(\.plainNumber)
        var missing = 0
        for word in words {
            if let place = left.firstIndex(of: word.plainNumber) { left.remove(at: place) } else { missing += 1 }
        }
        return .count(0, what, words.isEmpty ? 1 : missing)
    }

    /// The places of what is written, the first of each.
    ///
    /// - Throws: where it is not written.
    func place(of word: String) throws -> Rectangle {
        guard let label = labels.first(where: { $0.text.plainNumber == word.plainNumber }) else {
            throw NothingToMeasure("“\(word)” is not written")
        }
        return label.frame
    }

    /// The numbers that are written, in order.
    var writtenNumbers: [Double] { texts.compactMap { Double($0.plainNumber) } }

    /// The numbers of a plane, as they are written where they are whole.
    func wholeNumbers(_ plane: Int) throws -> [String] { try values(plane).map { "\(Int($0.rounded()))" } }

    /// The numbers in a stretch of the caption, as they are written there.
    ///
    /// - Throws: where the caption has no such stretch.
    func captionNumbers(after start: String, before end: String = "") throws -> [String] {
        var rest = caption[...]
        if !start.isEmpty {
            guard let found = caption.range(of: start) else {
                throw NothingToMeasure("the caption does not say “\(start)”")
            }
            rest = caption[found.upperBound...]
        }
        if !end.isEmpty, let stop = rest.range(of: end) { rest = rest[..<stop.lowerBound] }
        return rest.split { !"0123456789.−-\u{2009}\u{202f},".contains($0) }
            .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: ".,")).plainNumber }
            .filter { Double($0) != nil }
    }
}

extension String {
    /// The text with the minus of programs, without the spaces and commas that group digits.
    var plainNumber: String {
        let plain = replacing("−", with: "-").replacing("\u{2009}", with: "").replacing("\u{202f}", with: "")
        let ungrouped = plain.replacing(",", with: "")
        return Double(ungrouped) == nil ? plain : ungrouped
    }
}

extension Shown {
    /// One of the numbers in the title.
    func title(numberAt index: Int) -> Double {
        let numbers = title.split { !"0123456789.−".contains($0) }.compactMap { Double(String($0).plainNumber) }
        return numbers.indices.contains(index) ? numbers[index] : .nan
    }
}
