import Datasets
import Foundation
import Imaging
import Storage
import TestSupport
import Testing

/// The forms in which people have data, each made by the test itself.
@Suite("Own data of every form", .limited)
struct OwnFormsTests {
    private func set(_ folder: URL, _ options: ImportOptions = ImportOptions()) throws -> OwnSet {
        try OwnSet(reading: folder, as: "mine", options, threads: 2)
    }

    private func write(_ bytes: [UInt8], _ name: String, in folder: URL) throws {
        try Files.write(bytes, to: folder.appending(path: name))
    }

    /// `count` pictures of some size, each with all pixels of 10 times its label, but the first, which is its number.
    private func pictures(_ labels: [Int], size: Int = 784) -> [UInt8] {
        labels.enumerated().flatMap { number, label in
            [UInt8(number % 256)] + [UInt8](repeating: UInt8(10 * label), count: size - 1)
        }
    }

    private func labels(_ classes: Range<Int>, each count: Int) -> [Int] {
        (0..<count).flatMap { _ in Array(classes) }
    }

    @Test("a folder of 64 x 64 colour pictures in five classes: their own size, their names, a fifth held back")
    func pictureFolders() throws {
        try withFolder { folder in
            try OwnPictures.write(20, to: folder, width: 64, height: 64)
            let set = try set(folder)
            #expect(set.description.shape == [64, 64, 3])
            #expect(set.description.classes.map(\.plain) == OwnPictures.classes)
            #expect((set.train.count, set.test.count) == (80, 20))
            #expect(set.train.classCounts() == [16, 16, 16, 16, 16] && set.test.classCounts() == [4, 4, 4, 4, 4])
            #expect(set.notes.isEmpty)
            // Every stretch has each class in its share, so validation has, too.
            #expect(set.train.labels.suffix(5).sorted() == [0, 1, 2, 3, 4])
            // Every picture is in one half, whole.
            let all = Set(
                (0..<80).map { Array(set.train.pixels(of: $0)) } + (0..<20).map { Array(set.test.pixels(of: $0)) })
            let circle = OwnPictures.picture(0, 7, width: 64, height: 64)
            let bytes = circle.pixels.enumerated().filter { $0.offset % 4 < 3 }.map(\.element)
            #expect(all.contains(bytes))
        }
    }

    @Test("the seed chooses what is held back, the threads choose nothing")
    func seeds() throws {
        try withFolder { folder in
            try OwnPictures.write(15, to: folder, classes: 2, isGray: true)
            let one = try set(folder)
            let alone = try OwnSet(reading: folder, as: "mine", ImportOptions(), threads: 1)
            #expect(one.train == alone.train && one.test == alone.test && one.description == alone.description)
            let other = try set(folder, ImportOptions(seed: 2))
            #expect(other.test != one.test && other.description != one.description)
            let half = try set(folder, ImportOptions(testShare: 1 / 3))
            #expect((half.train.count, half.test.count) == (20, 10))
        }
    }

    @Test("train and test folders are what they say; sizes and channels follow the options, in proportion")
    func halves() throws {
        try withFolder { folder in
            try OwnPictures.write(10, to: folder.appending(path: "train"), classes: 3, width: 40, height: 30)
            try OwnPictures.write(4, to: folder.appending(path: "test"), classes: 3, width: 60, height: 30)
            let set = try set(folder)
            #expect(set.description.shape == [28, 28, 3] && (set.train.count, set.test.count) == (30, 12))
            #expect(set.notes.count == 1 && set.notes[0].contains("28 x 28"))
            let wide = try self.set(folder, ImportOptions(size: .init(width: 48, height: 24), isGray: true))
            #expect(wide.description.shape == [24, 48, 1])
        }
    }

    @Test("a square in the middle of a wide picture stays a square")
    func proportion() throws {
        try withFolder { folder in
            for name in ["a", "b"] {
                for number in 0..<13 {
                    var image = GrayImage(width: 80, height: 40)
                    for row in 10..<30 { for column in 30..<50 { image[row, column] = 200 + Float(number) } }
                    try write(try PNG.encode(image), "\(name)/\(number).png", in: folder)
                }
            }
            let image = try set(folder, ImportOptions(size: .init(width: 20, height: 20))).train.image(0)
            let lit = image.rows.enumerated().flatMap { row, line in
                line.indices.filter { line[$0] > 100 }.map { (row, $0) }
            }
            #expect(lit.count == 100 && lit.allSatisfy { (5..<15).contains($0.0) && (5..<15).contains($0.1) })
        }
    }

    @Test("IDX files under the published names become own data, as KMNIST has them, gzip or not")
    func kmnist() throws {
        try withFolder { folder in
            let (train, test) = (labels(0..<10, each: 12), labels(0..<10, each: 2))
            try write(Fixtures.idx([120, 28, 28], pictures(train)), "train-images-idx3-ubyte", in: folder)
            try write(Fixtures.idx([120], train.map { UInt8($0) }), "train-labels-idx1-ubyte", in: folder)
            try write(Fixtures.idx([20, 28, 28], pictures(test)), "t10k-images-idx3-ubyte", in: folder)
            try write(Fixtures.idx([20], test.map { UInt8($0) }), "t10k-labels-idx1-ubyte", in: folder)
            try write(Array("お\nき\nす\nつ\nな\nは\nま\nや\nれ\nを\n".utf8), "classes.txt", in: folder)
            let set = try set(folder)
            #expect((set.train.count, set.test.count) == (120, 20) && set.description.shape == [28, 28, 1])
            #expect(set.description.classes.map(\.plain).prefix(2) == ["お", "き"])
            let label = set.train.labels[17]
            #expect(set.train.pixels(of: 17).dropFirst().allSatisfy { $0 == 10 * label })
        }
    }

    @Test("EMNIST's letters: labels from 1 on, names by its mapping, rows and columns changed back")
    func emnist() throws {
        try withFolder { folder in
            let train = labels(1..<27, each: 12)
            // A bright first row, as EMNIST stores a bright first column.
            let content = train.flatMap { _ in [UInt8](repeating: 250, count: 28) + [UInt8](repeating: 0, count: 756) }
            try write(Fixtures.idx([312, 28, 28], content), "emnist-letters-train-images-idx3-ubyte", in: folder)
            try write(
                Fixtures.idx([312], train.map { UInt8($0) }), "emnist-letters-train-labels-idx1-ubyte", in: folder)
            let mapping = (1...26).map { "\($0) \($0 + 64) \($0 + 96)\n" }.joined()
            try write(Array(mapping.utf8), "emnist-letters-mapping.txt", in: folder)
            let set = try set(folder)
            #expect(set.description.classes.map(\.plain).joined() == "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
            let image = set.train.image(0)
            #expect((0..<28).allSatisfy { image[$0, 0] == 250 && image[$0, 1] == 0 })
            #expect(set.notes.contains { $0.contains("EMNIST") })
            let asStored = try self.set(folder, ImportOptions(transposes: false)).train.image(0)
            #expect((0..<28).allSatisfy { asStored[0, $0] == 250 && asStored[1, $0] == 0 })
        }
    }

    @Test("CIFAR-10's records: a label, then all reds, all greens, all blues")
    func cifar() throws {
        try withFolder { folder in
            func records(_ count: Int) -> [UInt8] {
                (0..<count).flatMap { number -> [UInt8] in
                    let label = UInt8(number % 10)
                    let planes = [1, 2, 3].flatMap { [UInt8](repeating: label * 20 + $0, count: 1024) }
                    return [label] + planes
                }
            }
            let inner = folder.appending(path: "cifar-10-batches-bin")
            try write(records(60), "data_batch_1.bin", in: inner)
            try write(records(60), "data_batch_2.bin", in: inner)
            try write(records(20), "test_batch.bin", in: inner)
            let names = ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"]
            try write(Array((names.joined(separator: "\n") + "\n\n").utf8), "batches.meta.txt", in: inner)
            let set = try set(folder)
            #expect(set.description.shape == [32, 32, 3] && set.description.classes.map(\.plain) == names)
            #expect((set.train.count, set.test.count) == (120, 20))
            let label = set.train.labels[5]
            let pixel = Array(set.train.pixels(of: 5).prefix(3))
            #expect(pixel == [label * 20 + 1, label * 20 + 2, label * 20 + 3])
            try write(Array(records(3).dropLast()), "data_batch_3.bin", in: inner)
            #expect(throws: OwnDataError.self) { try self.set(folder) }
        }
    }

    /// An array of bytes as NumPy writes it.
    private func npy(_ shape: String, _ content: [UInt8], kind: String = "|u1", order: String = "False") -> [UInt8] {
        let text = "{'descr': '\(kind)', 'fortran_order': \(order), 'shape': (\(shape)), }"
        let padding = String(repeating: " ", count: 63 - (text.utf8.count + 10) % 64) + "\n"
        let header = Array((text + padding).utf8)
        return [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(header.count % 256), UInt8(header.count / 256)] + header
            + content
    }

    @Test("a header of 65,536 bytes is read, and one that is longer is not", arguments: [1 << 16, (1 << 16) + 1])
    func longHeader(length: Int) throws {
        let text = "{'descr': '|u1', 'fortran_order': False, 'shape': (20, 784), }"
        let header = Array(text.utf8) + [UInt8](repeating: 0x20, count: length - text.utf8.count)
        let size = (0..<4).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }
        try withFolder { folder in
            for (label, name) in ["cat", "dog"].enumerated() {
                let content = pictures([Int](repeating: label + 1, count: 20))
                try write([0x93] + Array("NUMPY".utf8) + [2, 0] + size + header + content, "\(name).npy", in: folder)
            }
            let count = (try? set(folder))?.train.count
            #expect(count == (length == 1 << 16 ? 32 : nil))
        }
    }

    @Test("QuickDraw's bitmaps: a file for each class, called by it")
    func quickDraw() throws {
        try withFolder { folder in
            for (label, name) in ["cat", "dog", "owl"].enumerated() {
                let content = pictures([Int](repeating: label + 1, count: 20))
                try write(npy("20, 784", content), "full_numpy_bitmap_\(name).npy", in: folder)
            }
            let set = try set(folder)
            #expect(
                set.description.classes.map(\.plain) == ["cat", "dog", "owl"] && set.description.shape == [28, 28, 1])
            #expect((set.train.count, set.test.count) == (48, 12))
            let label = set.test.labels[3]
            #expect(set.test.pixels(of: 3).last == 10 * (label + 1))
        }
    }

    @Test(
        "an array that is no pictures of bytes is told by what it is",
        arguments: [
            ("20, 783", "|u1", "False", "N x 784"),
            ("20, 784", "<f8", "False", "uint8') makes), found '<f8' (float64)"),
            ("20, 784", "|b1", "False", "found '|b1' (bool)"), ("20, 784", "<U31", "False", "found '<U31'"),
            ("20, 784", "\u{1B}[2Ju1", "False", "found a kind of number that can't be read"),
            ("20, 784", "|u1", "True", "order of C"), ("21, 784", "|u1", "False", "16464 bytes"),
            ("99999999999999999999, 2", "|u1", "False", "whole numbers"),
        ])
    func badArrays(shape: String, kind: String, order: String, words: String) throws {
        try withFolder { folder in
            let size = shape.hasSuffix("783") ? 783 : 784
            for name in ["a.npy", "b.npy"] {
                let content = [UInt8](repeating: 1, count: 20 * size)
                try write(npy(shape, content, kind: kind, order: order), name, in: folder)
            }
            let error = caught(OwnDataError.self) { try set(folder) }
            #expect(error?.description.contains(words) == true, "\(String(describing: error))")
            #expect(error?.description.contains("a.npy") == true)
            #expect(error?.description.contains("'shape'") == false)
        }
    }

    @Test("an array cut at any byte is an error, never a trap")
    func cutArrays() throws {
        let whole = npy("2, 784", [UInt8](repeating: 1, count: 1568))
        #expect(try NumPyArray(whole).shape == [2, 784])
        for length in 0..<whole.count {
            #expect(throws: NumPyArray.Problem.self) { try NumPyArray(Array(whole.prefix(length))) }
        }
    }

    @Test("classes have a name in each language where classes.json says so")
    func names() throws {
        try withFolder { folder in
            try OwnPictures.write(13, to: folder, classes: 2)
            try write(Array("{\"circle\": {\"en\": \"circle\", \"es\": \"círculo\"}}".utf8), "classes.json", in: folder)
            let classes = try set(folder).description.classes
            #expect(classes[0].byLanguage == ["en": "circle", "es": "círculo"] && classes[1].plain == "cross")
            try write(Array("{\"circel\": \"x\"}".utf8), "classes.json", in: folder)
            let error = caught(OwnDataError.self) { try set(folder) }
            #expect(error?.description.contains("did you mean circle?") == true)
        }
    }
}
