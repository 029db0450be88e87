/// A drawing as an SVG file.
enum SVGFile {
    static func bytes(of drawing: VectorDrawing, title: String?, description: String?, lettering: Lettering) -> [UInt8]
    {
        var writer = SVGWriter(isForPage: false, lettering: lettering)
        let content = writer.markup(of: drawing.items.map { .init($0) })
        let (width, height) = (SVGNumber.text(drawing.size.width), SVGNumber.text(drawing.size.height))
        var file = """
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="\(width)pt" \
            height="\(height)pt" viewBox="\(drawing.size.viewBox)" \(SVGWriter.rootAttributes)>

            """
        if let title { file += "<title>\(XMLText.escaped(title))</title>\n" }
        if let description { file += "<desc>\(XMLText.escaped(description))</desc>\n" }
        if !writer.definitions.isEmpty { file += "<defs>\n\(writer.definitions)</defs>\n" }
        file += drawing.paperMarkup + content + "\n</svg>\n"
        return Array(file.utf8)
    }
}

extension VectorDrawing {
    /// The paper as an element, empty where there is none.
    public var paperMarkup: String {
        guard let paper else { return "" }
        let (width, height) = (SVGNumber.text(size.width), SVGNumber.text(size.height))
        return "<path fill=\"\(paper.hexadecimal)\" d=\"M0 0h\(width)v\(height)h-\(width)z\"/>"
    }
}

extension Size {
    /// The size as the value of SVG's `viewBox`.
    public var viewBox: String { "0 0 \(SVGNumber.text(width)) \(SVGNumber.text(height))" }
}
