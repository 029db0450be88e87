import Notebook
import Storage
import TestSupport
import Testing

/// The schema that editors get and the reader of `course train` come from one description; here each member of the schema
/// is tried on the reader.
@Suite("The schema of networks as files", .limited)
struct NetworkSchemaTests {
    private let schema: JSONValue

    init() throws { schema = try CanonicalJSON.decode(JSONValue.self, from: Array(NetworkFile.schema.utf8)) }

    /// What the reader says of a network in which one object is exchanged.
    private func verdict(layer: JSONValue? = nil, optimizer: JSONValue? = nil, rest: [String: JSONValue] = [:])
        -> String
    {
        let dense: JSONValue = .object(["layer": .text("Dense"), "units": .whole(10), "activation": .text("softmax")])
        let flat: JSONValue = .object(["layer": .text("Flatten")])
        var members: [String: JSONValue] = [
            "data": .text("mnist"), "loss": .text("categoricalCrossEntropy"), "epochs": .whole(1), "batch": .whole(1),
            "optimizer": optimizer ?? .object(["kind": .text("adam")]),
            "layers": .list((layer.map { [$0] } ?? []) + [flat, dense]),
        ]
        members.merge(rest) { $1 }
        let text = Self.text(.object(members))
        let error = caught(NetworkFileError.self) {
            try NetworkFile(decoding: Array(text.utf8), path: "net.json", name: "net")
        }
        return error?.problem ?? ""
    }

    /// Whether the reader took the words, whatever it says of shapes.
    private func isUnderstood(_ verdict: String) -> Bool {
        !["has no “", " takes ", "lacks “", "is never"].contains { verdict.contains($0) }
    }

    @Test("every kind of layer and of optimiser that the schema knows is read, with each of its members at its bounds")
    func kinds() throws {
        let layers = try #require(schema["properties"]?["layers"]?["items"]?["oneOf"]?.elements)
        #expect(layers.count == 7)
        let optimizers = try #require(schema["properties"]?["optimizer"]?["oneOf"]?.elements)
        #expect(optimizers.count == 2)
        for kind in layers { try tryMembers(of: kind, by: "layer") { verdict(layer: $0) } }
        for kind in optimizers { try tryMembers(of: kind, by: "kind") { verdict(optimizer: $0) } }
    }

    private func tryMembers(of kind: JSONValue, by key: String, _ verdict: (JSONValue) -> String) throws {
        let properties = try #require(kind["properties"]?.members)
        let required = try #require(kind["required"]?.elements).compactMap(\.text)
        #expect(kind["additionalProperties"] == .boolean(false))
        let name = try #require(properties[key]?["const"])
        var least: [String: JSONValue] = [key: name]
        for member in required where member != key {
            let allowed = Self.allowed(try #require(properties[member]))
            let first: JSONValue = try #require(allowed.first)
            least[member] = first
        }
        #expect(isUnderstood(verdict(.object(least))), "\(least)")
        for member in required {
            #expect(verdict(.object(least.filter { $0.key != member })).contains("lacks “\(member)”"))
        }
        for (member, form) in properties where member != key {
            for value in Self.allowed(form) {
                let words = verdict(.object(least.merging([member: value]) { $1 }))
                #expect(isUnderstood(words), "\(name) \(member) \(value): \(words)")
            }
            for value in Self.refused(form) {
                let words = verdict(.object(least.merging([member: value]) { $1 }))
                #expect(!isUnderstood(words), "\(name) \(member) \(value)")
            }
        }
        #expect(verdict(.object(least.merging(["colour": .whole(1)]) { $1 })).contains("has no “colour”"))
    }

    @Test("so is each member of the file itself")
    func members() throws {
        let properties = try #require(schema["properties"]?.members)
        for (member, form) in properties where !["layers", "optimizer", "noise", "input"].contains(member) {
            for value in Self.allowed(form) {
                #expect(isUnderstood(verdict(rest: [member: value])), "\(member) \(value)")
            }
            for value in Self.refused(form) {
                #expect(!isUnderstood(verdict(rest: [member: value])), "\(member) \(value)")
            }
        }
        let noises = try #require(properties["noise"]?["oneOf"]?.elements)
        #expect(noises.count == 4)
        for noise in noises { try tryMembers(of: noise, by: "kind") { verdict(rest: ["noise": $0]) } }
    }

    @Test("a default that the schema states is what the reader does without the member")
    func defaults() throws {
        let text = """
            { "data": "mnist", "layers": [ { "layer": "Conv2D", "filters": 2, "kernel": 3 }, { "layer": "Flatten" },
              { "layer": "Dense", "units": 10, "activation": "softmax" } ], "loss": "categoricalCrossEntropy",
              "optimizer": { "kind": "adam" }, "epochs": 1, "batch": 8 }
            """
        let plain = try NetworkFile(decoding: Array(text.utf8), path: "net.json", name: "net")
        var filled = text
        func fill(_ object: JSONValue?, after place: String) throws {
            let members = try #require(object?["properties"]?.members)
            let defaults = members.sorted { $0.key < $1.key }.compactMap { name, form in
                form["default"].map { "\"\(name)\": \(Self.text($0))" }
            }
            filled = filled.replacing(place, with: defaults.joined(separator: ", ") + ", " + place)
        }
        let layers = try #require(schema["properties"]?["layers"]?["items"]?["oneOf"]?.elements)
        let optimizers = try #require(schema["properties"]?["optimizer"]?["oneOf"]?.elements)
        try fill(schema, after: "\"data\"")
        try fill(
            layers.first { $0["properties"]?["layer"]?["const"]?.text == "Conv2D" }, after: "\"layer\": \"Conv2D\"")
        try fill(
            optimizers.first { $0["properties"]?["kind"]?["const"]?.text == "adam" }, after: "\"kind\": \"adam\"")
        #expect(filled.contains("\"beta2\"") && filled.contains("\"padding\"") && filled.contains("\"keeps\""))
        let full = try NetworkFile(decoding: Array(filled.utf8), path: "net.json", name: "net")
        #expect(full.text == plain.text)
    }

    /// Values at the ends of what a schema allows.
    private static func allowed(_ form: JSONValue) -> [JSONValue] {
        if let words = form["enum"]?.elements { return words }
        switch form["type"]?.text {
        case "integer": return [form["minimum"], form["maximum"]].compactMap { $0 }
        case "number":
            let inner = (form["exclusiveMinimum"] ?? form["exclusiveMaximum"]) == nil ? [] : [JSONValue.number(0.5)]
            return [form["minimum"], form["maximum"]].compactMap { $0 } + inner
        case "string": return [.text("a")]
        default: return []
        }
    }

    /// Values just outside, and of another type.
    private static func refused(_ form: JSONValue) -> [JSONValue] {
        if form["enum"] != nil { return [.text("colour"), .whole(1)] }
        switch form["type"]?.text {
        case "integer", "number":
            var values: [JSONValue] = [.text("1"), .list([]), .null, .number(-2)]
            values += [form["exclusiveMinimum"], form["exclusiveMaximum"]].compactMap { $0 }
            if case .whole(let most)? = form["maximum"], most < .max { values.append(.whole(most + 1)) }
            if case .whole(let least)? = form["minimum"], least > 0 { values.append(.whole(least - 1)) }
            if form["type"]?.text == "integer" { values.append(.number(1.5)) }
            return values
        case "string": return [.whole(1)] + (form["pattern"] == nil ? [] : [.text("../x"), .text("")])
        default: return []
        }
    }

    /// JSON as it is typed.
    private static func text(_ value: JSONValue) -> String {
        switch value {
        case .text(let text): "\"\(text)\""
        case .list(let list): "[" + list.map(text).joined(separator: ",") + "]"
        case .object(let object):
            "{" + object.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\(text($0.value))" }.joined(separator: ",")
                + "}"
        default: value.description
        }
    }
}

extension JSONValue {
    fileprivate var members: [String: JSONValue]? { if case .object(let object) = self { object } else { nil } }
    fileprivate var elements: [JSONValue]? { if case .list(let list) = self { list } else { nil } }
    fileprivate subscript(name: String) -> JSONValue? { members?[name] }
}
