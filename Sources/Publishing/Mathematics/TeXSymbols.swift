/// The words of the TeX subset that need no argument. A name is in one of these tables, or in
/// ``TeXParser/commands``, or unknown.
enum TeXSymbols {
    static let identifiers: [String: String] = [
        "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε", "zeta": "ζ",
        "eta": "η", "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν",
        "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ", "phi": "ϕ", "varphi": "φ",
        "chi": "χ", "psi": "ψ", "omega": "ω", "ell": "ℓ", "partial": "∂", "infty": "∞",
    ]

    /// Capitals and signs that stand upright.
    static let upright: [String: String] = [
        "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ",
        "Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "nabla": "∇", "emptyset": "∅",
    ]

    static let symbols: [String: (String, SymbolRole)] = [
        "cdot": ("⋅", .binary), "times": ("×", .binary), "div": ("÷", .binary), "pm": ("±", .binary),
        "mp": ("∓", .binary), "ast": ("∗", .binary), "star": ("⋆", .binary), "circ": ("∘", .binary),
        "odot": ("⊙", .binary), "oplus": ("⊕", .binary), "otimes": ("⊗", .binary), "cup": ("∪", .binary),
        "cap": ("∩", .binary), "wedge": ("∧", .binary), "vee": ("∨", .binary), "setminus": ("∖", .binary),

        "le": ("≤", .relation), "leq": ("≤", .relation), "ge": ("≥", .relation), "geq": ("≥", .relation),
        "ne": ("≠", .relation), "neq": ("≠", .relation), "approx": ("≈", .relation), "equiv": ("≡", .relation),
        "sim": ("∼", .relation), "propto": ("∝", .relation), "ll": ("≪", .relation), "gg": ("≫", .relation),
        "in": ("∈", .relation), "notin": ("∉", .relation), "subset": ("⊂", .relation),
        "subseteq": ("⊆", .relation), "to": ("→", .relation), "rightarrow": ("→", .relation),
        "gets": ("←", .relation), "leftarrow": ("←", .relation), "mapsto": ("↦", .relation),
        "Rightarrow": ("⇒", .relation), "Leftrightarrow": ("⇔", .relation), "mid": ("∣", .relation),
        "colon": (":", .punctuation),

        "sum": ("∑", .large), "prod": ("∏", .large), "int": ("∫", .large),

        "lfloor": ("⌊", .opening), "rfloor": ("⌋", .closing), "lceil": ("⌈", .opening), "rceil": ("⌉", .closing),
        "langle": ("⟨", .opening), "rangle": ("⟩", .closing), "lvert": ("|", .opening), "rvert": ("|", .closing),
        "lVert": ("‖", .opening), "rVert": ("‖", .closing), "vert": ("|", .ordinary), "Vert": ("‖", .ordinary),
        "|": ("‖", .ordinary), "{": ("{", .opening), "}": ("}", .closing),

        "ldots": ("…", .ordinary), "dots": ("…", .ordinary), "cdots": ("⋯", .ordinary), "vdots": ("⋮", .ordinary),
        "ddots": ("⋱", .ordinary), "forall": ("∀", .ordinary), "exists": ("∃", .ordinary), "prime": ("′", .ordinary),
        "top": ("⊤", .ordinary), "degree": ("°", .ordinary), "%": ("%", .ordinary), "_": ("_", .ordinary),
        "#": ("#", .ordinary), "&": ("&", .ordinary), "$": ("$", .ordinary), "backslash": ("\\", .ordinary),
    ]

    /// Characters that stand for themselves.
    static let characters: [Character: (String, SymbolRole)] = [
        "+": ("+", .binary), "-": ("−", .binary), "\u{2212}": ("−", .binary), "*": ("∗", .binary),
        "×": ("×", .binary), "·": ("⋅", .binary), "±": ("±", .binary), "=": ("=", .relation), "<": ("<", .relation),
        ">": (">", .relation), ":": (":", .relation), "≤": ("≤", .relation), "≥": ("≥", .relation),
        "≈": ("≈", .relation), "→": ("→", .relation), "(": ("(", .opening), ")": (")", .closing),
        "[": ("[", .opening), "]": ("]", .closing), ",": (",", .punctuation), ";": (";", .punctuation),
        "|": ("|", .ordinary), "/": ("/", .ordinary), "!": ("!", .ordinary), ".": (".", .ordinary),
        "?": ("?", .ordinary), "%": ("%", .ordinary), "…": ("…", .ordinary), "°": ("°", .ordinary),
        "∞": ("∞", .ordinary), "—": ("—", .ordinary),
    ]

    /// Named operators; `true` where scripts are limits.
    static let functions: [String: Bool] = [
        "log": false, "ln": false, "exp": false, "sin": false, "cos": false, "tan": false, "arcsin": false,
        "arccos": false, "arctan": false, "sinh": false, "cosh": false, "tanh": false, "arg": false, "dim": false,
        "max": true, "min": true, "lim": true, "sup": true, "inf": true, "det": true,
    ]

    /// Widths in em.
    static let spaces: [String: Double] = [
        ",": 3.0 / 18, ":": 4.0 / 18, ";": 5.0 / 18, "!": -3.0 / 18, " ": 4.0 / 18, "quad": 1, "qquad": 2,
    ]

    static let accents: [String: String] = [
        "hat": "^", "widehat": "^", "bar": "¯", "tilde": "~", "vec": "→", "dot": "˙", "ddot": "¨",
    ]

    /// Marks that stretch along their base; `true` where they stand above it.
    static let stretched: [String: (String, Bool)] = [
        "overline": ("¯", true), "overbrace": ("⏞", true), "underbrace": ("⏟", false), "underline": ("_", false),
    ]

    static let alphabets: [String: MathAlphabet] = [
        "mathrm": .upright, "mathbf": .bold, "mathbb": .blackboard, "mathcal": .script, "mathit": .italic,
    ]

    /// Sizes of hand-sized delimiters in em.
    static let sizes: [String: Double] = [
        "big": 1.2, "Big": 1.8, "bigl": 1.2, "bigr": 1.2, "Bigl": 1.8, "Bigr": 1.8,
    ]

    static let environments: [String: GridStyle] = [
        "matrix": GridStyle(left: "", right: "", name: "matrix"),
        "pmatrix": GridStyle(left: "(", right: ")", name: "matrix"),
        "bmatrix": GridStyle(left: "[", right: "]", name: "matrix"),
        "vmatrix": GridStyle(left: "|", right: "|", name: "matrix"),
        "cases": GridStyle(left: "{", right: "", name: "cases"),
        "aligned": GridStyle(left: "", right: "", name: "aligned"),
    ]

    /// Commands with arguments of their own shape, read by ``TeXParser``.
    static let structural = [
        "frac", "dfrac", "tfrac", "sqrt", "text", "operatorname", "boldsymbol", "left", "begin",
    ]

    /// Every command of the subset, for near misses.
    static var allCommands: [String] {
        var names = structural + identifiers.keys + upright.keys + symbols.keys
        names += functions.keys
        names += spaces.keys
        names += accents.keys
        names += stretched.keys
        names += alphabets.keys
        names += sizes.keys
        return names
    }
}
