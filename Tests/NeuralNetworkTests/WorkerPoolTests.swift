import Foundation
import Synchronization
import TestSupport
import Testing

@testable import NeuralNetwork

@Suite("Threads that share the tasks of a step", .limited)
struct WorkerPoolTests {
    /// Counts how often each task is done, and takes its time over some of them.
    private final class Work: PooledWork {
        let counts: [Atomic64]
        let slow: Set<Int>

        init(tasks: Int, slow: Set<Int> = []) {
            counts = (0..<tasks).map { _ in Atomic64() }
            self.slow = slow
        }

        func perform(task: Int, worker: Int) {
            // Long enough for everybody else to fall asleep.
            if slow.contains(task) { usleep(20_000) }
            counts[task].value.add(1, ordering: .relaxed)
        }
    }

    private final class Atomic64: Sendable {
        let value = Atomic<Int>(0)
    }

    @Test(
        "every task of every run is done once before the run returns, whoever had to sleep meanwhile",
        arguments: [1, 2, 3, 8])
    func once(workers: Int) {
        let pool = WorkerPool(workers: workers)
        for run in 0..<40 {
            let tasks = 1 + run % 7
            // The caller's own share comes first, so that it waits for the last task; at times it waits for nobody.
            let work = Work(tasks: tasks, slow: run % 4 == 0 ? [tasks - 1] : run % 4 == 1 ? [0] : [])
            pool.run(tasks: tasks, work)
            #expect(work.counts.allSatisfy { $0.value.load(ordering: .relaxed) == 1 })
        }
    }

    @Test("workers that have slept through a pause go on, and many short runs lose none")
    func pauses() {
        let pool = WorkerPool(workers: 3)
        for run in 0..<20_000 {
            if run.isMultiple(of: 5_000) { usleep(30_000) }
            let work = Work(tasks: 3)
            pool.run(tasks: 3, work)
            guard work.counts.allSatisfy({ $0.value.load(ordering: .relaxed) == 1 }) else {
                Issue.record("run \(run) lost a task")
                return
            }
        }
    }
}
