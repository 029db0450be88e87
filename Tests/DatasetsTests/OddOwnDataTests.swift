import Datasets
import Foundation
import Imaging
import Storage
import TestSupport
import Testing

@Suite("Own data that are odd get a clear answer", .limited)
struct OddOwnDataTests {
    private func error(_ folder: URL, _ options: ImportOptions = ImportOptions()) -> OwnDataError? {
        caught(OwnDataError.self) { try OwnSet(reading: folder, as: "mine", options, threads: 2) }
    }

    private func idx(_ labels: [UInt8], test: [UInt8]? = nil, side: Int = 28, testSide: Int = 28, in folder: URL) throws
    {
        func put(_ labels: [UInt8], _ half: String, _ side: Int) throws {
            let pixels = [UInt8](repeating: 9, count: labels.count * side * side)
            try Files.write(
                Fixtures.idx([labels.count, side, side], pixels), to: folder.appending(path: "\(half)-images.idx"))
            try Files.write(Fixtures.idx([labels.count], labels), to: folder.appending(path: "\(half)-labels.idx"))
        }
        try put(labels, "train", side)
        if let test { try put(test, "test", testSide) }
    }

    private func each(_ classes: [UInt8], _ count: Int) -> [UInt8] { (0..<count).flatMap { _ in classes } }

    @Test("one class alone, in folders and in labels")
    func oneClass() throws {
        try withFolder { folder in
            try OwnPictures.write(20, to: folder, classes: 1)
            #expect(error(folder) == .oneClass("circle"))
        }
        try withFolder { folder in
            try idx(each([4], 30), in: folder)
            #expect(error(folder) == .oneClass("4"))
        }
    }

    @Test("ten pictures in all are too few, and so is any class without enough for validation")
    func tooFew() throws {
        try withFolder { folder in
            try OwnPictures.write(2, to: folder)
            #expect(error(folder) == .tooFew(name: "circle", count: 1))
        }
        try withFolder { folder in
            try OwnPictures.write(20, to: folder)
            for number in 9..<20 {
                try FileManager.default.removeItem(at: folder.appending(path: "ring/\(number).png"))
            }
            #expect(error(folder) == .tooFew(name: "ring", count: 7))
        }
    }

    @Test("a class that one half lacks is named with the half")
    func absent() throws {
        try withFolder { folder in
            try OwnPictures.write(12, to: folder.appending(path: "train"), classes: 3)
            try OwnPictures.write(3, to: folder.appending(path: "test"), classes: 2)
            #expect(error(folder) == .absent(name: "ring", fromTraining: false))
        }
        try withFolder { folder in
            try OwnPictures.write(12, to: folder.appending(path: "train"), classes: 2)
            try OwnPictures.write(3, to: folder.appending(path: "test"), classes: 3)
            #expect(error(folder) == .absent(name: "ring", fromTraining: true))
        }
        try withFolder { folder in
            try idx(each([0, 1], 12), test: each([0, 1, 2], 2), in: folder)
            #expect(error(folder) == .absent(name: "2", fromTraining: true))
        }
    }

    @Test("a label that nothing has is left out, and that is said")
    func gap() throws {
        try withFolder { folder in
            try idx(each([0, 1, 3], 20), in: folder)
            let set = try OwnSet(reading: folder, as: "mine", threads: 1)
            #expect(set.description.classes.map(\.plain) == ["0", "1", "3"] && set.train.labels.max() == 2)
            #expect(set.notes == ["No picture has the label 2: left out."])
        }
    }

    @Test("labels beyond the names of the classes are told")
    func beyond() throws {
        try withFolder { folder in
            try idx(each([0, 1, 2], 20), in: folder)
            try Files.write("cat\ndog\n", to: folder.appending(path: "classes.txt"))
            #expect(error(folder) == .label(file: folder.path, label: 2, classes: 2))
        }
    }

    @Test("validation has every class, whatever the order of the files")
    func validation() throws {
        try withFolder { folder in
            // All of a class behind one another: the last tenth would be of one class alone.
            try idx(each([0], 40) + each([1], 10) + each([2], 25), test: [0, 1, 2], in: folder)
            let set = try OwnSet(reading: folder, as: "mine", threads: 1)
            #expect(Set(set.train.labels.suffix(8)) == [0, 1, 2])
        }
    }

    @Test("halves of two sizes are told; with --size they are brought to one")
    func twoSizes() throws {
        try withFolder { folder in
            try idx(each([0, 1], 12), test: [0, 1], side: 28, testSide: 20, in: folder)
            #expect(error(folder) == .unlikeHalves(train: "28 x 28, grey", test: "20 x 20, grey"))
            #expect(error(folder, ImportOptions(size: .init(width: 24, height: 24))) == nil)
        }
    }

    @Test("pictures too small or too large for the networks are told, with what helps")
    func sizes() throws {
        try withFolder { folder in
            try idx(each([0, 1], 12), test: [0, 1], side: 8, testSide: 8, in: folder)
            #expect(error(folder) == .size(rows: 8, columns: 8))
            #expect(error(folder)?.description.contains("--size") == true)
            #expect(error(folder, ImportOptions(size: .init(width: 24, height: 24))) == nil)
        }
    }

    @Test("an empty folder, an empty class, a file in the place of a folder, nothing that is data")
    func empty() throws {
        try withFolder { folder in
            #expect(error(folder) == .noForm(folder: folder.path, found: "it is empty"))
            try Files.write("words", to: folder.appending(path: "notes.txt"))
            #expect(error(folder)?.description.contains("notes.txt") == true)
            #expect(error(folder.appending(path: "notes.txt"))?.description.contains("is no folder") == true)
            #expect(error(folder.appending(path: "gone"))?.description.contains("no such folder") == true)
            try OwnPictures.write(13, to: folder, classes: 2)
            let hollow = folder.appending(path: "zebra")
            try FileManager.default.createDirectory(at: hollow, withIntermediateDirectories: true)
            #expect(error(folder) == .emptyClass(folder: hollow.path))
        }
    }

    @Test("hidden files and what systems leave behind are not read")
    func hidden() throws {
        try withFolder { folder in
            try OwnPictures.write(13, to: folder, classes: 2)
            for name in [".DS_Store", "circle/.hidden.png", "circle/Thumbs.db", "cross/desktop.ini", ".git/config"] {
                try Files.write("x", to: folder.appending(path: name))
            }
            let set = try OwnSet(reading: folder, as: "mine", threads: 2)
            #expect(set.train.count + set.test.count == 26 && set.description.classes.count == 2)
        }
    }

    @Test("a picture that can't be read is named, with what to do")
    func broken() throws {
        try withFolder { folder in
            try OwnPictures.write(13, to: folder, classes: 2)
            let whole = try Files.read(folder.appending(path: "cross/4.png"))
            for (bytes, number) in [(Array(whole.prefix(60)), 4), (Array("a text".utf8), 5)] {
                let place = folder.appending(path: "cross/\(number).png")
                let before = try Files.read(place)
                try Files.write(bytes, to: place)
                let error = error(folder)
                guard case .picture(place.path, _)? = error else {
                    Issue.record("\(String(describing: error))")
                    return
                }
                #expect(error?.description.contains("take it out of the folder") == true)
                try Files.write(before, to: place)
            }
        }
    }

    @Test("files that may be the same part are told both, and half a test is told")
    func ambiguous() throws {
        try withFolder { folder in
            try idx(each([0, 1], 20), in: folder)
            try Files.write([1], to: folder.appending(path: "other-train-labels.idx"))
            guard case .ambiguous(_, let files)? = error(folder) else {
                Issue.record("\(String(describing: error(folder)))")
                return
            }
            #expect(files == ["other-train-labels.idx", "train-labels.idx"])
            try FileManager.default.removeItem(at: folder.appending(path: "other-train-labels.idx"))
            try Files.write([1], to: folder.appending(path: "test-labels.idx"))
            let told = error(folder)?.description ?? "none"
            #expect(told.contains("holds test-labels.idx, and the pictures of the test are missing"), "\(told)")
            #expect(told.contains("under the name test-images.idx"), "\(told)")
        }
    }

    @Test(
        "a part without the other is told, with the name that it needs",
        arguments: [
            ("train-images.idx", "labels of the pictures to learn from", "train-labels.idx"),
            ("train-labels.idx", "pictures to learn from", "train-images.idx"),
            ("KMNIST-Train-Images-idx3-ubyte.gz", "labels of the pictures", "KMNIST-Train-Labels-idx1-ubyte,"),
            ("emnist-letters-idx4-ubyte", "labels of the pictures", "emnist-letters-idx1-ubyte"),
            ("t10k-images.idx3-ubyte", "pictures to learn from", "train-images.idx3-ubyte"),
        ])
    func noPart(there: String, lacks: String, name: String) throws {
        try withFolder { folder in
            try Files.write(
                Fixtures.idx([20, 28, 28], [UInt8](repeating: 9, count: 20 * 784)), to: folder.appending(path: there))
            let told = error(folder)?.description ?? "none"
            #expect(
                told.contains("holds \(there), and the \(lacks)") && told.contains("under the name \(name)"), "\(told)")
            // Beside folders of pictures it is a stray file.
            try OwnPictures.write(13, to: folder, classes: 2)
            #expect(error(folder) == nil)
        }
    }

    @Test("a share so large that too little is left to learn from is told, with the option")
    func share() throws {
        try withFolder { folder in
            try OwnPictures.write(20, to: folder, classes: 2)
            let told = error(folder, ImportOptions(testShare: 0.999999))?.description ?? "none"
            #expect(told.contains("of the 20 pictures of “circle” a test share of 0.999999 leaves 0"), "\(told)")
            #expect(told.contains("take a smaller share with --test-share"))
            #expect(error(folder, ImportOptions(testShare: 0.5)) == nil)
        }
    }

    @Test(
        "a smaller share is advised as long as the usual one leaves enough, to the last picture", arguments: [12, 11])
    func usualShare(count: Int) throws {
        try withFolder { folder in
            try OwnPictures.write(count, to: folder, classes: 2)
            let told = error(folder, ImportOptions(testShare: 0.5))?.description ?? "none"
            // Of twelve a fifth leaves ten, of eleven nine.
            #expect(told.contains("take a smaller share with --test-share") == (count == 12), "\(told)")
            #expect(told.contains("10"), "\(told)")
        }
    }

    @Test("classes stand in the order in which people look for them; an earlier import keeps its own")
    func order() throws {
        let names = ["a1", "a02", "a2", "a10", "éclair", "Eclipse", "Zoo", "zoo 9", "zoo 80"]
        try withFolder { folder in
            for name in names.reversed() {
                try OwnPictures.write(13, to: folder, classes: 1)
                let place = folder.appending(path: OwnPictures.classes[0])
                try FileManager.default.moveItem(at: place, to: folder.appending(path: name))
            }
            func set(_ order: [ClassName] = []) throws -> OwnSet {
                try OwnSet(reading: folder, as: "mine", ImportOptions(), keeping: order, threads: 2)
            }
            let natural = try set()
            #expect(natural.description.classes.map(\.plain) == names)
            // As bytes have it.
            let earlier = names.sorted().map { ClassName($0) }
            let kept = try set(earlier)
            #expect(kept.description.classes == earlier && kept.description != natural.description)
            #expect(try set([ClassName("other")]).description == natural.description)
        }
    }

    @Test("an IDX file cut at any byte, or of other dimensions than it has bytes, is told by name")
    func cut() throws {
        try withFolder { folder in
            try idx(each([0, 1], 12), in: folder)
            let images = folder.appending(path: "train-images.idx")
            let whole = try Files.read(images)
            for length in [0, 3, 4, 15, 16, 17, 784, whole.count - 1] {
                try Files.write(Array(whole.prefix(length)), to: images)
                #expect(error(folder)?.description.contains("train-images.idx") == true, "\(length)")
            }
            try Files.write(Fixtures.idx([1 << 31, 1 << 31, 1 << 31], []), to: images)
            #expect(error(folder)?.description.contains("more bytes than a computer has") == true)
        }
    }

    @Test(
        "names that own data can't have",
        arguments: ["", "mnist", "MNIST", "Fashion_MNIST", ".x", "-x", "a/b", "a b", "..", "a\n"])
    func names(name: String) {
        #expect(throws: OwnDataError.self) { try OwnShelf.check(name) }
    }

    @Test("names of any language", arguments: ["cats", "мои-данные", "数字", "a.b_c-2", "año"])
    func goodNames(name: String) throws { try OwnShelf.check(name) }
}
