import Datasets
import Languages
import Notebook
import Storage

/// Makes a report from a curriculum: every lesson that can be made, an error panel for every one that can't, and the
/// pages around them.
public struct ReportRun {
    /// Called before each step, for callers that show or measure progress.
    public enum Step: Sendable {
        case computing(LessonDescription)
        case publishing(LessonDescription, number: Int, of: Int)
        case failed(FailedLesson)
        case finishing
    }

    private let curriculum: Curriculum
    private let course: Course
    private let tell: (Step) throws -> Void

    /// A run that tells of each step as it begins.
    public init(_ curriculum: Curriculum, using course: Course, tell: @escaping (Step) throws -> Void = { _ in }) {
        self.curriculum = curriculum
        self.course = course
        self.tell = tell
    }

    /// Computes, draws and writes one lesson after another; then the pages once more, where what came later changes
    /// them, and what leads to all of them.
    ///
    /// - Parameter status: shows readers meanwhile how far the report is.
    /// - Returns: the lessons that failed.
    /// - Throws: `DatasetError` and `StorageError`: data that can't be used and a disk that can't be written stop
    ///   everything; what was written before stays.
    public func write(
        with writer: inout ReportWriter, status: ReportStatus, provenance: RunProvenance
    ) throws -> [FailedLesson] {
        do {
            var state = State(curriculum: curriculum, status: status, isCancelled: course.isCancelled, tell: tell)
            try status.begin()
            for index in curriculum.lessons.indices { try write(lesson: index, with: &writer, &state) }
            try tell(.finishing)
            for files in try publish(with: writer, &state) { try writer.write(files) }
            for failure in state.failures { try writer.write(writer.publisher.lesson(failure)) }
            status.end()
            try writer.finish(state.pages, failures: state.failures, provenance: provenance)
            return state.failures
        } catch {
            status.stop()
            throw error
        }
    }

    /// One lesson from its numbers to its pages. Links to lessons that come later are not checked yet.
    private func write(lesson index: Int, with writer: inout ReportWriter, _ state: inout State) throws {
        let lesson = curriculum.descriptions[index]
        try tell(.computing(lesson))
        try state.status.set(lesson.id, to: .computing)
        var page: Page?
        try state.attempt(lesson, .computing) { _ in page = try curriculum.page(at: index, using: course) }
        if let page {
            try tell(.publishing(lesson, number: index + 1, of: curriculum.lessons.count))
            try state.attempt(lesson, .publishing) { state in
                try writer.publisher.add(page, to: &state.places)
                try writer.draw(page)
                try writer.write(writer.publish(page, among: state.places, reach: .unfinished(state.unwritten)))
                state.pages.append(page)
            }
        }
        if let failure = state.failures.first(where: { $0.lesson.id == lesson.id }) {
            try writer.write(writer.publisher.lesson(failure))
        } else {
            try state.status.set(lesson.id, to: .written)
        }
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
        let status: ReportStatus
        let isCancelled: @Sendable () -> Bool
        let tell: (Step) throws -> Void
        var pages: [Page] = []
        var places = PlaceIndex()
        var failures: [FailedLesson] = []

        /// The lessons whose pages are not made yet.
        var unwritten: Set<String> { Set(curriculum.descriptions.map(\.id)).subtracting(places.outlines.keys) }

        /// Does something for a lesson; where that fails, so has the lesson, and the report goes on.
        mutating func attempt(
            _ lesson: LessonDescription, _ stage: FailedLesson.Stage, _ body: (inout State) throws -> Void
        ) throws {
            do {
                try body(&self)
            } catch {
                if error is DatasetError || error is StorageError || isCancelled() { throw error }
                let lessons = curriculum.descriptions
                let number = lessons.number(at: lessons.firstIndex { $0.id == lesson.id } ?? 0)
                let failure = FailedLesson(lesson, number: number, stage: stage, error: error)
                failures.append(failure)
                pages.removeAll { $0.lesson.id == lesson.id }
                places.fail(lesson.id)
                try status.set(lesson.id, to: .failed)
                try tell(.failed(failure))
            }
        }
    }
}
