import Foundation
import Languages
import Storage

/// `course.json` in the folder where the command is typed: the options that somebody does not want to type
/// again. What is typed comes first.
struct ConfigurationFile {
    var dataDir: String?
    var store: String?
    var output: String?
    var offline: Bool?
    var seed: UInt64?
    var threads: Int?
    var quick: Bool?
    var languages: LanguageList?
    var decimal: DecimalMark?
    var title: String?
    var author: String?
    var institution: String?
    var source: String?
    var base: String?

    static let name = "course.json"
    private static let keys = [
        "author", "base", "data-dir", "decimal", "institution", "lang", "offline", "output", "quick", "seed", "source",
        "store", "threads", "title",
    ]

    /// A key or a value that makes no sense, with the place to mend.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    init() {}

    /// Reads the file if there is one.
    ///
    /// - Throws: ``Failure`` for an unknown key (with the near misses) or a value of the wrong kind.
    init(in folder: URL) throws {
        let url = folder.appending(path: Self.name)
        guard FileManager.default.fileExists(atPath: url.path) else { return }
        let bytes = try Files.read(url, limit: 1 << 20)
        guard let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] else {
            throw Failure(description: "\(url.path) is not a JSON object of options, such as {\"seed\": 7}")
        }
        for key in object.keys.sorted() where !Self.keys.contains(key) {
            throw Failure(
                description: "\(url.path): unknown key “\(key)”; "
                    + NearMisses.hint(
                        for: key, in: Self.keys, otherwise: "the keys are \(Self.keys.joined(separator: ", "))"))
        }
        func value<Value>(_ key: String, _ kind: String, _ read: (Any) throws -> Value?) throws -> Value? {
            guard let raw = object[key] else { return nil }
            guard let value = try read(raw) else {
                throw Failure(description: "\(url.path): “\(key)” takes \(kind), not \(raw)")
            }
            return value
        }
        dataDir = try value("data-dir", "a folder's path") { $0 as? String }
        store = try value("store", "a folder's path") { $0 as? String }
        output = try value("output", "a folder's path") { $0 as? String }
        title = try value("title", "a text") { $0 as? String }
        author = try value("author", "a text") { $0 as? String }
        institution = try value("institution", "a text") { $0 as? String }
        source = try value("source", "an address that begins with https://") { $0 as? String }
        base = try value("base", "an address that begins with https://") { $0 as? String }
        seed = try value("seed", "a whole number from 0 on") { Self.wholeNumber($0) }
        threads = try value("threads", "a number from 1 to 256") {
            Self.wholeNumber($0).flatMap { (1...256).contains($0) ? Int($0) : nil }
        }
        quick = try value("quick", "true or false", Self.boolean)
        offline = try value("offline", "true or false", Self.boolean)
        languages = try value("lang", "languages such as \"en,es\"") { try ($0 as? String).map(LanguageList.init) }
        decimal = try value("decimal", "\"point\" or \"comma\"") { ($0 as? String).flatMap(DecimalMark.init) }
    }

    private static func boolean(_ raw: Any) -> Bool? {
        (raw as? NSNumber).flatMap { isBoolean($0) ? $0.boolValue : nil }
    }

    private static func isBoolean(_ number: NSNumber) -> Bool {
        String(cString: number.objCType) == "c" || String(cString: number.objCType) == "B"
    }

    private static func wholeNumber(_ raw: Any) -> UInt64? {
        guard let number = raw as? NSNumber, !isBoolean(number) else { return nil }
        return UInt64(exactly: number.doubleValue)
    }
}
