/// How pages count bytes: by thousands, everywhere.
enum Memory {
    /// Bytes in a KB, and KB in an MB.
    static let kilo = 1_000

    static func kilobytes(_ bytes: Int) -> Double { Double(bytes) / Double(kilo) }

    static func megabytes(_ bytes: Int) -> Double { kilobytes(bytes) / Double(kilo) }
}
