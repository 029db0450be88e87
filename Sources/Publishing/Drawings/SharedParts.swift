import Drawing

/// The drawings of one page and what they share, each part once: a letter of the alphabet, a picture that both
/// languages and both themes show.
struct SharedParts {
    private var writer = SVGWriter(isForPage: true)

    /// A drawing in a page.
    ///
    /// - Parameters:
    ///   - size: CSS pixels.
    ///   - alternative: what a reader who does not see it needs to know.
    mutating func markup(of drawing: ThemedDrawing, size: (width: Int, height: Int), alternative: String) -> HTML {
        let inside = drawing.paper + writer.markup(of: drawing.entries)
        return """
            <svg width="\(size.width)" height="\(size.height)" viewBox="\(HTML(trusted: drawing.size.viewBox))" \
            \(HTML(trusted: SVGWriter.rootAttributes)) \(Self.role(alternative))>\
            \(HTML(trusted: inside))</svg>
            """
    }

    /// What those are told who don't see it; nothing where it only repeats what stands beside it.
    private static func role(_ alternative: String) -> HTML {
        alternative.isEmpty ? "aria-hidden=\"true\"" : "role=\"img\" aria-label=\"\(alternative)\""
    }

    /// The colours that differ by day and by night, as a part of the page's style sheet.
    var style: HTML {
        let day = writer.colors(byNight: false)
        guard !day.isEmpty else { return "" }
        return HTML(trusted: "\n:root { \(day) }\n" + NightStyle.sheet(writer.colors(byNight: true)))
    }

    /// The parts themselves, for the page to hold.
    var markup: HTML {
        writer.definitions.isEmpty
            ? ""
            : """
            <svg class="pictures" width="0" height="0" aria-hidden="true"><defs>
            \(HTML(trusted: writer.definitions))</defs></svg>

            """
    }
}
