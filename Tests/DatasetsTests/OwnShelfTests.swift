import Datasets
import Foundation
import Storage
import TestSupport
import Testing

@Suite("Imported data on their shelf", .limited)
struct OwnShelfTests {
    private func made(_ folder: URL, seed: UInt64 = 1) throws -> OwnSet {
        let pictures = folder.appending(path: "pictures")
        try OwnPictures.write(13, to: pictures, classes: 2)
        return try OwnSet(reading: pictures, as: "mine", ImportOptions(seed: seed), threads: 2)
    }

    @Test("come back as they were, verified, under one identity wherever they lie")
    func roundTrip() throws {
        try withFolder { folder in
            let set = try made(folder)
            let shelf = OwnShelf(folder: folder.appending(path: "shelf"))
            let place = try shelf.put(set, replacing: false)
            #expect(shelf.names == ["mine"])
            let data = try shelf.data("mine")
            #expect(data == set.description)
            let source = DatasetSource(data, from: .folder(place))
            let loaded = try source.load(threads: 2)
            #expect(loaded.train == set.train && loaded.test == set.test && source.isOwn && !source.isDrawn)
            let unread = DatasetSource(data, from: .imported(folder.appending(path: "pictures"), ImportOptions()))
            #expect(try unread.load(threads: 1).train == set.train && unread.identity == source.identity)
            #expect(source.identity != DatasetSource(.mnist, from: .folder(place)).identity)
        }
    }

    @Test("the same again changes nothing; others need to be let in, and then nothing of the old is left")
    func replacing() throws {
        try withFolder { folder in
            let shelf = OwnShelf(folder: folder.appending(path: "shelf"))
            let (set, other) = (try made(folder), try made(folder, seed: 2))
            let place = try shelf.put(set, replacing: false)
            try shelf.put(set, replacing: false)
            let error = caught(OwnDataError.self) { try shelf.put(other, replacing: false) }
            #expect(error == .taken("mine", place: place.path) && (try? shelf.data("mine")) == set.description)
            try shelf.put(other, replacing: true)
            #expect(try shelf.data("mine") == other.description)
            let left = try FileManager.default.contentsOfDirectory(atPath: shelf.folder.path)
            #expect(left == ["mine"])
        }
    }

    @Test("what was killed in the midst is put right by the next import")
    func killed() throws {
        try withFolder { folder in
            let shelf = OwnShelf(folder: folder.appending(path: "shelf"))
            let set = try made(folder)
            let place = try shelf.put(set, replacing: false)
            // Between taking the old data away and putting the new ones there.
            let old = shelf.folder.appending(path: ".course-import-old-mine")
            try FileManager.default.moveItem(at: place, to: old)
            try Files.write([1], to: shelf.folder.appending(path: ".course-import-new/train-images.idx"))
            try shelf.put(set, replacing: false)
            #expect(try FileManager.default.contentsOfDirectory(atPath: shelf.folder.path) == ["mine"])
        }
    }

    @Test("a changed file is found out, and a description that nobody imported is told")
    func damaged() throws {
        try withFolder { folder in
            let shelf = OwnShelf(folder: folder)
            let set = try made(folder)
            let place = try shelf.put(set, replacing: false)
            let labels = place.appending(path: "train-labels.idx")
            var bytes = try Files.read(labels)
            bytes[bytes.count - 1] ^= 1
            try Files.write(bytes, to: labels)
            let error = caught(DatasetError.self) {
                try DatasetSource(set.description, from: .folder(place)).load(threads: 1)
            }
            #expect(error?.description.contains("import it again") == true, "\(String(describing: error))")

            let file = place.appending(path: OwnDescription.file)
            let text = String(decoding: try Files.read(file), as: UTF8.self)
            for (old, new) in [
                ("\"format\" : 1", "\"format\" : 2"), ("\"height\" : 28", "\"height\" : 5"),
                ("\"channels\" : 3", "\"channels\" : 2"),
                ("\"circle\",", ""), ("\"count\" : 6", "\"count\" : -6"), ("{", "["),
            ] {
                try Files.write(text.replacing(old, with: new), to: file)
                #expect(throws: OwnDataError.self, "\(new)") { try shelf.data("mine") }
            }
        }
    }

    @Test("a name that nothing has is an error with the near miss")
    func unknown() throws {
        try withFolder { folder in
            let shelf = OwnShelf(folder: folder)
            try shelf.put(try made(folder), replacing: false)
            let error = caught(OwnDataError.self) { try shelf.data("mien") }
            #expect(error?.description.contains("did you mean mine?") == true)
        }
    }
}
