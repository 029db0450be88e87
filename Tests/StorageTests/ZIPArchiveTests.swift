import Foundation
import Storage
import TestSupport
import Testing

@Suite("A ZIP archive", .limited)
struct ZIPArchiveTests {
    private let members: [ZIPArchive.Member] = [
        .init("a.txt", "one"), .init("folder/ñandú.bin", [UInt8](0...255)), .init("empty", [UInt8]()),
    ]

    @Test("has the check sums that the standard's own example has")
    func checkSum() {
        #expect(CRC32.of(Array("123456789".utf8)) == 0xCBF4_3926)
        #expect(CRC32.of([]) == 0)
    }

    @Test("is read by another program, which finds every file as it was")
    func reading() throws {
        let bytes = try #require(ZIPArchive.bytes(of: members, comment: "at the end"))
        try withFolder { folder in
            let file = folder.appending(path: "archive.zip")
            try Data(bytes).write(to: file)
            let script = """
                import sys, zipfile
                archive = zipfile.ZipFile(sys.argv[1])
                assert archive.testzip() is None
                assert archive.comment == b"at the end"
                assert archive.namelist() == ["a.txt", "folder/ñandú.bin", "empty"]
                assert archive.read("a.txt") == b"one" and archive.read("empty") == b""
                assert archive.read("folder/ñandú.bin") == bytes(range(256))
                """
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/env")
            process.arguments = ["python3", "-c", script, file.path]
            try process.run()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
        }
    }

    @Test("is the same bytes for the same files, and none where there are too many")
    func limits() {
        #expect(ZIPArchive.bytes(of: members) == ZIPArchive.bytes(of: members))
        let many = (0..<65_535).map { ZIPArchive.Member("\($0)", [UInt8]()) }
        #expect(ZIPArchive.bytes(of: many) == nil)
        #expect(ZIPArchive.bytes(of: members, comment: String(repeating: "x", count: 70_000)) == nil)
    }
}
