import Foundation
import TestSupport
import Testing

@testable import Storage

@Suite("Whoever has a folder", .limited)
struct LockHolderTests {
    private static let locks = """
        1: FLOCK  ADVISORY  WRITE 4711 08:01:131090 0 EOF
        1: -> FLOCK  ADVISORY  WRITE 4712 08:01:131091 0 EOF
        2: POSIX  ADVISORY  WRITE 4713 08:01:131092 0 EOF
        3: FLOCK  ADVISORY  WRITE 4714 fe:0a:131093 0 EOF
        4: FLOCK  ADVISORY  WRITE 0 08:01:131094 0 EOF
        nonsense
        """

    @Test("is found among the system's locks by device and number, and is nobody who waits")
    func parsing() {
        func process(_ major: UInt64, _ minor: UInt64, _ number: UInt64) -> Int32? {
            LockHolder.process(holding: (major: major, minor: minor, number: number), in: Self.locks)
        }
        #expect(process(8, 1, 131090) == 4711)
        #expect(process(0xfe, 10, 131093) == 4714)
        #expect(process(8, 2, 131090) == nil)
        for number in [131091, 131092, 131094, 1] { #expect(process(8, 1, UInt64(number)) == nil) }
    }

    @Test("has begun at a time of this day, or on another one")
    func clock() {
        let now = time(nil)
        #expect(LockHolder.clock(now, now).count == 5)
        #expect(LockHolder.clock(now - 7 * 86_400, now).count == 16)
    }

    #if os(Linux)
        @Test("is this very process, where it is")
        func own() throws {
            let folder = FileManager.default.temporaryDirectory.appending(path: "holder-\(UUID().uuidString)")
            defer { try? FileManager.default.removeItem(at: folder) }
            let lock = try FolderLock(folder)
            let descriptor = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            defer { close(descriptor) }
            let holder = try #require(LockHolder(of: descriptor))
            #expect(holder.process == getpid() && !holder.isStopped && holder.start != nil)
            lock.release()
            #expect(LockHolder(of: descriptor) == nil)
        }
    #endif
}
