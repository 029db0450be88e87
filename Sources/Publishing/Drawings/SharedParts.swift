/// The parts of many drawings in one page, each once: a letter of the alphabet, a picture that both languages and
/// both themes show.
struct SharedParts {
    private var names: [String: String] = [:]
    private var definitions = ""

    /// A drawing in a page.
    ///
    /// - Parameters:
    ///   - size: CSS pixels.
    ///   - alternative: what a reader who does not see it needs to know.
    mutating func markup(of drawing: ThemedDrawing, size: (width: Int, height: Int), alternative: String) -> HTML {
        for element in drawing.content { define(element, drawing.parts) }
        var inside = ""
        for element in drawing.content { element.write(to: &inside, names: { names[$0] ?? $0 }) }
        let box = "0 0 \(drawing.size.width) \(drawing.size.height)"
        return """
            <svg width="\(size.width)" height="\(size.height)" viewBox="\(box)" stroke-miterlimit="10" role="img" \
            aria-label="\(alternative)">\(HTML(trusted: inside))</svg>
            """
    }

    /// The parts themselves, for the page to hold.
    var markup: HTML {
        definitions.isEmpty
            ? ""
            : """
            <svg class="pictures" width="0" height="0" aria-hidden="true"><defs>
            \(HTML(trusted: definitions))</defs></svg>

            """
    }

    /// Names the parts that an element refers to, in the order in which they are met.
    private mutating func define(_ element: SVGElement, _ parts: [String: SVGElement]) {
        for key in element.attributes.compactMap(\.reference) where names[key] == nil {
            guard let part = parts[key] else { continue }
            define(part, parts)
            let name = "p" + String(names.count, radix: 36)
            names[key] = name
            var named = part
            named.attributes.insert(.init(name: "id", value: name), at: 0)
            named.write(to: &definitions, names: { names[$0] ?? $0 })
            definitions += "\n"
        }
        for child in element.children { define(child, parts) }
    }
}
