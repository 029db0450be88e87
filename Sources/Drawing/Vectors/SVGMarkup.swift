/// Puts elements together. Neighbours that have attributes in common say them once, in a group.
struct SVGMarkup {
    private var markup = ""
    private var clips: [String] = []
    private var attributes = ""
    /// Elements with the attributes in common, each with its name, its own attributes and its end.
    private var waiting: [(start: String, own: String, end: String)] = []

    /// What follows is cut to these parts, the outermost first.
    mutating func enter(_ names: [String]) {
        guard names != clips else { return }
        flush()
        let shared = zip(names, clips).prefix { $0 == $1 }.count
        for _ in shared..<clips.count { markup += "</g>" }
        for name in names[shared...] { markup += "<g clip-path=\"url(#\(name))\">" }
        clips = names
    }

    /// Adds an element.
    ///
    /// - Parameters:
    ///   - start: `<` and its name.
    ///   - attributes: those that neighbours may have too, each after a space.
    ///   - own: the others.
    ///   - end: what follows the attributes.
    mutating func add(_ start: String, with attributes: String, _ own: String, _ end: String = "/>") {
        if attributes != self.attributes { flush() }
        self.attributes = attributes
        waiting.append((start, own, end))
    }

    /// Everything, whole.
    mutating func finished() -> String {
        enter([])
        flush()
        return markup
    }

    private mutating func flush() {
        let isGroup = waiting.count > 1
        if isGroup { markup += "<g\(attributes)>" }
        for (start, own, end) in waiting {
            markup += start
            if !isGroup { markup += attributes }
            markup += " "
            markup += own
            markup += end
        }
        if isGroup { markup += "</g>" }
        waiting.removeAll(keepingCapacity: true)
    }
}
