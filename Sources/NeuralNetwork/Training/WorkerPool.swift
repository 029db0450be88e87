import Foundation
import Synchronization

/// Threads that wait for work, so that a step need not start any.
///
/// `run` hands out numbered tasks. Every worker starts with a share of its own, the same one in every run, so that
/// it finds in its own cache what it left there the last time; then it helps the others. Who takes which task is in
/// the end left to chance, so tasks must not depend on it. A worker that comes late finds nothing left and harms
/// nobody: `run` waits for tasks, not for workers, and so more workers than cores cost little.
final class WorkerPool {
    typealias Task = (_ task: Int, _ worker: Int) -> Void

    let workers: Int
    private let shared: WorkerShares

    /// - Parameter workers: how many threads work, the caller of ``run(tasks:_:)`` among them.
    init(workers: Int) {
        self.workers = max(workers, 1)
        shared = WorkerShares(workers: self.workers)
        for worker in 1..<max(self.workers, 1) {
            let thread = Thread { [shared] in shared.work(as: worker) }
            thread.stackSize = 4 << 20
            thread.name = "worker \(worker)"
            thread.start()
        }
    }

    deinit { shared.stop() }

    /// Runs `body` for every task in 0..<tasks and returns when all have ended.
    func run(tasks: Int, _ body: Task) {
        guard tasks > 0 else { return }
        withoutActuallyEscaping(body) { body in
            shared.begin(tasks: tasks, body)
            shared.takeTasks(as: 0)
            shared.waitUntilDone(tasks)
        }
    }

    /// The same for work that can fail; of several errors the one of the lowest task is thrown.
    func run<Failure: Error>(
        tasks: Int, throwing body: (_ task: Int, _ worker: Int) throws(Failure) -> Void
    ) throws(Failure) {
        let first = Mutex<(task: Int, error: Failure)?>(nil)
        run(tasks: tasks) { task, worker in
            do throws(Failure) {
                try body(task, worker)
            } catch {
                first.withLock { if task < $0?.task ?? .max { $0 = (task, error) } }
            }
        }
        if let error = first.withLock({ $0?.error }) { throw error }
    }
}
