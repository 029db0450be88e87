import Drawing

/// A figure in lines and curves for both themes at once: what differs between light and dark is said twice, colours
/// by a name for both, everything else side by side, of which the page shows one.
public struct ThemedDrawing: Sendable {
    /// The size in points.
    let size: Size
    let entries: [SVGWriter.Entry]
    /// What covers the page below everything else; empty where the paper is the page's own.
    let paper: String
    /// Whether there is a dark theme.
    let followsScheme: Bool

    /// - Parameter dark: the same figure on dark paper, of the same size.
    public init(light: VectorDrawing, dark: VectorDrawing? = nil) {
        size = light.size
        followsScheme = dark != nil
        paper = dark == nil ? light.paperMarkup : ""
        entries = dark.map { Self.merged(light.items, $0.items) } ?? light.items.map { .init($0) }
    }

    private static func merged(
        _ day: [VectorDrawing.Item], _ night: [VectorDrawing.Item]
    ) -> [SVGWriter.Entry] {
        func only(_ scheme: String, _ items: [VectorDrawing.Item]) -> [SVGWriter.Entry] {
            items.map { .init($0, shownIf: scheme) }
        }
        guard day.count == night.count else { return only("day", day) + only("night", night) }
        return zip(day, night).flatMap { day, night -> [SVGWriter.Entry] in
            if day == night { return [.init(day)] }
            if day.isSameButForColors(as: night) { return [.init(day, night: night)] }
            return only("day", [day]) + only("night", [night])
        }
    }
}
