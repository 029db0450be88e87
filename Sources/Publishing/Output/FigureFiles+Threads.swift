import Drawing
import Figures
import Languages
import Notebook
import Threads

extension FigureFiles {
    /// A figure to draw.
    public struct Job: Sendable {
        /// The figure.
        public let cell: FigureCell
        /// The page that it stands on.
        public let page: Page

        /// A figure of a page.
        public init(_ cell: FigureCell, of page: Page) {
            self.cell = cell
            self.page = page
        }
    }

    /// Draws many figures on several threads, each with a typesetter of its own. What is drawn does not depend on
    /// their number.
    ///
    /// - Parameters:
    ///   - threads: how many work at a time, at least one.
    ///   - keep: does with a drawn figure what has to be done, such as writing it; called on the thread that drew it.
    /// - Returns: what `keep` gave, in the order of the jobs.
    /// - Throws: the first error in the order of the jobs, `CourseError/figureFailed(_:reason:)` or one of `keep`.
    ///   Figures behind it may have been kept already.
    public func draw<Kept: Sendable>(
        _ jobs: [Job], in languages: [Language], threads: Int,
        keep: @escaping @Sendable (Job, DrawnFigure) throws -> Kept
    ) throws -> [Kept] {
        // Where no typesetter can be made, every figure says so itself.
        try Parallel.map(jobs.count, threads: threads, with: { try? typesetter() }) { typesetter, index in
            let job = jobs[index]
            return try keep(job, draw(job.cell, of: job.page, in: languages, typesetter: typesetter))
        }
    }

    /// The same, where a figure that can't be drawn does not keep the others from it.
    ///
    /// - Returns: what `keep` gave, and why the others could not be drawn, both in the order of the jobs.
    /// - Throws: what `keep` throws; nothing is begun any more then.
    public func drawAll<Kept: Sendable>(
        _ jobs: [Job], in languages: [Language], threads: Int,
        keep: @escaping @Sendable (Job, DrawnFigure) throws -> Kept
    ) throws -> (kept: [Kept], failures: [CourseError]) {
        let outcomes = try Parallel.map(jobs.count, threads: threads, with: { try? typesetter() }) {
            typesetter, index -> Result<Kept, CourseError> in
            let job = jobs[index]
            let figure: DrawnFigure
            do throws(CourseError) {
                figure = try draw(job.cell, of: job.page, in: languages, typesetter: typesetter)
            } catch {
                return .failure(error)
            }
            return .success(try keep(job, figure))
        }
        var (kept, failures): ([Kept], [CourseError]) = ([], [])
        for outcome in outcomes {
            switch outcome {
            case .success(let value): kept.append(value)
            case .failure(let error): failures.append(error)
            }
        }
        return (kept, failures)
    }
}
