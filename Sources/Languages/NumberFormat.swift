/// How numbers are written for a reader: a language and its decimal mark.
///
/// The customs are the language's rules: English groups thousands with a comma from four digits on; Spanish groups them
/// with a thin space from five digits on and writes a decimal comma unless the reader asks for the point that Mexico and
/// Central America use. Formatting never consults the process's locale, so the same value gives the same text on every
/// machine.
public struct NumberFormat: Hashable, Sendable {
    /// Whose customs are followed.
    public let language: Language
    /// What stands between units and tenths.
    public let decimalMark: DecimalMark

    /// - Parameters:
    ///   - language: whose customs to follow.
    ///   - decimalMark: the reader's own choice, or `nil` for the language's custom.
    public init(_ language: Language, decimalMark: DecimalMark? = nil) {
        self.language = language
        self.decimalMark = decimalMark ?? language.rules.decimalMark
    }

    /// A whole number with its thousands grouped: 225,034 in English, 225 034 in Spanish.
    public func integer(_ value: Int) -> String {
        (value < 0 ? "\u{2212}" : "") + language.rules.grouped(String(value.magnitude))
    }

    /// A number with a fixed count of decimals, halves rounded to even as `printf` does.
    ///
    /// Values that are not finite are written as the mathematician writes them: ∞, −∞, and — for NaN.
    public func decimal(_ value: Double, digits: Int) -> String {
        guard value.isFinite else { return value.isNaN ? "—" : value < 0 ? "\u{2212}∞" : "∞" }
        let text = Self.fixed(value.magnitude, digits: digits)
        let parts = text.split(separator: ".", maxSplits: 1)
        let isZero = text.allSatisfy { "0.".contains($0) }
        let sign = value < 0 && !isZero ? "\u{2212}" : ""
        let whole = language.rules.grouped(String(parts[0]))
        return parts.count == 1 ? sign + whole : sign + whole + decimalMark.character + parts[1]
    }

    /// A share of one as a percentage: 98.9% in English, 98,9 % in Spanish.
    public func percent(_ share: Double, digits: Int) -> String {
        let pattern = language.rules.percent
        return pattern.before + decimal(share * 100, digits: digits) + pattern.after
    }

    /// A number as TeX wants it in a formula: no grouping, a hyphen for minus, and a comma that is no list's.
    public func formula(_ value: Double, digits: Int) -> String {
        guard value.isFinite else { return value.isNaN ? "?" : value < 0 ? "-\\infty" : "\\infty" }
        let text = Self.fixed(value.magnitude, digits: digits)
        let sign = value < 0 && !text.allSatisfy { "0.".contains($0) } ? "-" : ""
        return sign + (decimalMark == .comma ? text.replacing(".", with: "{,}") : text)
    }

    /// A number as code prints it, the same for every reader: a point and a hyphen, no grouping.
    public static func code(_ value: Double, digits: Int) -> String {
        guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
        let text = fixed(value.magnitude, digits: digits)
        return value < 0 && !text.allSatisfy { "0.".contains($0) } ? "-" + text : text
    }

    /// `value` with `digits` decimals and a point, whatever the locale. `value` is finite and not negative.
    ///
    /// Works on the decimal expansion that Swift prints for the value (the shortest that reads back as the
    /// same double), so that 0.125 with two decimals rounds as the digits that the reader sees would.
    static func fixed(_ value: Double, digits: Int) -> String {
        // Most numbers of a grid are whole, and there are hundreds.
        if value < 1e15, let whole = Int(exactly: value) {
            return digits > 0 ? "\(whole)." + String(repeating: "0", count: digits) : "\(whole)"
        }
        var (whole, fraction) = expansion(of: value)
        guard fraction.count > digits else {
            fraction += Array(repeating: 0, count: digits - fraction.count)
            return join(whole, fraction)
        }
        let dropped = fraction[digits...]
        fraction = Array(fraction[..<digits])
        let last = fraction.last ?? whole.last ?? 0
        let isHalf = dropped.first == 5 && dropped.dropFirst().allSatisfy { $0 == 0 }
        let roundsUp = isHalf ? !last.isMultiple(of: 2) : (dropped.first ?? 0) >= 5
        if roundsUp { increment(&whole, &fraction) }
        return join(whole, fraction)
    }

    /// The decimal digits of `value` before and after the point, without an exponent.
    private static func expansion(of value: Double) -> (whole: [Int], fraction: [Int]) {
        let text = "\(value)".lowercased()
        let pieces = text.split(separator: "e")
        let mantissa = pieces[0].split(separator: ".")
        let exponent = pieces.count > 1 ? Int(pieces[1]) ?? 0 : 0
        var whole = mantissa[0].compactMap(\.wholeNumberValue)
        var fraction = mantissa.count > 1 ? mantissa[1].compactMap(\.wholeNumberValue) : []
        for _ in 0..<max(0, exponent) { whole.append(fraction.isEmpty ? 0 : fraction.removeFirst()) }
        for _ in 0..<max(0, -exponent) { fraction.insert(whole.isEmpty ? 0 : whole.removeLast(), at: 0) }
        let leading = whole.prefix { $0 == 0 }.count
        return (whole.count == leading ? [0] : Array(whole[leading...]), fraction)
    }

    private static func increment(_ whole: inout [Int], _ fraction: inout [Int]) {
        for index in fraction.indices.reversed() {
            fraction[index] += 1
            if fraction[index] < 10 { return }
            fraction[index] = 0
        }
        for index in whole.indices.reversed() {
            whole[index] += 1
            if whole[index] < 10 { return }
            whole[index] = 0
        }
        whole.insert(1, at: 0)
    }

    private static func join(_ whole: [Int], _ fraction: [Int]) -> String {
        let before = whole.map(String.init).joined()
        return fraction.isEmpty ? before : before + "." + fraction.map(String.init).joined()
    }
}
