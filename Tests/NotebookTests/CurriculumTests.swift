import Datasets
import Documents
import Foundation
import Languages
import Notebook
import Synchronization
import TestSupport
import Testing

// One after the other: they count how often the same unit is computed.
@Suite("Running lessons", .limited, .serialized)
struct CurriculumTests {
    private static let counted = Counter()

    /// A unit that counts how often it is computed.
    private static let unit = CourseMeasurement("tests/answer", version: 1, needs: []) { _ in
        counted.increment()
        return 42
    }

    private struct Whole: SampleLesson {
        static let id = "whole"
        static let units: [any CourseUnit] = [unit]
        static let texts = ["en": text, "es": text]
        private static let text = "{answer}\n\n:::{listing} answer\n:::"
        func run(into material: inout Material, using course: Course) throws {
            material.value("answer", try course.value(of: unit))
            material.record("answer", try course.value(of: unit))
        }
    }

    private struct Unmarked: SampleLesson {
        static let id = "unmarked"
        static let texts = ["en": text, "es": text]
        private static let text = "Text.\n\n:::{listing} anwser\n:::"
    }

    private struct Silent: SampleLesson {
        static let id = "silent"
        static let texts: [String: String] = [:]
    }

    private let listings = [
        "whole/answer": Listing(name: "answer", file: "Lessons/Whole/Whole.swift", firstLine: 3, source: "42"),
        "unmarked/answer": Listing(name: "answer", file: "Lessons/U.swift", firstLine: 1, source: "42"),
    ]

    private func course(_ store: ResultStore, seed: UInt64 = 1) -> Course {
        Course(
            settings: RunSettings(seed: seed, isQuick: false, digits: DatasetSource(.mnist, from: .drawn(seed: 1))),
            store: store, threads: 1)
    }

    @Test("a unit is computed once, then read back, and computed again when its entry is damaged")
    func once() throws {
        let curriculum = try Curriculum(samples: [Whole.self], listings: listings)
        try withStore { store in
            let before = Self.counted.value
            _ = try curriculum.page(at: 0, using: course(store))
            _ = try curriculum.page(at: 0, using: course(store))
            #expect(Self.counted.value == before + 1)
            let key = Self.unit.key(in: course(store).settings)
            try Data("damaged".utf8).write(to: store.location(of: key))
            let page = try curriculum.page(at: 0, using: course(store))
            #expect(Self.counted.value == before + 2)
            #expect(page.cells.count == 2)
        }
    }

    @Test("an impossible value is refused, though its entry passes its checksum, and computed again")
    func impossible() throws {
        try withStore { store in
            let warnings = Mutex<[String]>([])
            let course = Course(
                settings: course(store).settings, store: store, threads: 1,
                reporter: Reporter(
                    say: { _ in }, warn: { text in warnings.withLock { $0.append(text) } }, progress: { _ in }))
            try store.write(Array("-3".utf8), for: Self.unit.key(in: course.settings))
            #expect(try course.value(of: Self.unit) == 42)
            #expect(
                warnings.withLock { $0 } == [
                    "the stored tests/answer does not fit this program (answer is -3, not 0 to 100); it is computed again"
                ])
        }
    }

    @Test("a listing without a mark is an error with its place that names the near misses")
    func unmarked() throws {
        try withStore { store in
            let error = caught(CourseError.self) {
                try Curriculum(samples: [Unmarked.self], listings: listings).page(at: 0, using: course(store))
            }
            #expect(
                error?.description.hasSuffix(
                    "Lessons/unmarked/unmarked.en.md:9: error: this shows the listing “anwser”, but no // snippet.anwser "
                        + "marks it; did you mean answer?") == true)
        }
    }

    @Test("a lesson without documents is an error that says where they belong, with the near misses")
    func noDocuments() {
        #expect(
            caught(DocumentError.self) { try Curriculum(samples: [Silent.self]) }?.description
                == "silent.en.md:1: error: the lesson “silent” has no documents; write the lesson in a file of this name."
        )
        let error = caught(DocumentError.self) {
            try Curriculum(samples: [Silent.self], files: ["Lessons/Silent/silnet.en.md": "Text."])
        }
        #expect(error?.description.hasSuffix("has no documents; did you mean silnet?") == true)
    }

    @Test("an unknown lesson is an error that names the near misses")
    func unknown() {
        let error = caught(CourseError.self) {
            try Curriculum(samples: [Whole.self, Unmarked.self]).index(of: "unmakred")
        }
        #expect(error?.isUsage == true)
        #expect(error?.description.contains("did you mean unmarked?") == true)
    }

    @Test("the state of a unit says whether it is stored, stale (and why), or missing")
    func states() throws {
        struct Trained: SampleLesson {
            static let id = "trained"
            static let texts = ["en": "Text.", "es": "Texto."]
            static let units: [any CourseUnit] = [
                CourseMeasurement("tests/digits", version: 2, needs: [.digits]) { _ in 1 }
            ]
        }
        let curriculum = try Curriculum(samples: [Trained.self])
        try withStore { store in
            let settings = course(store).settings
            #expect(curriculum.unitStates(in: store, for: settings).map(\.state) == [.missing])
            let old = CourseMeasurement("tests/digits", version: 1, needs: [.digits]) { _ in 1 }
            _ = try course(store).value(of: old)
            let stale = curriculum.unitStates(in: store, for: settings)
            #expect(stale.map(\.state) == [.stale])
            #expect(stale.map(\.reason) == ["version changed"])
        }
    }
}

/// A count that tests share.
final class Counter: @unchecked Sendable {
    private let lock = NSLock()
    private var count = 0

    func increment() { lock.withLock { count += 1 } }
    var value: Int { lock.withLock { count } }
}

/// What the units of these tests keep.
extension Int: StoredValue {
    /// Whether it is small.
    public func check() throws(ImpossibleValue) { try Expect.number("answer", self, in: 0...100) }
}
