/// Modules joined to one script that a page can hold: browsers load none from `file:`.
///
/// Modules stand one after another, each below those that it imports; a name that two of them declare is a mistake. Of
/// JavaScript's forms these are known, each in one line: `import { a, b } from "./c.js";` and `export` before
/// `const`, `function`, `async function` and `class`. Comments that have lines to themselves are left out.
struct ScriptBundle {
    /// The modules by their file names.
    private let modules: [String: String]
    /// Those that stand in the script already, with what they export.
    private var exports: [String: [String]] = [:]
    /// The names that modules declare, and which of them does.
    private var declared: [String: String] = [:]
    /// Those that are being read, outermost first.
    private var open: [String] = []
    private var script = ""

    /// - Parameters:
    ///   - entry: the text of the outermost module, which imports all others.
    ///   - modules: the texts of these by their file names.
    static func script(of entry: String, modules: [String: String]) throws(ScriptError) -> String {
        var bundle = ScriptBundle(modules: modules)
        try bundle.add(entry, named: "the page's own module")
        return "(() => {\n\"use strict\";\n\(bundle.script)})();\n"
    }

    private init(modules: [String: String]) { self.modules = modules }

    private mutating func add(_ text: String, named name: String) throws(ScriptError) {
        open.append(name)
        defer { open.removeLast() }
        var exported: [String] = []
        var body = ""
        for (index, line) in Self.withoutComments(text).enumerated() {
            guard let line else { continue }
            let place = ScriptError.Place(module: name, line: index + 1)
            if line.hasPrefix("import") {
                try take(line, at: place)
                continue
            }
            let isExport = line.hasPrefix("export")
            let declaration = isExport ? line.dropFirst("export ".count) : line
            let names = Self.names(declaredBy: declaration)
            if isExport {
                guard let first = names.first, names.count == 1 else { throw .unknownForm(place) }
                exported.append(first)
            }
            for each in names {
                if let other = declared.updateValue(name, forKey: each) { throw .declaredTwice(each, by: other, place) }
            }
            body += declaration + "\n"
        }
        exports[name] = exported
        script += body
    }

    /// Puts the module that an import names above what is being read.
    private mutating func take(_ line: Substring, at place: ScriptError.Place) throws(ScriptError) {
        let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[2] == ";", parts[1].hasPrefix("./"),
            parts[0].hasPrefix("import { "), parts[0].hasSuffix(" } from ")
        else { throw .unknownForm(place) }
        let name = String(parts[1].dropFirst(2))
        let names = parts[0].dropFirst("import { ".count).dropLast(" } from ".count)
            .split(separator: ",").map { $0.drop { $0 == " " } }
        guard let text = modules[name] else { throw .unknownModule(name, place) }
        if exports[name] == nil {
            guard !open.contains(name) else { throw .circle(open + [name]) }
            try add(text, named: name)
        }
        for each in names where !(exports[name] ?? []).contains(String(each)) {
            throw .notExported(String(each), by: name, place)
        }
    }

    /// The names that a line declares for all that follows: several in `const [a, b] = c;`.
    private static func names(declaredBy text: Substring) -> [String] {
        for start in ["const ", "let ", "function ", "async function ", "class "] where text.hasPrefix(start) {
            let rest = text.dropFirst(start.count)
            let ends: [Character: Character] = ["[": "]", "{": "}"]
            let declared = rest.first.flatMap { ends[$0] }.map { end in rest.dropFirst().prefix { $0 != end } }
            let isPart = { (character: Character) in character.isLetter || character.isNumber || character == "_" }
            return (declared ?? rest.prefix(while: isPart)).split { !isPart($0) }.map(String.init)
        }
        return []
    }

    /// The lines; nil for those that are comments or blank.
    private static func withoutComments(_ text: String) -> [Substring?] {
        var isInside = false
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let content = line.drop { $0 == " " }
            if !isInside, content.hasPrefix("/**") || content.hasPrefix("/*") { isInside = true }
            if isInside {
                if content.hasSuffix("*/") { isInside = false }
                return nil
            }
            return content.isEmpty || content.hasPrefix("//") ? nil : line
        }
    }
}

/// Modules that can't be joined: a mistake in the program's own resources.
public enum ScriptError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A line of a module, from 1.
    public struct Place: Hashable, Sendable, CustomStringConvertible {
        let module: String
        let line: Int

        /// `kernel.js:3`.
        public var description: String { "\(module):\(line)" }
    }

    case unknownModule(String, Place)
    case notExported(String, by: String, Place)
    case declaredTwice(String, by: String, Place)
    case unknownForm(Place)
    case circle([String])

    /// What went wrong and where, in a sentence.
    public var description: String {
        switch self {
        case .unknownModule(let name, let place): "\(place): there is no module \(name)"
        case .notExported(let name, let module, let place): "\(place): \(module) exports no \(name)"
        case .declaredTwice(let name, let module, let place):
            "\(place): \(module) declares \(name) already, and both stand in one script; call this one something else"
        case .unknownForm(let place):
            "\(place): write import { a, b } from \"./c.js\"; or export before const, function or class, in one line"
        case .circle(let names): "modules import each other in a circle: \(names.joined(separator: ", "))"
        }
    }
}
