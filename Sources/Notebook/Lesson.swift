import Datasets
import Storage

/// One lesson: a folder under `Lessons/` and a line in the curriculum.
public protocol Lesson: Sendable {
    /// What the lesson says of itself before it runs.
    static var about: LessonDescription { get }

    /// What the lesson computes once and keeps: trainings and measurements. None by default.
    static var units: [any CourseUnit] { get }

    init()

    /// Writes the lesson from top to bottom.
    ///
    /// Everything costly comes from ``Course/value(of:)``, so that writing a page a second time, or drawing one
    /// of its figures, computes nothing again.
    func write(on page: inout Page, using course: Course) throws
}

extension Lesson {
    /// None: the lesson computes everything while it is written.
    public static var units: [any CourseUnit] { [] }
}

/// The lessons in the order in which they are taught, and the source that they show.
public struct Curriculum: Sendable {
    /// The lessons in order.
    public let lessons: [any Lesson.Type]
    /// By `lesson/name` and `Room/name`.
    let listings: [String: Listing]
    /// The words that the lessons explain.
    public let glossary: Glossary

    /// The lessons, the listings that the build found in their sources, and the words that they explain.
    public init(_ lessons: [any Lesson.Type], listings: [String: Listing], glossary: Glossary = .empty) {
        self.lessons = lessons
        self.listings = listings
        self.glossary = glossary
    }

    /// What each lesson says of itself, in order.
    public var descriptions: [LessonDescription] { lessons.map { $0.about } }

    /// The units of all lessons in their order; one that several lessons use stands there as often.
    public var units: [any CourseUnit] { lessons.flatMap { $0.units } }

    /// The names of the listings that belong to a lesson's own folder.
    public func listingNames(of lesson: String) -> [String] {
        listings.keys.filter { $0.hasPrefix(lesson + "/") }.sorted()
    }

    /// The position of a lesson in the curriculum, from 0.
    ///
    /// - Throws: ``CourseError/unknownLesson(_:known:)`` with the ids that there are.
    public func index(of id: String) throws(CourseError) -> Int {
        guard let index = lessons.firstIndex(where: { $0.about.id == id }) else {
            throw .unknownLesson(id, known: lessons.map { $0.about.id })
        }
        return index
    }

    /// What a reader of this lesson must know: drawn pictures where it uses those, a quick run where it trains.
    private func notices(of lesson: any Lesson.Type, using course: Course) -> [RunNotice] {
        course.settings.notices.filter { notice in lesson.units.contains(where: notice.concerns) }
    }

    /// Runs a lesson's code and returns the page that it wrote. Figures are not drawn yet.
    ///
    /// - Throws: ``CourseError``, also where the page draws other figures than the lesson announces.
    public func page(at index: Int, using course: Course) throws -> Page {
        let page = try draft(at: index, using: course)
        let (announced, drawn) = (page.lesson.figures, page.figures.map(\.id))
        guard drawn == announced else {
            throw CourseError.figuresDiffer(page.lesson.id, announced: announced, drawn: drawn)
        }
        return page
    }

    /// The page as the lesson's code wrote it, whatever figures it draws: for somebody who looks for what is wrong.
    public func draft(at index: Int, using course: Course) throws -> Page {
        let lesson = lessons[index]
        var page = Page(
            lesson: lesson.about, number: index + 1, listings: listings, notices: notices(of: lesson, using: course))
        do {
            try lesson.init().write(on: &page, using: course)
        } catch let error as CourseError {
            throw error
        } catch let error as DatasetError {
            // Data and disk concern the whole run, not this lesson.
            throw error
        } catch let error as StorageError {
            throw error
        } catch {
            // A lesson that was told to end has not failed.
            if course.isCancelled() { throw error }
            throw CourseError.lessonFailed(lesson.about.id, reason: "\(error)")
        }
        return page
    }
}
