/// Writes the numbers of a drawing with no more digits than anybody can see.
enum SVGNumbers {
    /// A list of numbers and letters, such as a path's, with at most `places` decimals. What is no number is kept.
    static func shortened(_ text: String, places: Int) -> String {
        let source = Array(text.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(source.count)
        var index = 0
        while index < source.count {
            let byte = source[index]
            if isNumberStart(byte) {
                index = append(numberAt: index, of: source, places: places, to: &result)
            } else {
                // Beside a letter nothing has to part the numbers.
                let isSpare =
                    byte == UInt8(ascii: " ")
                    && (result.last.map(isLetter) ?? true || index + 1 == source.count || isLetter(source[index + 1]))
                if !isSpare { result.append(byte) }
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// A path without the step that Cairo leaves behind a closed outline, where nothing is drawn any more.
    static func path(_ text: String, places: Int) -> String {
        var path = shortened(text, places: places)
        if let last = path.lastIndex(of: "M"), last > path.startIndex,
            path[last...].dropFirst().allSatisfy({ !$0.isLetter })
        {
            path = String(path[..<last])
        }
        return path
    }

    private static func append(
        numberAt start: Int, of source: [UInt8], places: Int, to result: inout [UInt8]
    ) -> Int {
        var index = start
        let isNegative = source[index] == UInt8(ascii: "-")
        if isNegative { index += 1 }
        // Thousandths and the like as whole numbers: exact, and quick. Six digits before the point are a wall.
        var value = 0
        var decimals = -1
        var isKept = false
        while index < source.count {
            let byte = source[index]
            if byte == UInt8(ascii: "."), decimals < 0 {
                decimals = 0
            } else if let digit = digit(byte) {
                if decimals < places + 1 {
                    // Ten to the power of six is still to come.
                    guard value < 1 << 39 else {
                        isKept = true
                        break
                    }
                    value = value * 10 + digit
                    if decimals >= 0 { decimals += 1 }
                }
            } else {
                break
            }
            index += 1
        }
        guard !isKept, index > start + (isNegative ? 1 : 0), !(index < source.count && source[index] == 0x65) else {
            // An exponent or a number without end: as it was.
            let end = source[start...].firstIndex { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ",") }
            result += source[start..<(end ?? source.count)]
            return end ?? source.count
        }
        for _ in max(decimals, 0)..<(places + 1) { value *= 10 }
        let rounded = (value + 5) / 10
        result += digits(of: rounded, isNegative: isNegative && rounded != 0, places: places)
        return index
    }

    private static func digits(of value: Int, isNegative: Bool, places: Int) -> [UInt8] {
        var digits = Array(String(value).utf8)
        if places > 0 {
            while digits.count <= places { digits.insert(UInt8(ascii: "0"), at: 0) }
            digits.insert(UInt8(ascii: "."), at: digits.count - places)
            while digits.last == UInt8(ascii: "0") { digits.removeLast() }
            if digits.last == UInt8(ascii: ".") { digits.removeLast() }
            if digits.count > 2, digits[0] == UInt8(ascii: "0"), digits[1] == UInt8(ascii: ".") { digits.removeFirst() }
        }
        return isNegative ? [UInt8(ascii: "-")] + digits : digits
    }

    private static func isNumberStart(_ byte: UInt8) -> Bool {
        digit(byte) != nil || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }

    private static func digit(_ byte: UInt8) -> Int? {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? Int(byte - UInt8(ascii: "0")) : nil
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
