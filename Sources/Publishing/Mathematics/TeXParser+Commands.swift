import Languages

extension TeXParser {
    /// The command that starts here, its arguments read.
    mutating func command() throws(TeXError) -> MathNode {
        let start = position
        guard let name = commandHere else { throw error(.unexpected("\\")) }
        position += 1 + name.count
        if let text = TeXSymbols.identifiers[name] { return .identifier(text, .italic) }
        if let text = TeXSymbols.upright[name] { return .identifier(text, .upright) }
        if let (text, role) = TeXSymbols.symbols[name] { return .symbol(text, role) }
        if let limits = TeXSymbols.functions[name] { return .function(name, limits: limits) }
        if let width = TeXSymbols.spaces[name] { return .space(width) }
        if let mark = TeXSymbols.accents[name] { return .accent(try argument(of: "\\" + name), mark: mark) }
        if let (mark, above) = TeXSymbols.stretched[name] {
            return .stretched(try argument(of: "\\" + name), mark: mark, above: above)
        }
        if let alphabet = TeXSymbols.alphabets[name] { return try letters(of: name, in: alphabet) }
        if let size = TeXSymbols.sizes[name] {
            let role: SymbolRole = name.hasSuffix("l") ? .opening : name.hasSuffix("r") ? .closing : .ordinary
            return .sized(try delimiter(of: name), size, role)
        }
        return try structural(name, from: start)
    }

    private mutating func structural(_ name: String, from start: Int) throws(TeXError) -> MathNode {
        switch name {
        case "frac", "dfrac", "tfrac":
            let style: FractionStyle = name == "dfrac" ? .display : name == "tfrac" ? .text : .inherited
            let top = try argument(of: "\\" + name)
            return .fraction(top, try argument(of: "\\" + name), style: style)
        case "sqrt":
            let index = try optionalArgument()
            return .root(try argument(of: "\\sqrt"), index: index)
        case "text":
            return .text(try rawArgument(of: "\\text"))
        case "operatorname":
            let limits = peek == "*"
            if limits { position += 1 }
            let raw = try rawArgument(of: "\\operatorname")
            return .function(raw.replacing("\\,", with: "\u{2009}"), limits: limits)
        case "boldsymbol":
            return bold(try argument(of: "\\boldsymbol"))
        case "left":
            return try fenced(from: start)
        case "begin":
            return try environment(from: start)
        default:
            let near = NearMisses.of(name, in: TeXSymbols.allCommands)
            throw error(.unknownCommand(name, nearMisses: near), at: start)
        }
    }

    // MARK: Arguments

    /// `[…]` after `\sqrt`.
    private mutating func optionalArgument() throws(TeXError) -> MathNode? {
        skipSpaces()
        guard peek == "[" else { return nil }
        let start = position
        position += 1
        var nodes: [MathNode] = []
        while peek != "]" {
            guard peek != nil else { throw error(.unclosed("["), at: start) }
            nodes.append(try argument(of: "["))
            skipSpaces()
        }
        position += 1
        return .row(nodes)
    }

    /// The characters between braces as they stand, a backslash before a sign taken off.
    private mutating func rawArgument(of command: String) throws(TeXError) -> String {
        skipSpaces()
        guard peek == "{" else { throw error(.missingArgument(of: command)) }
        let start = position
        position += 1
        var text = ""
        var open = 1
        while let next = peek {
            position += 1
            if next == "\\", let escaped = peek, "{}%$&#_".contains(escaped) {
                text.append(escaped)
                position += 1
                continue
            }
            if next == "{" { open += 1 }
            if next == "}" { open -= 1 }
            if open == 0 { return text }
            text.append(next)
        }
        throw error(.unclosed("{"), at: start)
    }

    private mutating func letters(of name: String, in alphabet: MathAlphabet) throws(TeXError) -> MathNode {
        let start = position
        skipSpaces()
        let raw: String
        if let next = peek, next.isLetter || next.isNumber {
            position += 1
            raw = String(next)
        } else {
            raw = try rawArgument(of: "\\" + name)
        }
        let isPlain = raw.allSatisfy { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" }
        guard isPlain, !raw.isEmpty else { throw error(.notLetters(command: "\\" + name), at: start) }
        return .identifier(raw, alphabet)
    }

    private func bold(_ node: MathNode) -> MathNode {
        switch node {
        case .identifier(let name, .italic): .identifier(name, .boldItalic)
        case .identifier(let name, .upright): .identifier(name, .bold)
        case .number(let digits): .identifier(digits, .bold)
        case .row(let nodes): .row(nodes.map(bold))
        case .scripts(let base, let below, let above): .scripts(bold(base), below: below, above: above)
        default: node
        }
    }

    // MARK: Delimiters and grids

    /// The sign after `\left`, `\right` or `\big`; empty for a full stop.
    private mutating func delimiter(of command: String) throws(TeXError) -> String {
        skipSpaces()
        guard let next = peek else { throw error(.missingArgument(of: "\\" + command)) }
        if next == "." {
            position += 1
            return ""
        }
        if let name = commandHere, let (text, role) = TeXSymbols.symbols[name], Self.delimits(text, role) {
            position += 1 + name.count
            return text
        }
        if let (text, role) = TeXSymbols.characters[next], Self.delimits(text, role) {
            position += 1
            return text
        }
        throw error(.unexpected(wordHere))
    }

    private static func delimits(_ text: String, _ role: SymbolRole) -> Bool {
        role == .opening || role == .closing || ["|", "‖", "/"].contains(text)
    }

    private mutating func fenced(from start: Int) throws(TeXError) -> MathNode {
        let left = try delimiter(of: "left")
        let body = try row()
        guard commandHere == "right" else {
            throw peek == nil ? error(.unclosed("\\left"), at: start) : error(.unexpected(wordHere))
        }
        position += 1 + "right".count
        return .fenced(left, .row(body), try delimiter(of: "right"))
    }

    private mutating func environment(from start: Int) throws(TeXError) -> MathNode {
        let name = try rawArgument(of: "\\begin")
        guard let style = TeXSymbols.environments[name] else {
            let near = NearMisses.of(name, in: TeXSymbols.environments.keys)
            throw error(.unknownEnvironment(name, nearMisses: near), at: start)
        }
        var rows: [[MathNode]] = [[]]
        while true {
            rows[rows.count - 1].append(.row(try row()))
            if peek == "&" {
                position += 1
            } else if commandHere == "\\" {
                position += 2
                rows.append([])
            } else if commandHere == "end" {
                break
            } else {
                throw peek == nil ? error(.unclosed("\\begin{\(name)}"), at: start) : error(.unexpected(wordHere))
            }
        }
        let end = position
        position += 1 + "end".count
        guard try rawArgument(of: "\\end") == name else { throw error(.unclosed("\\begin{\(name)}"), at: end) }
        if rows.last == [.row([])] { rows.removeLast() }
        return .grid(style, rows: rows)
    }
}
