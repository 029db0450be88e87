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

    /// Computes all lessons, then draws and writes. Nothing is written before everything is computed.
    ///
    /// - Returns: the lessons that failed.
    /// - Throws: `DatasetError` and `StorageError`: data that can't be used and a disk that can't be written stop
    ///   everything, and an earlier report stays as it was, or as far as it was written.
    public func write(with writer: inout ReportWriter, provenance: RunProvenance) throws -> [FailedLesson] {
        var state = State(curriculum: curriculum, isCancelled: course.isCancelled, tell: tell)
        for (index, lesson) in curriculum.descriptions.enumerated() {
            tell(.computing(lesson))
            try state.attempt(lesson, .computing) { state in
                state.pages.append(try curriculum.page(at: index, using: course))
            }
        }
        for page in state.pages {
            try state.attempt(page.lesson, .publishing) { state in
                try writer.publisher.add(page, to: &state.places)
            }
        }
        for page in state.pages {
            tell(.publishing(page.lesson, number: page.number, of: curriculum.lessons.count))
            try state.attempt(page.lesson, .publishing) { _ in try writer.draw(page) }
        }
        let files = try publish(with: writer, &state)
        for lesson in files { try writer.write(lesson) }
        for failure in state.failures { try writer.write(writer.publisher.lesson(failure)) }
        tell(.finishing)
        try writer.finish(state.pages, failures: state.failures, provenance: provenance)
        return state.failures
    }

    /// The pages of all lessons that can be published. Where one can't, the others are made anew: they must not link
    /// to places that it would have had.
    private func publish(with writer: ReportWriter, _ state: inout State) throws -> [[PublishedFile]] {
        while true {
            let before = state.failures.count
            var files: [[PublishedFile]] = []
            for page in state.pages {
                try state.attempt(page.lesson, .publishing) { state in
                    files.append(try writer.publish(page, among: state.places))
                }
            }
            if state.failures.count == before { return files }
        }
    }

    /// What has come of the lessons so far.
    private struct State {
        let curriculum: Curriculum
        let isCancelled: @Sendable () -> Bool
        let tell: (Step) -> Void
        var pages: [Page] = []
        var places = PlaceIndex()
        var failures: [FailedLesson] = []

        /// Does something for a lesson; where that fails, so has the lesson, and the report goes on.
        mutating func attempt(
            _ lesson: LessonDescription, _ stage: FailedLesson.Stage, _ body: (inout State) throws -> Void
        ) throws {
            do {
                try body(&self)
            } catch {
                if error is DatasetError || error is StorageError || isCancelled() { throw error }
                let number = 1 + (curriculum.descriptions.firstIndex { $0.id == lesson.id } ?? 0)
                let failure = FailedLesson(lesson, number: number, stage: stage, error: error)
                failures.append(failure)
                pages.removeAll { $0.lesson.id == lesson.id }
                places.fail(lesson.id)
                tell(.failed(failure))
            }
        }
    }
}
