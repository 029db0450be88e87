import Figures
import Foundation
import Languages
import Lessons
import Notebook
import Storage
import TestSupport
import Testing

@Suite("Results that somebody else put into the store", .limited)
struct StoredValueTests {
    private let curriculum: Curriculum

    init() throws { curriculum = try .course }

    /// All lessons and all of their pages take a quarter of an hour, without the optimiser: `COURSE_THOROUGH=1`.
    private static let isThorough = ProcessInfo.processInfo.environment["COURSE_THOROUGH"] != nil
    private static let lessons = Curriculum.taught.indices.filter { index in
        let units = Curriculum.taught[index].units
        return !units.isEmpty && (isThorough || !units.contains { $0.usesTraining })
    }

    @Test(
        "are refused, or a page can be written and drawn from them, whatever they say",
        arguments: lessons)
    func forged(lesson: Int) throws {
        try withFolder { try forge(lesson, of: curriculum, storedIn: $0) }
    }

    @Test(
        "so are those of networks that documents describe",
        arguments: [
            #"{ "layer": "Dense", "units": 10, "activation": "softmax" }], "loss": "categoricalCrossEntropy""#,
            #"{ "layer": "Dense", "units": 784, "activation": "sigmoid" }], "loss": "binaryCrossEntropy", "noise": { "kind": "blur", "deviation": 1 }"#,
        ])
    func forgedNetwork(end: String) throws {
        try withFolder { folder in
            let show = end.contains("noise") ? "cleaned" : "mistakes"
            let network = """
                { "data": "mnist", "layers": [{ "layer": "Flatten" }, \(end), "optimizer": { "kind": "adam" },
                  "epochs": 1, "batch": 16 }
                """
            try Data(network.utf8).write(to: folder.appending(path: "net.json"))
            let document = """
                ---
                title: Week 3
                question: Why?
                goals: [to see]
                minutes: 1
                ---
                :::{train} net.json show=\(show)
                ---
                title: What it has learnt
                alt: Pictures.
                ---
                Look.
                :::
                """
            let files = Curriculum.carriedDocuments(with: ["week3.en.md": document])
            let curriculum = try Curriculum.course(with: files, in: folder)
            try forge(curriculum.index(of: "week3"), of: curriculum, storedIn: folder.appending(path: "store"))
        }
    }

    private func forge(_ lesson: Int, of curriculum: Curriculum, storedIn folder: URL) throws {
        let store = ResultStore(folder: folder)
        func course() -> Course { Course(settings: .sketch, store: store, threads: 1) }
        try draw(course(), lesson, of: curriculum)

        var (refused, taken) = (0, 0)
        for unit in curriculum.lessons[lesson].units {
            let key = unit.key(in: .sketch)
            guard case .found(let payload) = store.read(key) else {
                Issue.record("nothing was kept for \(unit.name)")
                continue
            }
            let value = try JSONSerialization.jsonObject(with: Data(payload), options: .fragmentsAllowed)
            for forgery in Forgeries.all(of: value) {
                let bytes = try JSONSerialization.data(withJSONObject: forgery, options: .fragmentsAllowed)
                try store.write(Array(bytes), for: key)
                guard try unit.isStored(in: course()) else {
                    refused += 1
                    continue
                }
                taken += 1
                if Self.isThorough || taken.isMultiple(of: 5) { try draw(course(), lesson, of: curriculum) }
            }
            try store.write(payload, for: key)
        }
        #expect(refused > taken && taken > 0, "\(refused) forgeries refused, \(taken) taken")
    }

    /// Writes a lesson and draws all of its figures.
    private func draw(_ course: Course, _ lesson: Int, of curriculum: Curriculum) throws {
        let renderer = FigureRenderer(format: NumberFormat(.en), dpi: 20)
        for figure in try curriculum.page(at: lesson, using: course).figures {
            _ = try renderer.png(figure.figure(), title: figure.title)
        }
    }
}

extension CourseUnit {
    /// Whether the store has a value that the unit takes.
    fileprivate func isStored(in course: Course) throws -> Bool { try stored(in: course) != nil }
}

/// Values of JSON with one thing in them changed.
private enum Forgeries {
    /// Every member changed in several ways; of arrays the first and the last entry.
    static func all(of value: Any) -> [Any] {
        var forgeries = replacements(of: value)
        if let members = value as? [String: Any] {
            for (name, member) in members.sorted(by: { $0.key < $1.key }) {
                forgeries += all(of: member).map { forged in members.merging([name: forged]) { $1 } }
            }
        } else if let entries = value as? [Any] {
            for index in Set([0, entries.count - 1]).sorted() where entries.indices.contains(index) {
                forgeries += all(of: entries[index]).map { forged in
                    var copy = entries
                    copy[index] = forged
                    return copy
                }
            }
        }
        return forgeries
    }

    /// What may stand in the place of a value.
    private static func replacements(of value: Any) -> [Any] {
        switch value {
        case let entries as [Any]:
            [[Any](), Array(entries.dropLast()), entries + entries.prefix(1)]
        case is String: ["", "x", "AAAA"]
        case is NSNumber: [-1, 0, 0.5, 300, 4_000_000_000_000_000_000, 1e300]
        default: []
        }
    }
}
