import Datasets
import Foundation
import Languages
import Notebook
import Storage
import Synchronization
import TestSupport
import Testing

@Suite("A store that can't be written", .limited)
struct StoreKeepingTests {
    private static let units = (1...3).map { number in
        CourseMeasurement("tests/number-\(number)", version: 1, needs: []) { _ in
            counted.withLock { $0 += 1 }
            return number
        }
    }
    private static let counted = Mutex(0)

    /// A store below a file, which nobody can write, root included.
    private func withBlockedStore(_ body: (ResultStore) throws -> Void) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "blocked-\(UUID().uuidString)")
        try Data().write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        try body(ResultStore(folder: file.appending(path: "store")))
    }

    private func course(_ store: ResultStore, needsStore: Bool, warn: @escaping @Sendable (String) -> Void) -> Course {
        Course(
            settings: RunSettings(seed: 1, isQuick: false, digits: DatasetSource(.mnist, from: .drawn(seed: 1))),
            store: store, threads: 2, reporter: Reporter(say: { _ in }, warn: warn, progress: { _ in }),
            needsStore: needsStore)
    }

    @Test("keeps nothing: whoever shows results is told so once, and computes each of them once")
    func showing() throws {
        try withBlockedStore { store in
            let warnings = Mutex<[String]>([])
            let course = course(store, needsStore: false) { text in warnings.withLock { $0.append(text) } }
            let before = Self.counted.withLock { $0 }
            try course.prepare(Self.units)
            for _ in 0..<2 { #expect(try Self.units.map { try course.value(of: $0) } == [1, 2, 3]) }
            #expect(Self.counted.withLock { $0 } == before + 3)
            let said = warnings.withLock { $0 }
            #expect(said.count == 1, "\(said)")
            #expect(said.first?.contains(store.folder.path) == true)
            #expect(said.first?.contains("--store or COURSE_STORE") == true)
            #expect(said.first?.contains("computes and keeps nothing") == true)
        }
    }

    @Test("is an error for whoever computes in order to keep, before anything is computed")
    func keeping() throws {
        try withBlockedStore { store in
            let unit = CourseMeasurement("tests/never", version: 1, needs: []) { _ -> Int in
                Issue.record("it was computed")
                return 0
            }
            let error = caught(StoreNotWritable.self) {
                _ = try course(store, needsStore: true, warn: { _ in }).value(of: unit)
            }
            #expect(error?.description.contains("--store or COURSE_STORE") == true)
        }
    }
}
