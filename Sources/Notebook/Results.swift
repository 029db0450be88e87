import Platform

/// Every number that a page's prose and figures show, by name.
public struct Results: Encodable, Sendable {
    private var values: [String: any Encodable & Sendable] = [:]

    /// Results of a page on which nothing was recorded yet.
    public init() {}

    /// Keeps a value under a name; a later one replaces an earlier one.
    public mutating func record(_ name: String, _ value: some Encodable & Sendable) {
        values[name] = value
    }

    /// Those of some names.
    public func named(_ isWanted: (String) -> Bool) -> Results {
        var results = Results()
        results.values = values.filter { isWanted($0.key) }
        return results
    }

    /// Writes the values under their names, sorted.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Name.self)
        for (name, value) in values.sorted(by: { $0.key < $1.key }) {
            try value.encode(to: container.superEncoder(forKey: Name(stringValue: name)))
        }
    }

    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}
