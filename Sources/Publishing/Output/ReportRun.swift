import Datasets
import Languages
import Notebook
import Storage

/// Makes a report from a curriculum: every lesson that can be made, an error panel for every one that can't, and the
/// pages around them.
public struct ReportRun {
    /// Called before and after each step, for whoever shows or measures how it goes.
    public enum Step: Sendable {
        case computing(LessonDescription)
        case publishing(LessonDescription, number: Int, of: Int)
        case failed(FailedLesson)
        case finishing
    }

    private let curriculum: Curriculum
    private let course: Course
    private let tell: (Step) -> Void

    /// A run that tells of each step as it begins.
    public init(_ curriculum: Curriculum, using course: Course, tell: @escaping (Step) -> Void = { _ in }) {
        self.curriculum = curriculum
        self.course = course
        self.tell = tell
    }

    /// Computes all lessons, then writes all pages. Nothing is written before everything is computed.
    ///
    /// - Returns: the lessons that failed.
    /// - Throws: `DatasetError` and `StorageError`: data that can't be used and a disk that can't be written stop
    ///   everything, and an earlier report stays as it was, or as far as it was written.
    public func write(
        with writer: inout ReportWriter, provenance: RunProvenance
    ) throws -> [FailedLesson] {
        var pages: [Page] = []
        var places = PlaceIndex()
        var failures: [FailedLesson] = []
        func fail(_ lesson: LessonDescription, _ stage: FailedLesson.Stage, _ error: any Error) {
            let number = 1 + (curriculum.descriptions.firstIndex { $0.id == lesson.id } ?? 0)
            let failure = FailedLesson(lesson, number: number, stage: stage, error: error)
            failures.append(failure)
            places.fail(lesson.id)
            tell(.failed(failure))
        }
        for (index, lesson) in curriculum.descriptions.enumerated() {
            tell(.computing(lesson))
            do {
                let page = try curriculum.page(at: index, using: course)
                try writer.publisher.add(page, to: &places)
                pages.append(page)
            } catch {
                try Self.rethrowWhatConcernsAll(error)
                fail(lesson, error is PublishingError ? .publishing : .computing, error)
            }
        }
        for page in pages {
            tell(.publishing(page.lesson, number: page.number, of: curriculum.lessons.count))
            do {
                try writer.write(page, among: places)
            } catch {
                try Self.rethrowWhatConcernsAll(error)
                fail(page.lesson, .publishing, error)
            }
        }
        for failure in failures { try writer.write(failure) }
        tell(.finishing)
        try writer.finish(provenance)
        return failures
    }

    private static func rethrowWhatConcernsAll(_ error: any Error) throws {
        if error is DatasetError || error is StorageError { throw error }
    }
}
