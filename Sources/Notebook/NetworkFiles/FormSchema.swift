import Storage

/// What a form allows, in the words of JSON Schema (draft 2020-12): editors complete and check a file by it.
enum FormSchema {
    private typealias Member = JSONText.Member

    /// The schema of a whole file.
    ///
    /// - Parameter id: where it says that it is from.
    static func schema(of object: ObjectForm, title: String) -> JSONText {
        let members = [
            Member("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
            Member("title", .text(title)),
        ]
        return .object(members + self.members(of: object, chosenBy: nil))
    }

    private static func schema(of form: Form) -> [JSONText.Member] {
        switch form {
        case .whole(let range):
            return [
                Member("type", .text("integer")), Member("minimum", .whole(range.lowerBound)),
                Member("maximum", .whole(range.upperBound)),
            ]
        case .number(let range):
            return [
                Member("type", .text("number")),
                Member(range.hasLower ? "minimum" : "exclusiveMinimum", .number(range.lower)),
                Member(range.hasUpper ? "maximum" : "exclusiveMaximum", .number(range.upper)),
            ]
        case .word(let words, _): return [Member("enum", .list(words.map { .text($0) }))]
        case .name(let limit):
            return [
                Member("type", .text("string")), Member("pattern", .text("^[A-Za-z0-9][A-Za-z0-9._-]*$")),
                Member("maxLength", .whole(UInt64(limit))),
            ]
        case .text: return [Member("type", .text("string"))]
        case .list(let member, let count):
            return [
                Member("type", .text("array")), Member("items", .object(schema(of: member))),
                Member("minItems", .whole(UInt64(count.lowerBound))),
                Member("maxItems", .whole(UInt64(count.upperBound))),
            ]
        case .object(let object): return members(of: object, chosenBy: nil)
        case .choice(let key, let kinds):
            return [Member("oneOf", .list(kinds.map { .object(members(of: $0, chosenBy: key)) }))]
        }
    }

    /// - Parameter key: the member that says of which kind the object is, if one does.
    private static func members(of object: ObjectForm, chosenBy key: String?) -> [JSONText.Member] {
        var properties: [JSONText.Member] = []
        if let key { properties.append(Member(key, .object([Member("const", .text(object.name))]))) }
        for member in object.members {
            var schema = [Member("description", .text(member.meaning))] + self.schema(of: member.form)
            if case .means(let value) = member.absence { schema.append(Member("default", value)) }
            properties.append(Member(member.name, .object(schema)))
        }
        let required = (key.map { [$0] } ?? []) + object.members.filter(\.isRequired).map(\.name)
        return [
            Member("description", .text(object.meaning)), Member("type", .text("object")),
            Member("properties", .object(properties)), Member("required", .list(required.map { .text($0) })),
            Member("additionalProperties", .boolean(false)),
        ]
    }
}
