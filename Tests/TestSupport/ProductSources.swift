import Foundation

/// The sources of the program, for tests that forbid something in all of them.
public struct ProductSources {
    /// A line that is not to be there: `Drawing/Canvas.swift:3: import Foundation`.
    public private(set) var found: [String] = []
    /// How many files were read.
    public private(set) var files = 0

    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Reads every Swift file below `Sources` and `Lessons`.
    ///
    /// - Parameters:
    ///   - excluded: folders of `Sources` that are left out.
    ///   - isForbidden: asked of every line.
    public init(except excluded: [String], where isForbidden: (Substring) -> Bool) throws {
        for folder in ["Sources", "Lessons"] {
            let folder = Self.root.appending(path: folder)
            guard let paths = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] else {
                throw CocoaError(.fileReadNoSuchFile, userInfo: [NSFilePathErrorKey: folder.path])
            }
            for path in paths where path.hasSuffix(".swift") && !excluded.contains(where: { path.hasPrefix($0 + "/") })
            {
                files += 1
                let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
                for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
                where isForbidden(line) {
                    found.append("\(path):\(number + 1): \(line)")
                }
            }
        }
    }
}
