import Platform
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

        /// The next task, or nil where none is left. Those who find none count on, which the upper half never sees:
        /// each worker asks each share once in a run.
        func take() -> Int? {
            let old = word.add(1, ordering: .acquiringAndReleasing).oldValue
            let (next, end) = (Int(old & 0xFFFF_FFFF), Int(old >> 32))
            return next < end ? next : nil
        }
    }

    private let workers: Int
    private let shares: UnsafeMutablePointer<Share>
    /// Counts the runs; workers look at it for work.
    private let run = Atomic<UInt64>(0)
    private static let stopped = UInt64.max
    private let done = Atomic<Int>(0)
    private let sleepers = Atomic<Int>(0)
    private let bell = Condition()
    /// Written only while no task is out: between the end of a run and the filling of shares for the next.
    private var work: (any PooledWork)?

    /// How often a worker looks for work before it sleeps: some tens of microseconds, about what a sleeper
    /// takes to wake.
    private let patience = 20_000

    init(workers: Int) {
        self.workers = workers
        shares = .allocate(capacity: workers)
        for worker in 0..<workers { (shares + worker).initialize(to: Share()) }
    }

    deinit {
        shares.deinitialize(count: workers)
        shares.deallocate()
    }

    func begin(tasks: Int, _ work: any PooledWork) {
        self.work = work
        done.store(0, ordering: .relaxed)
        for worker in 0..<workers { shares[worker].fill(tasks * worker / workers..<tasks * (worker + 1) / workers) }
        publish(run.load(ordering: .relaxed) + 1)
    }

    /// Ends all threads but the caller's.
    func stop() { publish(Self.stopped) }

    private func publish(_ number: UInt64) {
        run.store(number, ordering: .sequentiallyConsistent)
        if sleepers.load(ordering: .sequentiallyConsistent) > 0 {
            bell.withLock { bell.broadcast() }
        }
    }

    /// Does the worker's own share, then what is left of the others'.
    func takeTasks(as worker: Int) {
        for turn in 0..<workers {
            let share = (worker + turn) % workers
            while let task = shares[share].take() {
                work?.perform(task: task, worker: worker)
                done.add(1, ordering: .releasing)
            }
        }
    }

    func waitUntilDone(_ tasks: Int) {
        var looks = 0
        while done.load(ordering: .acquiring) < tasks {
            looks += 1
            if looks > patience { sched_yield() }
        }
        work = nil
    }

    func work(as worker: Int) {
        var seen: UInt64 = 0
        while true {
            seen = nextRun(after: seen)
            if seen == Self.stopped { return }
            takeTasks(as: worker)
        }
    }

    private func nextRun(after seen: UInt64) -> UInt64 {
        for _ in 0..<patience {
            let number = run.load(ordering: .acquiring)
            if number != seen { return number }
        }
        sleepers.add(1, ordering: .sequentiallyConsistent)
        defer { sleepers.subtract(1, ordering: .sequentiallyConsistent) }
        return bell.withLock {
            while true {
                let number = run.load(ordering: .sequentiallyConsistent)
                if number != seen { return number }
                bell.wait()
            }
        }
    }
}
