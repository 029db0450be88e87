import Foundation
import Notebook
import Storage
import TestSupport
import Testing

@Suite("The store of results", .limited)
struct ResultStoreTests {
    private let key = UnitKey(unit: "cnn/evaluation", inputs: ["seed": "1", "digits": "abc"])
    private let payload = Array("{\"accuracy\": 0.99}\n".utf8)

    @Test("what is kept is found again, under its own key only")
    func roundTrip() throws {
        try withStore { store in
            try store.write(payload, for: key)
            #expect(store.found(key) == payload)
            #expect(store.found(UnitKey(unit: key.unit, inputs: ["seed": "2", "digits": "abc"])) == nil)
            #expect(store.found(UnitKey(unit: "mnist/survey", inputs: key.inputs)) == nil)
        }
    }

    @Test("a key's digest depends on every name and value, and not on their order")
    func digests() {
        let same = UnitKey(unit: key.unit, inputs: ["digits": "abc", "seed": "1"])
        #expect(same.digest == key.digest)
        let shifted = UnitKey(unit: key.unit, inputs: ["seed": "1\n6:digits=3:abc"])
        #expect(shifted.digest != key.digest)
        #expect(UnitKey(unit: key.unit, inputs: [:]).digest != key.digest)
    }

    @Test("an entry with any byte changed, or cut short anywhere, counts as damaged")
    func damage() throws {
        try withStore { store in
            try store.write(payload, for: key)
            let url = store.location(of: key)
            let whole = try Files.read(url)
            for index in whole.indices {
                var changed = whole
                changed[index] ^= 1
                try Files.write(changed, to: url)
                #expect(store.found(key) == nil, "byte \(index)")
            }
            for length in 0..<whole.count {
                try Files.write(Array(whole[..<length]), to: url)
                guard case .damaged(let problem) = store.read(key) else {
                    Issue.record("cut to \(length) bytes it was not damaged")
                    continue
                }
                #expect(problem.contains(url.path))
            }
        }
    }

    @Test("another unit's entry under this name is not taken for it")
    func foreign() throws {
        try withStore { store in
            let other = UnitKey(unit: key.unit, inputs: ["seed": "9"])
            try store.write(payload, for: other)
            try Files.write(Files.read(store.location(of: other)), to: store.location(of: key))
            #expect(store.found(key) == nil)
        }
    }

    @Test("the keys of a unit can be listed, damaged entries left out")
    func keys() throws {
        try withStore { store in
            try store.write(payload, for: key)
            try Files.write("nonsense", to: store.folder.appending(path: "cnn-evaluation/other.json"))
            #expect(store.keys(of: key.unit) == [key])
            #expect(store.keys(of: "mnist/survey").isEmpty)
        }
    }
}

extension ResultStore {
    /// The payload where it was found.
    func found(_ key: UnitKey) -> [UInt8]? {
        if case .found(let payload) = read(key) { payload } else { nil }
    }
}

/// A store in a folder of its own, removed afterwards.
func withStore(_ body: (ResultStore) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "store-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(ResultStore(folder: folder))
}
