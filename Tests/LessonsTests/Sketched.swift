import Foundation
import Lessons
import Notebook

/// The course from networks that trained for a moment: once for all suites that only read it, because its trainings take
/// longer than what is then looked at.
enum Sketched {
    /// What lessons ask for. Its values are known for as long as the tests run, and kept nowhere.
    static let course = Course(
        settings: .sketch, store: ResultStore(folder: URL(filePath: "/dev/null/store")), threads: 2, needsStore: false)

    private static let carried = Result {
        try Curriculum.course(with: Curriculum.carriedDocuments).pages(using: course)
    }

    /// The pages of all lessons, in their order.
    static func pages() throws -> [Page] { try carried.get() }

    /// All figures, each with the name that commands know it by, like `pixels/matrix`.
    static func figures() throws -> [(id: String, cell: FigureCell)] {
        try pages().flatMap { page in page.figures.map { ("\(page.lesson.id)/\($0.id)", $0) } }
    }

    /// The page of one.
    static func page(_ lesson: String) throws -> Page {
        let curriculum = try Curriculum.course
        return try curriculum.page(at: curriculum.index(of: lesson), using: course)
    }
}

extension Curriculum {
    /// The pages of all lessons, in their order.
    func pages(using course: Course) throws -> [Page] {
        try lessons.indices.map { try page(at: $0, using: course) }
    }
}
