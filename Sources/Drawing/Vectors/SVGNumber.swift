/// Writes numbers with no more digits than anybody can see, the same on every machine.
enum SVGNumber {
    /// Decimals of a place: hundredths of a point.
    static let places = 2

    /// How many units of the last decimal make one.
    static func unit(_ places: Int) -> Double { (0..<places).reduce(1.0) { unit, _ in unit * 10 } }

    /// A value in units of the last decimal, rounded; values beyond every page end at its limit. What stands half way
    /// goes up even where a rounding before has let it fall short of the half.
    static func grid(_ value: Double, _ unit: Double) -> Int {
        let most = 1e15
        let scaled = (value * unit + 0.5 + 1e-6).rounded(.down)
        return scaled.isNaN ? 0 : Int(min(most, max(-most, scaled)))
    }

    /// The value with at most so many decimals: `-.5`, `12`, `3.25`.
    static func text(_ value: Double, places: Int = Self.places) -> String {
        var bytes: [UInt8] = []
        append(grid(value, unit(places)), places: places, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Writes a number given in units of its last decimal, without zeros that say nothing.
    static func append(_ number: Int, places: Int, to bytes: inout [UInt8]) {
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        var (rest, decimals) = (number.magnitude, places)
        while decimals > 0, rest.isMultiple(of: 10) {
            rest /= 10
            decimals -= 1
        }
        let start = bytes.count
        var written = 0
        // From the last digit to the first; a whole number that is zero keeps its zero.
        repeat {
            if written == decimals, decimals > 0 {
                bytes.append(UInt8(ascii: "."))
                if rest == 0 { break }
            }
            bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
            written += 1
        } while rest > 0 || written <= decimals && decimals > 0
        bytes[start...].reverse()
    }
}
