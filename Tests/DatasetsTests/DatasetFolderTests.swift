import Datasets
import Foundation
import Storage
import TestSupport
import Testing

@Suite("Data in a folder", .limited)
struct DatasetFolderTests {
    private let names = DatasetDescription.mnist.files.map(\.name)

    private func error(in folder: URL, of kind: DatasetDescription = .mnist) -> DatasetError? {
        caught(DatasetError.self) { try DatasetSource(kind, from: .folder(folder)).load(threads: 2) }
    }

    @Test("files that are missing are all named")
    func missing() throws {
        try Fixtures.withFolder { folder in
            #expect(error(in: folder) == .missing(kind: .mnist, folder: folder.path, files: names))
            try Files.write([1], to: folder.appending(path: names[1] + ".gz"))
            try Files.write([1], to: folder.appending(path: "mnist/" + names[2]))
            let missing = error(in: folder)
            #expect(missing == .missing(kind: .mnist, folder: folder.path, files: [names[0], names[3]]))
            #expect(missing?.description.contains("\(names[0]) and \(names[3]) are missing") == true)
            #expect(DatasetFolder(folder, of: .mnist).missingFiles == [names[0], names[3]])
        }
    }

    @Test("a folder that does not exist holds nothing")
    func noFolder() {
        let nowhere = URL(filePath: "/nowhere/at/all")
        #expect(DatasetFolder(nowhere, of: .fashionMNIST).missingFiles.count == 4)
        #expect(throws: DatasetError.self) { try DatasetSource.resolve(.mnist, directory: nowhere, seed: 1) }
    }

    @Test("the data set's own folder comes before the given one, raw before gzip")
    func order() throws {
        try Fixtures.withFolder { folder in
            let file = DatasetDescription.mnist.files[0]
            for path in [file.name + ".gz", file.name, "mnist/" + file.name + ".gz", "mnist/" + file.name] {
                try Files.write([1], to: folder.appending(path: path))
                #expect(DatasetFolder(folder, of: .mnist).location(of: file)?.path == folder.appending(path: path).path)
            }
        }
    }

    @Test("files of a wrong size, of wrong content, and damaged ones are told apart, by name")
    func wrong() throws {
        try Fixtures.withFolder { folder in
            for name in names { try Files.write([1, 2, 3], to: folder.appending(path: name)) }
            let first = folder.appending(path: names[0])
            #expect(error(in: folder) == .malformed(file: first.path, expected: "47040016 bytes", found: "3"))

            try Files.write([UInt8](repeating: 7, count: 47_040_016), to: first)
            let labels = folder.appending(path: names[1])
            try Files.write(Fixtures.bomb, to: labels)
            guard case .wrongContent(.mnist, first.path, _, _, nil)? = error(in: folder) else {
                Issue.record("wrong content is not told")
                return
            }
        }
    }

    /// Files of other kinds, and what they are said to be.
    private static let others: [(bytes: [UInt8], found: String)] = [
        ([], "an empty file"),
        (Array("<!DOCTYPE html><title>Log in</title>".utf8), "a web page"),
        (Array("\u{FEFF}\r\n  <HTML><body>".utf8), "a web page"),
        (Array("<?xml version='1.0'?><html xmlns='x'>".utf8), "a web page"),
        (Array("<?xml version='1.0'?><Error><Code>AccessDenied</Code></Error>".utf8), "an XML document"),
        (Array("{\"message\": \"rate limit\"}".utf8), "a JSON document"),
        (Array("404: Not Found".utf8), "a text"),
        (Array("Página no encontrada".utf8), "a text"),
        (
            Array("version https://git-lfs.github.com/spec/v1\noid sha256:0\n".utf8),
            "a pointer of Git LFS, not the file itself"
        ),
        ([0x50, 0x4B, 3, 4, 20, 0, 0, 0], "a ZIP archive"),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4], "a 7-Zip archive"),
        ([UInt8](repeating: 0x41, count: 257) + Array("ustar\u{0}00".utf8), "a tar archive"),
        ([0x93] + Array("NUMPY\u{1}".utf8), "an array of NumPy"),
    ]

    @Test("a file of another kind is told by its first bytes, whatever its name says", arguments: others.indices)
    func otherKind(index: Int) throws {
        let (bytes, found) = Self.others[index]
        try Fixtures.withFolder { folder in
            for name in names { try Files.write(bytes, to: folder.appending(path: name + ".gz")) }
            guard case .otherKind(let file, found, let advice)? = error(in: folder) else {
                Issue.record("\(String(describing: error(in: folder)))")
                return
            }
            #expect(file == folder.appending(path: names[0] + ".gz").path && !advice.isEmpty)
        }
    }

    @Test("a gzip file within a gzip file is told, and so is an archive that was compressed")
    func twice() throws {
        try Fixtures.withFolder { folder in
            for name in names { try Files.write(Fixtures.twice, to: folder.appending(path: name)) }
            #expect(error(in: folder)?.description.contains("is a gzip file within a gzip file") == true)
        }
    }

    @Test("a gzip bomb stops at the size of the file that it poses as")
    func bomb() throws {
        try Fixtures.withFolder { folder in
            for name in names { try Files.write(Fixtures.bomb, to: folder.appending(path: name)) }
            // The first file may be far larger than the bomb; its size is wrong all the same.
            let first = folder.appending(path: names[0]).path
            #expect(error(in: folder) == .malformed(file: first, expected: "47040016 bytes", found: "200000"))
        }
    }

    @Test("a cut gzip file is told as such")
    func cut() throws {
        try Fixtures.withFolder { folder in
            for name in names {
                try Files.write(Array(Fixtures.sentence.dropLast(9)), to: folder.appending(path: name))
            }
            let first = folder.appending(path: names[0]).path
            #expect(error(in: folder) == .damagedGzip(file: first, reason: "it ends too early"))
        }
    }

    @Test("identities tell data sets, seeds and drawings apart, and copies of the same files not")
    func identities() {
        let here = DatasetSource(.mnist, from: .folder(URL(filePath: "/here")))
        let there = DatasetSource(.mnist, from: .folder(URL(filePath: "/there")))
        #expect(here.identity == there.identity)
        let others = DatasetDescription.published.flatMap { kind in
            [DatasetSource.Origin.folder(URL(filePath: "/")), .drawn(seed: 1), .drawn(seed: 2)].map {
                DatasetSource(kind, from: $0).identity
            }
        }
        #expect(Set(others).count == 6)
        #expect(others.allSatisfy { $0.count == 64 })
    }

    @Test("drawn images are known by their pixels: a Cairo that draws others makes another data set")
    func pixels() throws {
        for kind in DatasetDescription.published {
            let source = DatasetSource(kind, from: .drawn(seed: 1))
            let probe = try DrawnImages(kind, seed: 0).images(0..<DrawnImages.probeCount, threads: 2)
            #expect(Set(probe.labels).count >= 9, "nearly every class is among those that tell")
            #expect(source.identity == source.identity(drawing: SHA256.hex(of: probe.pixels)))
            var changed = probe.pixels
            let edge = try #require(changed.firstIndex { (1..<255).contains($0) })
            changed[edge] += 1
            #expect(source.identity != source.identity(drawing: SHA256.hex(of: changed)))
            // Published files are what they are, whoever draws.
            let folder = DatasetSource(kind, from: .folder(URL(filePath: "/here")))
            #expect(folder.identity == folder.identity(drawing: "otherwise"))
        }
    }

    @Test("without a folder, the program draws")
    func fallback() throws {
        let source = try DatasetSource.resolve(.mnist, directory: nil, seed: 9)
        #expect(source == DatasetSource(.mnist, from: .drawn(seed: 9)))
        #expect(source.isDrawn)
    }
}

/// What holds for the published files; runs where `COURSE_DATA` names a folder that has them.
@Suite("Published data", .limited, .enabled(if: ProcessInfo.processInfo.environment["COURSE_DATA"] != nil))
struct PublishedDataTests {
    private let folder = URL(filePath: ProcessInfo.processInfo.environment["COURSE_DATA"] ?? "")

    @Test("60,000 and 10,000 images are read and verified", arguments: DatasetDescription.published)
    func load(kind: DatasetDescription) throws {
        let data = try DatasetSource.resolve(kind, directory: folder, seed: 1).load(threads: 2)
        #expect(data.train.count == 60_000 && data.test.count == 10_000)
        #expect(!data.source.isDrawn)
        if kind == .mnist {
            #expect(data.train.labels.prefix(5) == [5, 0, 4, 1, 9])
            #expect(data.test.classCounts() == [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009])
        } else {
            #expect(data.test.classCounts() == Array(repeating: 1000, count: 10))
        }
    }

    @Test("one half's file under the other's name is found out")
    func halves() throws {
        let file = DatasetDescription.mnist.files[3]
        let location = try #require(DatasetFolder(folder, of: .mnist).location(of: file))
        let error = caught(DatasetError.self) {
            try DatasetDescription.mnist.files[1].content(of: Files.read(location), named: "x")
        }
        #expect(error == .anotherFile(kind: .mnist, file: "x", isFile: "MNIST's t10k-labels-idx1-ubyte"))
    }

    @Test("one data set's file under the other's name is found out")
    func swapped() throws {
        try Fixtures.withFolder { other in
            for file in DatasetDescription.fashionMNIST.files {
                let source = try #require(DatasetFolder(folder, of: .fashionMNIST).location(of: file))
                try Files.write(Files.read(source), to: other.appending(path: file.name))
            }
            let error = caught(DatasetError.self) {
                try DatasetSource(.mnist, from: .folder(other)).load(threads: 1)
            }
            #expect(error?.description.contains("it is Fashion-MNIST's train-images-idx3-ubyte") == true)
        }
    }
}
