import Datasets
import Downloads
import Foundation
import Storage
import Synchronization

/// A small file that plays a published one.
struct PlayedFile {
    /// Looks like IDX; told from another by its seed.
    let content: [UInt8]
    let published: DatasetFile
    /// As a mirror serves it.
    var gzip: [UInt8] { PlayedFile.gzip(content) }

    init(_ part: DatasetFile.Part, seed: Int = 1, size: Int = 50_000) {
        content = [0, 0, 8, 1] + (0..<size).map { UInt8(truncatingIfNeeded: ($0 &* 31 &+ seed) &* 17 >> 3) }
        published = DatasetFile(
            kind: .mnist, part: part, size: content.count, sha256: SHA256.hex(of: content))
    }

    /// A gzip file (RFC 1952) of stored blocks.
    static func gzip(_ content: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
        var start = 0
        repeat {
            let count = min(content.count - start, 65_535)
            bytes += [start + count == content.count ? 1 : 0] + little(count, 2) + little(~count, 2)
            bytes += content[start..<(start + count)]
            start += count
        } while start < content.count
        return bytes + little(Int(crc(content)), 4) + little(content.count, 4)
    }

    private static func little(_ value: Int, _ bytes: Int) -> [UInt8] {
        (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        var sum = ~UInt32(0)
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}

/// What a download told.
final class Events: Sendable {
    private let list = Mutex<[FetchEvent]>([])

    var tell: @Sendable (FetchEvent) -> Void { { event in self.list.withLock { $0.append(event) } } }

    var failures: [TransferFailure] {
        list.withLock { $0.compactMap { if case .failed(_, _, let failure) = $0 { failure } else { nil } } }
    }

    var setAside: [URL] {
        list.withLock { $0.compactMap { if case .setAside(_, let url, _) = $0 { url } else { nil } } }
    }

    var fetched: Int { list.withLock { $0.count { if case .fetched = $0 { true } else { false } } } }
}

extension TransferRules {
    /// Short of patience, and content with HTTP on the loopback interface.
    static func test(redirects: Bool = false, pauses: [Double] = [0.01, 0.01]) -> TransferRules {
        var rules = TransferRules()
        (rules.connectSeconds, rules.stallSeconds, rules.pauses) = (2, 1, pauses)
        rules.plainHTTP = .onLoopback(redirects: redirects)
        return rules
    }
}

/// Runs `body` with a new folder, which is gone afterwards.
func withCache(_ body: (DataCache) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "downloads-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(DataCache(folder: folder))
}
