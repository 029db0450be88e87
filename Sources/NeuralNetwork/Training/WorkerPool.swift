import Threads

/// Threads that wait for work, so that a step need not start any.
///
/// `run` hands out numbered tasks. Every worker starts with a share of its own, the same one in every run, so that
/// it finds in its own cache what it left there the last time; then it helps the others. Who takes which task is in
/// the end left to chance, so tasks must not depend on it. A worker that comes late finds nothing left and harms
/// nobody: `run` waits for tasks, not for workers, and so more workers than cores cost little.
final class WorkerPool {
    let workers: Int
    private let shared: WorkerShares

    /// - Parameter workers: how many threads work, the caller of ``run(tasks:_:)`` among them.
    init(workers: Int) {
        self.workers = max(workers, 1)
        shared = WorkerShares(workers: self.workers)
        for worker in 1..<max(self.workers, 1) {
            // Where the system gives no more threads, the others do the work.
            guard
                BackgroundThread.start(
                    stackSize: 4 << 20,
                    { [shared] in shared.team.keep(worker) { shared.work(as: worker) } })
            else { break }
        }
    }

    deinit { shared.stop() }

    /// What `body` does, the caller kept on the core that the other workers leave to him.
    func withOwnCore<Failure: Error>(_ body: () throws(Failure) -> Void) throws(Failure) {
        try shared.team.keep(0, body)
    }

    /// Has every task in 0..<tasks performed and returns when all have ended.
    func run(tasks: Int, _ work: any PooledWork) {
        guard tasks > 0 else { return }
        shared.begin(tasks: tasks, work)
        shared.takeTasks(as: 0)
        shared.waitUntilDone()
    }
}

/// Work that a pool hands out.
protocol PooledWork: AnyObject {
    /// Does one task; on any thread, several at once.
    func perform(task: Int, worker: Int)
}
