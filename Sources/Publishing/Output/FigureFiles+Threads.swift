import Dispatch
import Drawing
import Figures
import Languages
import Notebook
import Synchronization

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
        let progress = Mutex(Progress<Kept>(count: jobs.count))
        DispatchQueue.concurrentPerform(iterations: max(1, min(threads, jobs.count))) { _ in
            // Where no typesetter can be made, every figure says so itself.
            let typesetter = try? typesetter()
            while let index = progress.withLock({ $0.take() }) {
                let result = Result {
                    try keep(
                        jobs[index], draw(jobs[index].cell, of: jobs[index].page, in: languages, typesetter: typesetter)
                    )
                }
                progress.withLock { $0.finish(index, result) }
            }
        }
        return try progress.withLock { $0.results }.compactMap { try $0?.get() }
    }

    private struct Progress<Kept: Sendable>: Sendable {
        var results: [Result<Kept, any Error>?]
        private var next = 0
        private var hasFailed = false

        init(count: Int) { results = Array(repeating: nil, count: count) }

        /// The next job, `nil` when there is none or one has failed.
        mutating func take() -> Int? {
            guard next < results.count, !hasFailed else { return nil }
            next += 1
            return next - 1
        }

        mutating func finish(_ index: Int, _ result: Result<Kept, any Error>) {
            if case .failure = result { hasFailed = true }
            results[index] = result
        }
    }
}
