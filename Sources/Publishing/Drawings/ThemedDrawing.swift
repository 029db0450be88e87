import Foundation

/// A figure in lines and curves for both themes at once: what differs between light and dark is said twice, colours
/// with CSS's `light-dark()`, everything else side by side, of which the page shows one.
public struct ThemedDrawing: Sendable {
    let size: (width: String, height: String)
    let content: [SVGElement]
    let parts: [String: SVGElement]
    /// Whether there is a dark theme.
    let followsScheme: Bool

    /// - Parameters:
    ///   - light: an SVG file of Cairo's.
    ///   - dark: the same figure on dark paper, of the same size.
    /// - Throws: ``PublishingError/Problem/badFigureFile(_:reason:)`` for anything else.
    public init(
        named name: String, light: [UInt8], dark: [UInt8]? = nil
    ) throws(PublishingError.Problem) {
        do {
            let day = try PlainDrawing(light)
            size = day.size
            guard let dark else {
                (content, parts, followsScheme) = (day.content, day.parts, false)
                return
            }
            let night = try PlainDrawing(dark)
            // The paper is the page's own.
            content = Self.merged(Self.withoutPaper(day.content), Self.withoutPaper(night.content))
            parts = day.parts.merging(night.parts) { first, _ in first }
            followsScheme = true
        } catch {
            throw .badFigureFile(name, reason: "\(error)")
        }
    }

    private static func withoutPaper(_ content: [SVGElement]) -> [SVGElement] {
        guard let first = content.first, first.name == "rect", first["x"] == "0", first["y"] == "0" else {
            return content
        }
        return Array(content.dropFirst())
    }

    private static func merged(_ day: [SVGElement], _ night: [SVGElement]) -> [SVGElement] {
        if day == night { return day }
        guard day.count == night.count else { return [only("day", day), only("night", night)] }
        return zip(day, night).flatMap { merged($0, $1) }
    }

    private static func merged(_ day: SVGElement, _ night: SVGElement) -> [SVGElement] {
        if day == night { return [day] }
        guard day.name == night.name, day.children.count == night.children.count,
            let attributes = merged(day.attributes, night.attributes)
        else { return [only("day", [day]), only("night", [night])] }
        return [SVGElement(name: day.name, attributes: attributes, children: merged(day.children, night.children))]
    }

    /// `nil` where more than colours differs.
    private static func merged(
        _ day: [SVGElement.Attribute], _ night: [SVGElement.Attribute]
    ) -> [SVGElement.Attribute]? {
        guard day.map(\.name) == night.map(\.name) else { return nil }
        var result: [SVGElement.Attribute] = []
        for (day, night) in zip(day, night) {
            if day == night {
                result.append(day)
            } else if ["fill", "stroke"].contains(day.name), day.value.hasPrefix("#"), night.value.hasPrefix("#") {
                result.append(.init(name: day.name, value: "light-dark(\(day.value),\(night.value))"))
            } else {
                return nil
            }
        }
        return result
    }

    private static func only(_ scheme: String, _ content: [SVGElement]) -> SVGElement {
        if content.count == 1, content[0]["class"] == nil {
            var element = content[0]
            element["class"] = scheme
            return element
        }
        return SVGElement(name: "g", attributes: [.init(name: "class", value: scheme)], children: content)
    }
}
