extension MathAlphabet {
    /// `text` in this alphabet.
    ///
    /// MathML Core draws a single letter slanted and everything else as it stands; other alphabets are characters
    /// of their own in Unicode, at fixed distances from the plain letters, with gaps where a letter was encoded
    /// before (ℝ, ℒ).
    func characters(_ text: String) -> String {
        switch self {
        case .italic, .upright: text
        case .bold: shifted(text, capitals: 0x1D400, small: 0x1D41A, greek: 0x1D6A8, digits: 0x1D7CE)
        case .boldItalic: shifted(text, capitals: 0x1D468, small: 0x1D482, greek: 0x1D71C, digits: 0x1D7CE)
        case .blackboard: shifted(text, capitals: 0x1D538, small: 0x1D552, greek: nil, digits: 0x1D7D8)
        case .script: shifted(text, capitals: 0x1D49C, small: 0x1D4B6, greek: nil, digits: nil)
        }
    }

    private func shifted(_ text: String, capitals: UInt32, small: UInt32, greek: UInt32?, digits: UInt32?) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let shifted: UInt32? =
                switch scalar {
                case "A"..."Z": capitals + scalar.value - 0x41
                case "a"..."z": small + scalar.value - 0x61
                case "0"..."9": digits.map { $0 + scalar.value - 0x30 }
                // The bold blocks hold capitals first: Α is 0, α is 26.
                case "Α"..."Ω": greek.map { $0 + scalar.value - 0x391 }
                case "α"..."ω": greek.map { $0 + 26 + scalar.value - 0x3B1 }
                default: nil
                }
            result.append(gap(scalar) ?? shifted.flatMap(Unicode.Scalar.init) ?? scalar)
        }
        return String(result)
    }

    /// Letters of the *Letterlike Symbols* block, which the alphabets leave out.
    private func gap(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch self {
        case .blackboard:
            ["C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ"][scalar]
        case .script:
            [
                "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ", "e": "ℯ", "g": "ℊ",
                "o": "ℴ",
            ][scalar]
        default: nil
        }
    }
}
