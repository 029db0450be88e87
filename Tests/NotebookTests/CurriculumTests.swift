import Datasets
import Figures
import Foundation
import Languages
import Notebook
import Synchronization
import TestSupport
import Testing

// One after the other: they count how often the same unit is computed.
@Suite("Running lessons", .serialized)
struct CurriculumTests {
    private static let counted = Counter()

    /// A unit that counts how often it is computed.
    private static let unit = CourseMeasurement("tests/answer", version: 1, needs: []) { _ in
        counted.increment()
        return 42
    }

    private struct Whole: Lesson {
        static let about: LessonDescription? = sample("whole")
        static let units: [any CourseUnit] = [unit]
        func write(on page: inout Page, using course: Course) throws {
            page.prose(en: "\(try course.value(of: unit))", es: "\(try course.value(of: unit))")
            try page.code("answer")
            page.record("answer", try course.value(of: unit))
        }
    }

    private struct Unmarked: Lesson {
        static let about: LessonDescription? = sample("unmarked")
        func write(on page: inout Page, using course: Course) throws { try page.code("anwser") }
    }

    private struct Silent: Lesson {
        static let about: LessonDescription? = sample("silent", figures: ["promised"])
        func write(on page: inout Page, using course: Course) throws {}
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
        let curriculum = try Curriculum([Whole.self], listings: listings)
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

    @Test("a value that no run can have measured is refused, whole as its entry is, and computed again")
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

    @Test("a listing without a mark is an error that names the near misses")
    func unmarked() throws {
        try withStore { store in
            let error = caught(CourseError.self) {
                try Curriculum([Unmarked.self], listings: listings).page(at: 0, using: course(store))
            }
            #expect(error?.description.contains("did you mean answer?") == true)
        }
    }

    @Test("a lesson that does not draw the figures that it announces is an error")
    func figuresDiffer() throws {
        try withStore { store in
            #expect(throws: CourseError.figuresDiffer("silent", announced: ["promised"], drawn: [])) {
                try Curriculum([Silent.self], listings: [:]).page(at: 0, using: course(store))
            }
        }
    }

    @Test("an unknown lesson is an error that names the near misses")
    func unknown() {
        let error = caught(CourseError.self) {
            try Curriculum([Whole.self, Silent.self], listings: [:]).index(of: "silnet")
        }
        #expect(error?.isUsage == true)
        #expect(error?.description.contains("did you mean silent?") == true)
    }

    @Test("the state of a unit says whether it is stored, stale (and why), or missing")
    func states() throws {
        struct Trained: Lesson {
            static let about: LessonDescription? = sample("trained")
            static let units: [any CourseUnit] = [
                CourseMeasurement("tests/digits", version: 2, needs: [.digits]) { _ in 1 }
            ]
            func write(on page: inout Page, using course: Course) throws {}
        }
        let curriculum = try Curriculum([Trained.self], listings: [:])
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
