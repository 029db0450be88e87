import CProcessor
import Synchronization

/// Threads that wait for each other again and again, each on a core of its own, which it lends while it waits.
///
/// Left alone, the scheduler puts a thread where the one that woke it runs. Beside one busy program two workers were
/// found on one core for two thirds of the time, while that program had the other core to itself: as if the second
/// worker were not there. On a core of its own a worker shares it with that program, and stands still for some
/// milliseconds of every eight, often in the midst of a task that the others wait for. So a thread that waits looks
/// whether one that should be working stands still, and sends for it.
///
/// Nothing is done where the threads are fewer or more than the cores that the process may use: then others have
/// room, or a core each is not to be had; nor on systems that don't let a thread choose.
public final class CoreTeam: Sendable {
    private final class Member: @unchecked Sendable {
        /// Written before ``isKept`` is set, read after.
        var thread = course_thread()
        let isKept = Atomic<Bool>(false)
        let isResting = Atomic<Bool>(false)
        /// Whether it works on the core of another.
        let isAway = Atomic<Bool>(false)
        /// Held while a thread is sent somewhere.
        let sending = Condition()
    }

    private let members: [Member]

    /// - Parameter count: how many threads there are.
    public init(of count: Int) { members = (0..<count).map { _ in Member() } }

    /// What `body` returns, the calling thread kept on a core of its own while it runs.
    ///
    /// - Parameter number: which of the threads it is, from 0.
    public func keep<Value, Failure: Error>(
        _ number: Int, _ body: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        let member = members[number]
        var before = course_cores()
        guard
            members.count > 1,
            course_keep_on_core(Int32(number), Int32(clamping: members.count), &before, &member.thread) != 0
        else { return try body() }
        member.isKept.store(true, ordering: .releasing)
        defer {
            // From now on nobody sends it anywhere.
            member.sending.withLock { member.isKept.store(false, ordering: .releasing) }
            member.isAway.store(false, ordering: .releasing)
            course_leave_core(&before)
        }
        return try body()
    }

    /// How long each thread has computed, in nanoseconds; nil where this one has no core of its own.
    func readings(for number: Int) -> [Int64]? {
        guard members[number].isKept.load(ordering: .relaxed) else { return nil }
        return members.map { $0.isKept.load(ordering: .acquiring) ? course_computed(&$0.thread) : 0 }
    }

    /// Whether any other thread has computed since the readings, which are then taken anew.
    func isComputing(besides number: Int, since readings: inout [Int64]) -> Bool {
        var isComputing = false
        for (index, member) in members.enumerated() where index != number && member.isKept.load(ordering: .acquiring) {
            let computed = course_computed(&member.thread)
            if computed - readings[index] > 10_000 { isComputing = true }
            readings[index] = computed
        }
        return isComputing
    }

    /// The thread waits, and its core is free.
    func beginRest(_ number: Int) { members[number].isResting.store(true, ordering: .sequentiallyConsistent) }

    /// Sends for the threads that should work and have hardly computed for a while.
    ///
    /// - Parameters:
    ///   - number: who rests.
    ///   - readings: from the beginning of the while; from now on afterwards.
    ///   - nanoseconds: how long it was.
    func lendCore(of number: Int, readings: inout [Int64], nanoseconds: Int64) {
        for (index, member) in members.enumerated() where index != number && member.isKept.load(ordering: .acquiring) {
            let computed = course_computed(&member.thread)
            defer { readings[index] = computed }
            guard computed - readings[index] < nanoseconds / 4,
                !member.isResting.load(ordering: .sequentiallyConsistent)
            else { continue }
            member.sending.withLock {
                guard member.isKept.load(ordering: .acquiring), !member.isAway.load(ordering: .acquiring) else {
                    return
                }
                course_send_to_core(&member.thread, members[number].thread.core)
                member.isAway.store(true, ordering: .releasing)
            }
        }
    }

    /// The thread works again.
    func endRest(_ number: Int) { members[number].isResting.store(false, ordering: .sequentiallyConsistent) }

    /// Brings a thread back to its own core, if another has sent for it: to be called by itself, after it has done what
    /// others may wait for.
    @inline(__always)
    public func returnHome(_ number: Int) {
        let member = members[number]
        guard member.isAway.load(ordering: .relaxed) else { return }
        member.sending.withLock {
            course_send_to_core(&member.thread, member.thread.core)
            member.isAway.store(false, ordering: .releasing)
        }
    }
}
