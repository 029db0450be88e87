import Foundation
import Synchronization

/// Threads that wait for work, so that a step need not start any.
///
/// `run` hands out numbered tasks; which worker takes which is left to chance, so tasks must not depend on it.
/// A worker that comes late finds nothing left and harms nobody: `run` waits for tasks, not for workers, and so
/// more workers than cores cost little.
final class WorkerPool {
    typealias Task = (_ task: Int, _ worker: Int) -> Void

    let workers: Int
    private let shared = Shared()

    /// - Parameter workers: how many threads work, the caller of ``run(tasks:_:)`` among them.
    init(workers: Int) {
        self.workers = max(workers, 1)
        for worker in 1..<max(self.workers, 1) {
            let thread = Thread { [shared] in shared.work(as: worker) }
            thread.stackSize = 4 << 20
            thread.name = "worker \(worker)"
            thread.start()
        }
    }

    deinit { shared.publish(Shared.Ticket.stop) }

    /// Runs `body` for every task in 0..<tasks and returns when all have ended.
    func run(tasks: Int, _ body: Task) {
        guard tasks > 0 else { return }
        precondition(tasks < Shared.Ticket.limit, "\(tasks) tasks in one run")
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

/// What the threads of a pool share.
private final class Shared: @unchecked Sendable {
    /// One word that says everything a worker must know at once: which run, how many tasks, which is next.
    /// Taking a task is one atomic addition.
    struct Ticket {
        /// Half of what twenty bits hold: workers that find nothing left have counted on.
        static let limit = 1 << 19
        static let stop: UInt64 = .max << 40
        let word: UInt64
        var run: UInt64 { word >> 40 }
        var count: Int { Int(word >> 20 & 0xFFFFF) }
        var next: Int { Int(word & 0xFFFFF) }
    }

    private let ticket = Atomic<UInt64>(0)
    private let done = Atomic<Int>(0)
    private let sleepers = Atomic<Int>(0)
    private let bell = NSCondition()
    /// Written only while no task is out: between the end of a run and the ticket of the next.
    private var body: WorkerPool.Task?

    /// How often a worker looks for work before it sleeps: some tens of microseconds, about what a sleeper
    /// takes to wake.
    private let patience = 20_000

    func begin(tasks: Int, _ body: @escaping WorkerPool.Task) {
        self.body = body
        done.store(0, ordering: .relaxed)
        let run = (Ticket(word: ticket.load(ordering: .relaxed)).run + 1) & 0x7FFFFF
        publish(run << 40 | UInt64(tasks) << 20)
    }

    func publish(_ word: UInt64) {
        ticket.store(word, ordering: .sequentiallyConsistent)
        if sleepers.load(ordering: .sequentiallyConsistent) > 0 {
            bell.withLock { bell.broadcast() }
        }
    }

    func takeTasks(as worker: Int) {
        while true {
            let ticket = Ticket(word: ticket.add(1, ordering: .acquiringAndReleasing).oldValue)
            guard ticket.next < ticket.count else { return }
            perform(ticket.next, worker)
            done.add(1, ordering: .releasing)
        }
    }

    /// A function of its own, so that the closure is let go of before the task counts as done.
    @inline(never)
    private func perform(_ task: Int, _ worker: Int) { body?(task, worker) }

    func waitUntilDone(_ tasks: Int) {
        var looks = 0
        while done.load(ordering: .acquiring) < tasks {
            looks += 1
            if looks > patience { sched_yield() }
        }
        body = nil
    }

    func work(as worker: Int) {
        var seen: UInt64 = 0
        while true {
            let run = nextRun(after: seen)
            if run == Ticket(word: Ticket.stop).run { return }
            seen = run
            takeTasks(as: worker)
        }
    }

    private func nextRun(after seen: UInt64) -> UInt64 {
        for _ in 0..<patience {
            let run = Ticket(word: ticket.load(ordering: .acquiring)).run
            if run != seen { return run }
        }
        sleepers.add(1, ordering: .sequentiallyConsistent)
        defer { sleepers.subtract(1, ordering: .sequentiallyConsistent) }
        return bell.withLock {
            while true {
                let run = Ticket(word: ticket.load(ordering: .sequentiallyConsistent)).run
                if run != seen { return run }
                bell.wait()
            }
        }
    }
}
