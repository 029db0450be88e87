import Synchronization
import Threads

/// What the threads of a ``WorkerPool`` share: the tasks that are left, and the signals between them.
final class WorkerShares: @unchecked Sendable {
    /// The tasks of one worker that nobody has taken yet, in one word, so that taking one is one atomic addition.
    private struct Share: ~Copyable {
        let word = Atomic<UInt64>(0)
        /// Two cache lines, which processors fetch together: so that two shares never lie on one.
        private let padding: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0, 0, 0)
        private let more: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0, 0, 0, 0)

        func fill(_ range: Range<Int>) {
            word.store(UInt64(range.upperBound) << 32 | UInt64(range.lowerBound), ordering: .releasing)
        }

        /// The next task, or nil where none is left. Late takers still increment the counter; it can't overflow into
        /// the upper half, because each worker asks each share once in a run.
        func take() -> Int? {
            let old = word.add(1, ordering: .acquiringAndReleasing).oldValue
            let (next, end) = (Int(old & 0xFFFF_FFFF), Int(old >> 32))
            return next < end ? next : nil
        }
    }

    private let workers: Int
    /// The workers as threads.
    let team: CoreTeam
    private let shares: UnsafeMutablePointer<Share>
    /// Counts the runs; workers look at it for work.
    private let run = Atomic<UInt64>(0)
    private static let stopped = UInt64.max
    private let done = Atomic<Int>(0)
    /// Where workers wait for the next run, and where the caller waits for the end of one.
    private let begun, ended: Bell
    /// Written only while no task is out: between the end of a run and the filling of shares for the next.
    private var work: (any PooledWork)?
    /// How many tasks the run has; as ``work``.
    private var tasks = 0

    init(workers: Int) {
        self.workers = workers
        team = CoreTeam(of: workers)
        (begun, ended) = (Bell(for: team), Bell(for: team))
        shares = .allocate(capacity: workers)
        for worker in 0..<workers { (shares + worker).initialize(to: Share()) }
    }

    deinit {
        shares.deinitialize(count: workers)
        shares.deallocate()
    }

    func begin(tasks: Int, _ work: any PooledWork) {
        self.work = work
        self.tasks = tasks
        done.store(0, ordering: .relaxed)
        for worker in 0..<workers { shares[worker].fill(tasks * worker / workers..<tasks * (worker + 1) / workers) }
        publish(run.load(ordering: .relaxed) + 1)
    }

    /// Ends all threads but the caller's.
    func stop() { publish(Self.stopped) }

    private func publish(_ number: UInt64) {
        run.store(number, ordering: .sequentiallyConsistent)
        begun.ring()
        team.returnHome(0)
    }

    /// Does the worker's own share, then what is left of the others'.
    func takeTasks(as worker: Int) {
        for turn in 0..<workers {
            let share = (worker + turn) % workers
            while let task = shares[share].take() {
                work?.perform(task: task, worker: worker)
                // Once this task is counted, the next run may begin.
                let tasks = tasks
                if done.add(1, ordering: .sequentiallyConsistent).newValue == tasks { ended.ring() }
                team.returnHome(worker)
            }
        }
    }

    /// Returns once all tasks have ended, whichever workers do them.
    func waitUntilDone() {
        ended.wait(as: 0) { done.load(ordering: .sequentiallyConsistent) >= tasks }
        work = nil
    }

    func work(as worker: Int) {
        var seen: UInt64 = 0
        while true {
            begun.wait(as: worker) { run.load(ordering: .sequentiallyConsistent) != seen }
            seen = run.load(ordering: .sequentiallyConsistent)
            if seen == Self.stopped { return }
            takeTasks(as: worker)
        }
    }
}
