import Datasets
import Platform
import Storage

/// A data set that could not be fetched: what was tried, and how to do it by hand.
public struct FetchError: Error, CustomStringConvertible {
    /// An address, and why it did not give the file.
    public struct Attempt: Equatable, Sendable {
        /// Where the file was asked for.
        public let url: URL
        /// What happened last.
        public let failure: TransferFailure
    }

    /// Which data set.
    public let kind: DatasetDescription
    /// Where its files belong.
    public let folder: URL
    /// The files that are not there yet, with the addresses that each has.
    public let missing: [(file: DatasetFile, addresses: [URL])]
    /// The last answer of each address that was asked.
    public let attempts: [Attempt]
    /// What the disk said, if that was in the way.
    public let storage: StorageError?

    /// Why, in a few words: what the disk said, or the last address.
    public var reason: String { storage?.description ?? attempts.last?.failure.description ?? "nobody has it" }

    /// What happened, and below it which files are needed, from where, and where they belong.
    public var description: String {
        var lines = ["\(kind.name) could not be fetched:"]
        if let storage { lines.append("  \(storage)") }
        for attempt in attempts {
            lines.append("  \(attempt.url.absoluteString)")
            lines.append("      \(attempt.failure)")
        }
        lines.append("By hand: put these files into \(folder.path), as .gz or decompressed")
        lines.append("(the sums are the SHA-256 of the decompressed content):")
        for (file, addresses) in missing {
            lines.append("  \(file.name)  \(file.sha256)")
            for address in addresses { lines.append("      \(address.absoluteString)") }
        }
        lines.append("`course data verify` then says whether they are intact.")
        return lines.joined(separator: "\n")
    }
}
