/// Writes formulas as MathML Core (W3C, 2025), the part of MathML that browsers draw themselves.
///
/// What TeX knows and MathML Core does not is decided here: where limits stand, which minus is a sign, and the
/// thin space beside a named operator.
struct MathML {
    /// Whether the formula stands on its own line.
    private let display: Bool

    /// A whole formula, with its TeX kept as an annotation.
    ///
    /// - Throws: ``TeXError``.
    static func render(_ tex: String, display: Bool) throws(TeXError) -> HTML {
        let tree = try TeXParser.parse(tex)
        let body = MathML(display: display).element(tree)
        let attribute: HTML = display ? " display=\"block\"" : ""
        let source = tex.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let annotation: HTML = "<annotation encoding=\"application/x-tex\">\(source)</annotation>"
        return "<math\(attribute)><semantics>\(body)\(annotation)</semantics></math>"
    }

    /// The same, where formulas are smaller: in fractions and scripts.
    private var inner: MathML { MathML(display: false) }

    private func element(_ node: MathNode) -> HTML {
        switch node {
        case .row(let nodes): return row(nodes)
        case .identifier(let name, let alphabet): return identifier(name, alphabet)
        case .number(let digits): return "<mn>\(digits)</mn>"
        case .symbol(let text, let role): return symbol(text, role, isSign: false)
        case .function(let name, _): return "<mi>\(name)</mi>"
        case .text(let text): return "<mtext>\(text.replacing(" ", with: "\u{A0}"))</mtext>"
        case .space(let width): return "<mspace width=\"\(Self.em(width))\"></mspace>"
        case .fraction(let top, let bottom, let style): return fraction(top, bottom, style)
        case .root(let radicand, let index): return root(radicand, index)
        case .scripts(let base, let below, let above): return scripts(base, below, above)
        case .accent(let base, let mark):
            return "<mover accent=\"true\">\(element(base))<mo stretchy=\"false\">\(mark)</mo></mover>"
        case .stretched(let base, let mark, let above): return stretched(base, mark, above)
        case .fenced(let left, let body, let right):
            return "<mrow>\(fence(left, "prefix"))\(element(body))\(fence(right, "postfix"))</mrow>"
        case .sized(let text, let size, let role): return sized(text, size, role)
        case .grid(let style, let rows): return grid(style, rows)
        }
    }

    // MARK: Rows

    private func row(_ nodes: [MathNode]) -> HTML {
        if nodes.count == 1, let only = nodes.first { return element(only) }
        var result = HTML()
        for (index, node) in nodes.enumerated() {
            let previous = index > 0 ? nodes[index - 1] : nil
            let next = index + 1 < nodes.count ? nodes[index + 1] : nil
            if node.isFunction, previous?.isOrdinary == true { result += Self.thinSpace }
            if case .symbol(let text, .binary) = node {
                result += symbol(text, .binary, isSign: previous.map(\.awaitsOperand) ?? true)
            } else {
                result += element(node)
            }
            if node.isFunction, let next {
                if next.isOrdinary || next.isFunction { result += "<mo>\u{2061}</mo>" + Self.thinSpace }
                if next.opens { result += "<mo>\u{2061}</mo>" }
            }
        }
        return "<mrow>\(result)</mrow>"
    }

    private static let thinSpace: HTML = "<mspace width=\"0.167em\"></mspace>"

    private func symbol(_ text: String, _ role: SymbolRole, isSign: Bool) -> HTML {
        switch role {
        case .ordinary: "<mo lspace=\"0\" rspace=\"0\" stretchy=\"false\">\(text)</mo>"
        case .binary: isSign ? "<mo form=\"prefix\">\(text)</mo>" : "<mo>\(text)</mo>"
        case .relation, .large: "<mo>\(text)</mo>"
        case .punctuation: "<mo separator=\"true\">\(text)</mo>"
        case .opening: "<mo form=\"prefix\" stretchy=\"false\">\(text)</mo>"
        case .closing: "<mo form=\"postfix\" stretchy=\"false\">\(text)</mo>"
        }
    }

    private func identifier(_ name: String, _ alphabet: MathAlphabet) -> HTML {
        let text = alphabet.characters(name)
        // A single letter is slanted unless it says otherwise; of several, none is.
        let isUpright = alphabet == .upright && text.count == 1
        return isUpright ? "<mi mathvariant=\"normal\">\(text)</mi>" : "<mi>\(text)</mi>"
    }

    // MARK: Structures

    private func fraction(_ top: MathNode, _ bottom: MathNode, _ style: FractionStyle) -> HTML {
        let body: HTML = "<mfrac>\(inner.element(top))\(inner.element(bottom))</mfrac>"
        switch style {
        case .inherited: return body
        case .display: return "<mstyle displaystyle=\"true\" scriptlevel=\"0\">\(body)</mstyle>"
        case .text: return "<mstyle displaystyle=\"false\" scriptlevel=\"0\">\(body)</mstyle>"
        }
    }

    private func root(_ radicand: MathNode, _ index: MathNode?) -> HTML {
        guard let index else { return "<msqrt>\(element(radicand))</msqrt>" }
        return "<mroot>\(element(radicand))\(inner.element(index))</mroot>"
    }

    private func scripts(_ base: MathNode, _ below: MathNode?, _ above: MathNode?) -> HTML {
        let body = element(base)
        let stacked = base.stacksScripts || (display && base.takesLimits)
        switch (below.map(inner.element), above.map(inner.element)) {
        case (let low?, let high?):
            return stacked
                ? "<munderover>\(body)\(low)\(high)</munderover>" : "<msubsup>\(body)\(low)\(high)</msubsup>"
        case (let low?, nil):
            return stacked ? "<munder>\(body)\(low)</munder>" : "<msub>\(body)\(low)</msub>"
        case (nil, let high?):
            return stacked ? "<mover>\(body)\(high)</mover>" : "<msup>\(body)\(high)</msup>"
        case (nil, nil):
            return body
        }
    }

    private func stretched(_ base: MathNode, _ mark: String, _ above: Bool) -> HTML {
        let sign: HTML = "<mo stretchy=\"true\">\(mark)</mo>"
        return above ? "<mover>\(element(base))\(sign)</mover>" : "<munder>\(element(base))\(sign)</munder>"
    }

    private func fence(_ text: String, _ form: String) -> HTML {
        text.isEmpty ? "" : "<mo form=\"\(form)\" stretchy=\"true\">\(text)</mo>"
    }

    private func sized(_ text: String, _ size: Double, _ role: SymbolRole) -> HTML {
        let form: HTML = role == .opening ? " form=\"prefix\"" : role == .closing ? " form=\"postfix\"" : ""
        let em = Self.em(size)
        return "<mo\(form) stretchy=\"true\" minsize=\"\(em)\" maxsize=\"\(em)\">\(text)</mo>"
    }

    private func grid(_ style: GridStyle, _ rows: [[MathNode]]) -> HTML {
        let body = rows.map { row -> HTML in
            let cells = row.map { cell -> HTML in "<mtd>\(inner.element(cell))</mtd>" }.joined()
            return "<mtr>\(cells)</mtr>"
        }.joined()
        let table: HTML = "<mtable class=\"\(style.name)\">\(body)</mtable>"
        if style.left.isEmpty && style.right.isEmpty { return table }
        return "<mrow>\(fence(style.left, "prefix"))\(table)\(fence(style.right, "postfix"))</mrow>"
    }

    /// A width with three decimals at most, the same on every machine.
    private static func em(_ width: Double) -> String {
        let thousandths = Int((width.magnitude * 1000).rounded())
        let decimals = String(1000 + thousandths % 1000).dropFirst()
        let text = thousandths % 1000 == 0 ? "\(thousandths / 1000)" : "\(thousandths / 1000).\(decimals)"
        return (width < 0 ? "-" : "") + text + "em"
    }
}

extension MathNode {
    fileprivate var isFunction: Bool {
        switch self {
        case .function: true
        case .scripts(let base, _, _): base.isFunction
        default: false
        }
    }

    /// Whether a thin space separates it from a named operator.
    fileprivate var isOrdinary: Bool {
        switch self {
        case .identifier, .number, .fraction, .root, .accent, .row: true
        case .symbol(_, .closing): true
        case .scripts(let base, _, _): base.isOrdinary
        default: false
        }
    }

    fileprivate var opens: Bool {
        switch self {
        case .symbol(_, .opening), .fenced, .sized(_, _, .opening): true
        default: false
        }
    }

    /// Whether a plus or minus after it is a sign and no operation.
    fileprivate var awaitsOperand: Bool {
        switch self {
        case .symbol(_, let role): [.binary, .relation, .opening, .punctuation, .large].contains(role)
        case .sized(_, _, .opening), .space, .function: true
        default: false
        }
    }

    fileprivate var takesLimits: Bool {
        switch self {
        case .symbol(let text, .large): text != "∫"
        case .function(_, let limits): limits
        default: false
        }
    }

    fileprivate var stacksScripts: Bool {
        if case .stretched(_, let mark, _) = self { return mark == "⏞" || mark == "⏟" }
        return false
    }
}
