import Figures
import Languages
import Platform
import Storage

/// `course.json` in the folder where the command is typed: the options that somebody does not want to type
/// again. What is typed comes first.
public struct ConfigurationFile: Sendable {
    /// Own data in the place of MNIST, by their name.
    public var data: String?
    /// Where data sets lie.
    public var dataDir: String?
    /// A picture in the place of the course's own.
    public var image: String?
    /// Where results are kept.
    public var store: String?
    /// Where pages go.
    public var output: String?
    /// Whether no connection is opened.
    public var offline: Bool?
    /// Where every random stream begins.
    public var seed: UInt64?
    /// How many threads compute, 1 to 256.
    public var threads: Int?
    /// Whether networks train on a small budget.
    public var quick: Bool?
    /// The languages of pages and figures.
    public var languages: LanguageList?
    /// The decimal mark of all languages.
    public var decimal: DecimalMark?
    /// What figures are drawn on by `course figures` and its like.
    public var paper: Paper?
    /// The course's name.
    public var title: String?
    /// Who teaches it.
    public var author: String?
    /// Where it is taught.
    public var institution: String?
    /// Where the repository can be read.
    public var source: String?
    /// Where the report will be found.
    public var base: String?

    /// The file's name.
    public static let name = "course.json"
    private static let keys = [
        "author", "base", "data", "data-dir", "decimal", "image", "institution", "lang", "offline", "output",
        "paper", "quick", "seed", "source", "store", "threads", "title",
    ]

    /// A key or a value that makes no sense, with the place to mend.
    public struct Failure: Error, CustomStringConvertible {
        /// The file, what is wrong in it, and what would be right.
        public let description: String
    }

    private init() {}

    /// Reads the file if there is one.
    ///
    /// - Throws: ``Failure`` for an unknown key (with the near misses) or a value of the wrong kind; `StorageError`.
    public init(in folder: URL) throws {
        let url = folder.appending(path: Self.name)
        // A link that leads nowhere was meant to lead somewhere.
        var status = stat()
        guard lstat(url.path, &status) == 0 else {
            self.init()
            return
        }
        try self.init(decoding: Files.read(url, limit: 1 << 20), path: url.path)
    }

    /// Reads the file's bytes.
    ///
    /// - Parameter path: the file's place, for messages.
    /// - Throws: ``Failure``, as ``init(in:)``.
    public init(decoding bytes: [UInt8], path: String) throws(Failure) {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw Failure(description: "\(path) is no text in UTF-8; write options there, such as {\"seed\": 7}")
        }
        let outline = JSONOutline(of: bytes)
        if let fault = outline.fault {
            throw Failure(description: "\(path):\(fault.line): this is no JSON: \(fault.expected)")
        }
        guard case .object(let object)? = try? CanonicalJSON.decode(JSONValue.self, from: bytes) else {
            throw Failure(description: "\(path) is not a JSON object of options, such as {\"seed\": 7}")
        }
        var lines: [String: Int] = [:]
        for (name, line) in outline.keys {
            if let first = lines.updateValue(line, forKey: name) {
                throw Failure(
                    description: "\(path):\(line): “\(name)” is in line \(first) already; take one of them out")
            }
        }
        func place(_ key: String) -> String { lines[key].map { "\(path):\($0)" } ?? path }
        for key in object.keys.sorted() where !Self.keys.contains(key) {
            throw Failure(
                description: "\(place(key)): unknown key “\(key)”; "
                    + NearMisses.hint(
                        for: key, in: Self.keys, otherwise: "the keys are \(Self.keys.joined(separator: ", "))"))
        }
        func value<Value>(_ key: String, _ kind: String, _ read: (JSONValue) -> Value?) throws(Failure) -> Value? {
            guard let raw = object[key] else { return nil }
            guard let value = read(raw) else {
                let given = raw.text == "" ? "an empty text" : "\(raw)"
                throw Failure(description: "\(place(key)): “\(key)” takes \(kind), not \(given)")
            }
            return value
        }
        data = try value("data", "the name of own data") { $0.text.flatMap { $0.isEmpty ? nil : $0 } }
        dataDir = try value("data-dir", Self.folderKind, Self.folder)
        image = try value("image", "a picture's path", Self.folder)
        store = try value("store", Self.folderKind, Self.folder)
        output = try value("output", Self.folderKind, Self.folder)
        title = try value("title", "a text", \.text)
        author = try value("author", "a text", \.text)
        institution = try value("institution", "a text", \.text)
        source = try value("source", Self.addressKind, Self.address)
        base = try value("base", Self.addressKind, Self.address)
        seed = try value("seed", "a whole number from 0 on", \.whole)
        threads = try value("threads", "a number from 1 to 256") {
            $0.whole.flatMap { (1...256).contains($0) ? Int($0) : nil }
        }
        quick = try value("quick", "true or false", \.boolean)
        offline = try value("offline", "true or false", \.boolean)
        if let list = try value("lang", "languages such as \"en,es\"", \.text) {
            languages = LanguageList(list, from: place("lang"))
        }
        paper = try value("paper", "\"white\", \"cream\" or \"none\"") { $0.text.flatMap(Paper.init) }
        decimal = try value("decimal", "\"point\" or \"comma\"") { $0.text.flatMap(DecimalMark.init) }
    }

    private static let folderKind = "a folder's path"

    private static func folder(_ raw: JSONValue) -> String? { raw.text.flatMap { $0.isEmpty ? nil : $0 } }

    /// What ``source`` and ``base`` take.
    public static let addressKind = "an address that begins with https:// and ends with a slash"

    /// Whether a text is of that kind.
    public static func isAddress(_ text: String) -> Bool { text.hasPrefix("https://") && text.hasSuffix("/") }

    private static func address(_ raw: JSONValue) -> String? { raw.text.flatMap { isAddress($0) ? $0 : nil } }
}
