import Languages
import Platform
import Storage

/// What classes are called in other languages: `classes.json` in the folder of the data,
/// `{"cat": {"en": "cat", "es": "gato"}, "3": "three"}`.
enum ClassNames {
    static let file = "classes.json"
    /// Longer names have no room in figures.
    private static let longest = 32

    /// The names that the folder's file gives the classes; as they are, where there is none.
    ///
    /// - Throws: ``OwnDataError`` for a name that figures can't show, and for a class that does not exist.
    static func read(in content: FolderContent, for classes: [ClassName]) throws(OwnDataError) -> [ClassName] {
        guard content.files.contains(file) else {
            for name in classes { try check(name, in: content.folder.path) }
            return classes
        }
        let path = content.url(file).path
        guard case .object(let given)? = try? CanonicalJSON.decode(JSONValue.self, from: content.bytes(file)) else {
            throw .malformed(
                file: path, expected: "a JSON object such as {\"cat\": {\"en\": \"cat\", \"es\": \"gato\"}}",
                found: "something else")
        }
        let known = classes.map(\.plain)
        if let stranger = given.keys.sorted().first(where: { !known.contains($0) }) {
            let hint = NearMisses.hint(
                for: stranger, in: known, otherwise: "there are \(known.joined(separator: ", "))")
            throw .malformed(file: path, expected: "names of classes", found: "“\(stranger)”; \(hint)")
        }
        var named: [ClassName] = []
        for one in classes {
            var name = one
            if let value = given[one.plain] {
                guard let read = ClassName(value) else {
                    throw .malformed(
                        file: path, expected: "for “\(one.plain)” a name, or a name for each language's code",
                        found: "\(value)")
                }
                name = read
            }
            try check(name, in: path)
            named.append(name)
        }
        return named
    }

    /// - Throws: ``OwnDataError/malformed(file:expected:found:)``.
    static func check(_ name: ClassName, in path: String) throws(OwnDataError) {
        for text in name.byLanguage?.values.sorted() ?? [name.plain] {
            let isPlain = text.unicodeScalars.allSatisfy { !($0.properties.generalCategory == .control) }
            guard isPlain, !text.trimmingSpaces().isEmpty, text.count <= longest else {
                throw .malformed(
                    file: path, expected: "names of classes of 1 to \(longest) characters",
                    found: "“\(text.prefix(60))”")
            }
        }
    }
}

extension ClassName {
    /// From JSON: a text, or an object of texts by the codes of languages.
    init?(_ value: JSONValue) {
        switch value {
        case .text(let text): self.init(text)
        case .object(let object):
            let names = object.compactMapValues(\.text)
            guard !names.isEmpty, names.count == object.count, names.keys.allSatisfy({ Language.isCode($0) }) else {
                return nil
            }
            self.init(byLanguage: names)
        default: return nil
        }
    }
}
