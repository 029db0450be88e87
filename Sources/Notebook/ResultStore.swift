import Platform
import Storage

/// What a stored entry is made from: the name of the unit and everything that its value depends on.
///
/// Two runs that agree on all inputs share the entry; a run that differs in one finds none, and the difference
/// says why.
///
/// The rule: whatever can change a bit of the value is in the key or can't change it. In the key are the data, by their
/// content (drawn pictures by pixels that this machine's Cairo has drawn, which also tell one pixman from another), the
/// seed, the configuration, and the version of the code. Processor, system and libraries are not: all levels of the
/// instruction set do the same operations, elementary functions are the course's own, and no other library takes part:
/// zlib's answer is verified by its hash, fonts and the drawn scene are used by pages alone, which are never stored. A
/// unit that asks Cairo, Pango or the C library for a number has to bring that into its key.
public struct UnitKey: Hashable, Codable, Sendable {
    /// The unit's name, such as `cnn/evaluation`.
    public let unit: String
    /// What the value depends on, by name: the data, the seed, the configuration, the version of the code.
    public let inputs: [String: String]

    /// A key from a unit's name and inputs.
    public init(unit: String, inputs: [String: String]) {
        self.unit = unit
        self.inputs = inputs
    }

    /// A content hash of name and inputs: 64 hexadecimal digits.
    public var digest: String {
        let lines = inputs.sorted { $0.key < $1.key }.map {
            "\($0.key.count):\($0.key)=\($0.value.count):\($0.value)\n"
        }
        return SHA256.hex(of: unit + "\n" + lines.joined())
    }
}

/// The folder where computed results lie, apart from any report.
///
/// An entry is a header line (JSON: the key, the payload's length and SHA-256) and the payload. An entry that
/// does not verify counts as absent, and the caller is told, so that it is computed again.
public struct ResultStore: Sendable {
    /// What looking for an entry found.
    public enum Lookup: Sendable {
        case found([UInt8])
        case absent
        /// There is a file, but it is not what was written; the text says how.
        case damaged(String)
    }

    /// Where the entries lie, a folder for each unit.
    public let folder: URL

    /// A store in a folder, which need not exist yet.
    public init(folder: URL) { self.folder = folder }

    /// The line before the payload.
    struct Header: Codable {
        let format: Int
        let key: UnitKey
        let length: Int
        let sha256: String
    }

    private static let format = 1

    /// Where the entry of a key lies.
    public func location(of key: UnitKey, kind: String = "json") -> URL {
        folder.appending(path: Self.path(of: key, kind: kind))
    }

    /// The same, by its path in the store.
    static func path(of key: UnitKey, kind: String = "json") -> String {
        "\(key.unit.replacing("/", with: "-"))/\(key.name).\(kind)"
    }

    /// Looks an entry up and verifies it.
    public func read(_ key: UnitKey) -> Lookup {
        let url = location(of: key)
        guard FileManager.default.fileExists(atPath: url.path) else { return .absent }
        let bytes: [UInt8]
        do { bytes = try Files.read(url) } catch { return .damaged("\(error)") }
        switch Self.parse(bytes) {
        case .failure(let problem): return .damaged("\(url.path): \(problem.description)")
        case .success(let (header, payload)):
            guard header.key == key else { return .damaged("\(url.path): it holds another unit's result") }
            return .found(payload)
        }
    }

    /// Whether an entry of that key is there and verifies.
    public func holds(_ key: UnitKey) -> Bool {
        if case .found = read(key) { true } else { false }
    }

    /// Publishes an entry.
    ///
    /// - Throws: `StorageError`.
    public func write(_ payload: [UInt8], for key: UnitKey) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let header = Header(format: Self.format, key: key, length: payload.count, sha256: SHA256.hex(of: payload))
        let line = Array(try encoder.encode(header)) + [UInt8(ascii: "\n")]
        try Files.write(line + payload, to: location(of: key))
    }

    /// The keys of a unit's entries that can be read, whatever their inputs.
    public func keys(of unit: String) -> [UnitKey] {
        let folder = folder.appending(path: unit.replacing("/", with: "-"))
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".json") }.sorted().compactMap { name in
            guard let bytes = try? Files.read(folder.appending(path: name)),
                case .success(let (header, _)) = Self.parse(bytes)
            else { return nil }
            return header.key
        }
    }

    /// Every file of the store that the program wrote, told by the digest that names it: entries, whole or damaged,
    /// and what lies beside one, such as its weights. Anything else in the folder is not among them.
    public var ownFiles: [URL] {
        let units = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let entries = units.sorted().flatMap { unit -> [URL] in
            let folder = folder.appending(path: unit)
            let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
            return names.filter { name in
                let stem = name.drop { $0 == "." }.prefix { $0 != "." }
                return stem.count == 32 && stem.allSatisfy { $0.isASCII && $0.isHexDigit }
            }.map { folder.appending(path: $0) }
        }
        let last = folder.appending(path: "last-report.json")
        return entries + (FileManager.default.fileExists(atPath: last.path) ? [last] : []) + Files.leftovers(in: folder)
    }

    /// Why a file is no entry.
    struct Problem: Error { let description: String }

    /// Takes an entry apart.
    static func parse(_ bytes: [UInt8]) -> Result<(Header, [UInt8]), Problem> {
        guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")),
            let header = try? CanonicalJSON.decode(Header.self, from: Array(bytes[..<end]))
        else { return .failure(Problem(description: "it has no header of this program")) }
        let payload = Array(bytes[(end + 1)...])
        guard header.format == format else {
            return .failure(Problem(description: "it has format \(header.format), this program writes \(format)"))
        }
        guard header.length == payload.count else {
            return .failure(Problem(description: "it has \(payload.count) bytes where \(header.length) were written"))
        }
        guard header.sha256 == SHA256.hex(of: payload) else {
            return .failure(Problem(description: "its SHA-256 is not the one that was written"))
        }
        return .success((header, payload))
    }
}
