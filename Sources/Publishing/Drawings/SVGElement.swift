/// An element of a drawing: a name, attributes in order, and elements inside. Drawings hold no text.
struct SVGElement: Hashable, Sendable {
    /// One attribute; its value stands as it will be written.
    struct Attribute: Hashable, Sendable {
        let name: String
        var value: String
    }

    let name: String
    var attributes: [Attribute] = []
    var children: [SVGElement] = []

    /// The value of an attribute, `nil` where there is none.
    subscript(name: String) -> String? {
        get { attributes.first { $0.name == name }?.value }
        set {
            let index = attributes.firstIndex { $0.name == name }
            switch (index, newValue) {
            case (let index?, let value?): attributes[index].value = value
            case (let index?, nil): attributes.remove(at: index)
            case (nil, let value?): attributes.append(Attribute(name: name, value: value))
            case (nil, nil): break
            }
        }
    }

    /// Appends the element as SVG in an HTML page writes it, each name that it refers to as `names` gives it.
    func write(to markup: inout String, names: (String) -> String) {
        markup += "<" + name
        for attribute in attributes {
            markup += " " + attribute.name + "=\""
            if let key = attribute.reference {
                let isAddress = attribute.name == "href"
                markup += (isAddress ? "#" : "url(#") + names(key) + (isAddress ? "" : ")")
            } else {
                markup += attribute.value
            }
            markup += "\""
        }
        if children.isEmpty {
            markup += "/>"
            return
        }
        markup += ">"
        for child in children { child.write(to: &markup, names: names) }
        markup += "</" + name + ">"
    }

    /// The element as it stands, which tells it from all others.
    var markup: String {
        var markup = ""
        write(to: &markup, names: { $0 })
        return markup
    }
}

extension SVGElement.Attribute {
    /// The name of the element that the value refers to, `nil` for any other value.
    var reference: String? {
        if name == "href" { return value.hasPrefix("#") ? String(value.dropFirst()) : nil }
        guard value.hasPrefix("url(#"), value.hasSuffix(")") else { return nil }
        return String(value.dropFirst(5).dropLast())
    }

    /// The same attribute referring to something else.
    func referring(to key: String) -> Self {
        Self(name: name, value: name == "href" ? "#" + key : "url(#" + key + ")")
    }
}

/// A drawing that can't stand in a page.
enum SVGError: Error, Hashable, CustomStringConvertible {
    case malformed(at: Int, expected: String)
    case tooDeep
    case foreign(String)
    case missing(String)
    case noSize

    var description: String {
        switch self {
        case .malformed(let place, let expected): "is no SVG: at byte \(place) \(expected) is missing"
        case .tooDeep: "is nested more than \(SVGReader.deepest) levels deep"
        case .foreign(let what): "holds \(what), which no figure of the course draws"
        case .missing(let name): "refers to #\(name), which it does not hold"
        case .noSize: "has no width and height"
        }
    }
}
