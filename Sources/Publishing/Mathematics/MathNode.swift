/// A formula as a tree: what TeX says, before anybody decides how MathML writes it.
indirect enum MathNode: Hashable {
    case row([MathNode])
    /// A variable: slanted, or in the alphabet that the formula asks for.
    case identifier(String, MathAlphabet)
    case number(String)
    case symbol(String, SymbolRole)
    /// A named operator: log, max, atan2. With limits, its scripts stand below and above in displays.
    case function(String, limits: Bool)
    case text(String)
    /// Width in em.
    case space(Double)
    case fraction(MathNode, MathNode, style: FractionStyle)
    case root(MathNode, index: MathNode?)
    case scripts(MathNode, below: MathNode?, above: MathNode?)
    /// A mark on top of a base: hat, bar, arrow.
    case accent(MathNode, mark: String)
    /// A brace or line that stretches along its base; its scripts stand beyond it.
    case stretched(MathNode, mark: String, above: Bool)
    /// Delimiters that grow with what they hold; an empty one is invisible.
    case fenced(String, MathNode, String)
    /// A delimiter of a chosen size in em.
    case sized(String, Double, SymbolRole)
    case grid(GridStyle, rows: [[MathNode]])
}

/// What a symbol does in a row, which decides the space around it.
enum SymbolRole: Hashable {
    case ordinary, binary, relation, opening, closing, punctuation, large
}

/// How large a fraction is set.
enum FractionStyle: Hashable {
    case inherited, display, text
}

/// Alphabets of variables (Unicode, *Mathematical Alphanumeric Symbols*).
enum MathAlphabet: Hashable {
    case italic, upright, bold, boldItalic, blackboard, script
}

/// How a matrix-like environment is delimited and aligned.
struct GridStyle: Hashable {
    let left: String
    let right: String
    /// The class that the style sheet aligns columns by.
    let name: String
}
