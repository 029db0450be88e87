import Datasets
import Foundation
import Storage
import TestSupport
import Testing

@Suite("Data in a folder")
struct DatasetFolderTests {
    private let names = DatasetKind.mnist.files.map(\.name)

    private func error(in folder: URL, of kind: DatasetKind = .mnist) -> DatasetError? {
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
            let file = DatasetKind.mnist.files[0]
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
        let others = DatasetKind.allCases.flatMap { kind in
            [DatasetSource.Origin.folder(URL(filePath: "/")), .drawn(seed: 1), .drawn(seed: 2)].map {
                DatasetSource(kind, from: $0).identity
            }
        }
        #expect(Set(others).count == 6)
        #expect(others.allSatisfy { $0.count == 64 })
    }

    @Test("without a folder, the program draws")
    func fallback() throws {
        let source = try DatasetSource.resolve(.mnist, directory: nil, seed: 9)
        #expect(source == DatasetSource(.mnist, from: .drawn(seed: 9)))
        #expect(source.isDrawn)
    }
}

/// What holds for the published files; runs where `COURSE_DATA` names a folder that has them.
@Suite("Published data", .enabled(if: ProcessInfo.processInfo.environment["COURSE_DATA"] != nil))
struct PublishedDataTests {
    private let folder = URL(filePath: ProcessInfo.processInfo.environment["COURSE_DATA"] ?? "")

    @Test("60,000 and 10,000 images are read and verified", arguments: DatasetKind.allCases)
    func load(kind: DatasetKind) throws {
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

    @Test("one data set's file under the other's name is found out")
    func swapped() throws {
        try Fixtures.withFolder { other in
            for file in DatasetKind.fashionMNIST.files {
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
