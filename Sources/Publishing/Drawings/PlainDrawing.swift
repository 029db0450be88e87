import Storage

/// A drawing as a page can hold it: no style attributes, which a page's security policy forbids, no names of its
/// own, and its parts (letters, pictures, clips) under keys that are made of what they hold, so that the same part is
/// one part wherever it is drawn.
struct PlainDrawing: Sendable {
    /// The size in points.
    let size: (width: String, height: String)
    private(set) var content: [SVGElement] = []
    /// What is referred to, by key.
    private(set) var parts: [String: SVGElement] = [:]

    private var originals: [String: SVGElement] = [:]
    private var keys: [String: String] = [:]

    /// - Parameter svg: a file of Cairo's.
    init(_ svg: [UInt8]) throws(SVGError) {
        let root = try SVGReader.root(of: svg)
        guard root.name == "svg", let box = root["viewBox"]?.split(separator: " "), box.count == 4 else {
            throw .noSize
        }
        size = (SVGNumbers.shortened(String(box[2]), places: 2), SVGNumbers.shortened(String(box[3]), places: 2))
        collect(root)
        for child in root.children where child.name != "defs" { content += try plain(child) }
    }

    private mutating func collect(_ element: SVGElement) {
        if let id = element["id"] { originals[id] = element }
        for child in element.children { collect(child) }
    }

    // MARK: Elements

    private mutating func plain(_ element: SVGElement) throws(SVGError) -> [SVGElement] {
        guard Self.known.contains(element.name) else { throw .foreign("<\(element.name)>") }
        if let picture = try picture(element) { return [picture] }
        var result = SVGElement(name: element.name)
        for attribute in Self.attributes(of: element) {
            guard let attribute = try plain(attribute, of: element.name) else { continue }
            result.attributes.append(attribute)
        }
        if element.name == "path", result["d"] == "" { return [] }
        // Blanks are drawn as letters without an outline.
        if element.name == "use", let part = result["href"], parts[String(part.dropFirst())] == nil { return [] }
        for child in element.children { result.children += try plain(child) }
        if element.name == "g" {
            if result.children.isEmpty { return [] }
            if result.attributes.isEmpty { return result.children }
        }
        return [result]
    }

    private mutating func plain(
        _ attribute: SVGElement.Attribute, of element: String
    ) throws(SVGError) -> SVGElement.Attribute? {
        let (name, value) = (attribute.name, attribute.value)
        guard Self.allowed.contains(name) else {
            if Self.dropped.contains(name) { return nil }
            throw .foreign("the attribute \(name)")
        }
        if Self.defaults[name] == value { return nil }
        let plain = SVGElement.Attribute(name: name, value: value)
        if let reference = plain.reference { return plain.referring(to: try key(of: reference)) }
        switch name {
        case "href":
            guard value.hasPrefix("data:image/png;base64,") else { throw .foreign("an address") }
            return plain
        case "d": return .init(name: name, value: SVGNumbers.path(value, places: 2))
        case "fill", "stroke": return .init(name: name, value: Self.color(value))
        case "transform", "patternTransform":
            return .init(name: name, value: SVGNumbers.shortened(value, places: 5))
        default: return .init(name: name, value: SVGNumbers.shortened(value, places: 2))
        }
    }

    /// A picture of pixels. Cairo fills the whole page with a pattern of it and cuts out the place; the picture
    /// itself, moved and scaled, does the same.
    private mutating func picture(_ group: SVGElement) throws(SVGError) -> SVGElement? {
        guard group.name == "g", group.children.count == 1, group.children[0].name == "rect",
            let fill = Self.attributes(of: group.children[0]).first(where: { $0.name == "fill" })?.reference,
            let pattern = originals[fill], pattern.name == "pattern", let place = pattern["patternTransform"],
            pattern.children.count == 1, let name = pattern.children[0]["xlink:href"]?.dropFirst(),
            let image = originals[String(name)], image.name == "image"
        else { return nil }
        var result = SVGElement(name: "use")
        result["href"] = "#" + (try key(of: String(name)))
        result["transform"] = SVGNumbers.shortened(place, places: 5)
        let matrix = place.split { "(,)".contains($0) }.dropFirst().compactMap { Double($0) }
        guard matrix.count == 6 else { return result }
        // Enlarged, pixels stay squares; reduced, they are averaged.
        if matrix[0] * Self.pixelsPerPoint >= 1 { result["class"] = "pixels" }
        guard let clip = group.attributes.first(where: { $0.name == "clip-path" })?.reference,
            !isRectangle(clip, around: matrix, width: image["width"], height: image["height"])
        else { return result }
        // A wheel, or a picture of which a part shows.
        var cut = SVGElement(name: "g", children: [result])
        cut["clip-path"] = "url(#" + (try key(of: clip)) + ")"
        return cut
    }

    /// Whether a clip is a rectangle that cuts nothing off a picture.
    private func isRectangle(_ clip: String, around matrix: [Double], width: String?, height: String?) -> Bool {
        guard let path = originals[clip]?.children.first?["d"], !path.contains("C"), matrix[1] == 0, matrix[2] == 0,
            let width = width.flatMap(Double.init), let height = height.flatMap(Double.init)
        else { return false }
        let numbers = path.split(separator: " ").compactMap { Double($0) }
        let (x, y) = (stride(from: 0, to: numbers.count, by: 2), stride(from: 1, to: numbers.count, by: 2))
        guard let left = x.map({ numbers[$0] }).min(), let right = x.map({ numbers[$0] }).max(),
            let top = y.map({ numbers[$0] }).min(), let bottom = y.map({ numbers[$0] }).max()
        else { return false }
        // Cairo rounds corners to fractions of a point.
        let play = 0.05
        return left <= matrix[4] + play && right >= matrix[4] + width * matrix[0] - play && top <= matrix[5] + play
            && bottom >= matrix[5] + height * matrix[3] - play
    }

    /// How many CSS pixels of the page are one point of a figure: 684 pixels hold 160 mm.
    private static let pixelsPerPoint = 684 / (160 / 25.4 * 72)

    // MARK: Parts

    /// The key of a part, which is added where it is new.
    private mutating func key(of name: String) throws(SVGError) -> String {
        if let key = keys[name] { return key }
        guard let original = originals[name] else { throw .missing(name) }
        // A part that refers to itself ends here.
        keys[name] = ""
        var part: SVGElement?
        if original.name == "symbol" {
            // A letter is one outline, and an outline can be drawn from its name as well as a symbol can.
            part = try original.children.first.map { outline throws(SVGError) in
                SVGElement(
                    name: "path",
                    attributes: [.init(name: "d", value: SVGNumbers.path(outline["d"] ?? "", places: 3))])
            }
            if part?["d"] == "" { part = nil }
        } else {
            part = try plain(original).first
        }
        let key = SHA256.hex(of: part?.markup ?? "")
        keys[name] = key
        if let part { parts[key] = part }
        return key
    }

    // MARK: Attributes

    /// An element's attributes, those in `style` among them.
    private static func attributes(of element: SVGElement) -> [SVGElement.Attribute] {
        element.attributes.flatMap { attribute -> [SVGElement.Attribute] in
            guard attribute.name == "style" else {
                let name = attribute.name == "xlink:href" ? "href" : attribute.name
                return [.init(name: name, value: attribute.value)]
            }
            return attribute.value.split(separator: ";").compactMap { declaration in
                let parts = declaration.split(separator: ":", maxSplits: 1).map { $0.drop { $0 == " " } }
                return parts.count == 2 ? .init(name: String(parts[0]), value: String(parts[1])) : nil
            }
        }
    }

    /// `rgb(12.5%,0%,100%)` as `#2000ff`.
    private static func color(_ text: String) -> String {
        guard text.hasPrefix("rgb("), text.hasSuffix(")") else { return text }
        let shares = text.dropFirst(4).dropLast().split(separator: ",").compactMap { Double($0.dropLast()) }
        guard shares.count == 3, shares.allSatisfy(\.isFinite) else { return text }
        let digits = Array("0123456789abcdef")
        return shares.reduce(into: "#") { result, share in
            let byte = Int((min(max(share, 0), 100) * 2.55).rounded())
            result.append(digits[byte / 16])
            result.append(digits[byte % 16])
        }
    }

    private static let known: Set<String> = [
        "g", "path", "rect", "use", "image", "clipPath", "pattern", "mask", "linearGradient", "stop",
    ]
    private static let allowed: Set<String> = [
        "d", "x", "y", "width", "height", "href", "transform", "fill", "fill-opacity", "fill-rule", "stroke",
        "stroke-opacity", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit",
        "stroke-dasharray", "stroke-dashoffset", "clip-path", "clip-rule", "mask", "opacity", "patternUnits",
        "patternTransform", "viewBox", "gradientUnits", "gradientTransform", "x1", "y1", "x2", "y2", "offset",
        "stop-color", "stop-opacity",
    ]
    private static let dropped: Set<String> = ["id", "xmlns", "xmlns:xlink", "version", "overflow"]
    /// What holds where nothing is said. No group of Cairo's says anything else for what is inside it, and the limit
    /// of mitres stands on the outermost element.
    private static let defaults = [
        "fill-opacity": "1", "stroke-opacity": "1", "stroke": "none", "fill-rule": "nonzero", "clip-rule": "nonzero",
        "stroke-linecap": "butt", "stroke-linejoin": "miter", "stroke-miterlimit": "10", "opacity": "1",
    ]
}
