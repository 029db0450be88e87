import Synchronization

/// What the threads of a team wait at until something holds that another thread brings about.
///
/// They look for some microseconds, about what a sleeper takes to wake, and on as long as another one of them computes:
/// a thread that sleeps beside a busy program may be kept from its core for milliseconds. Then they sleep: one that went
/// on looking would keep a core from the very thread that it waits for, where another program has taken that thread's.
public final class Bell: Sendable {
    private let sleepers = Atomic<Int>(0)
    private let condition = Condition()
    private let team: CoreTeam

    /// How often a thread looks before it asks whether others compute, and how often it asks before it sleeps.
    private static let (patience, rounds) = (20_000, 5)
    /// How long it sleeps before it looks after those that it waits for, in nanoseconds, and how long at most.
    private static let (nap, longestNap): (Int64, Int64) = (100_000, 10_000_000)

    /// - Parameter team: the threads that wait here.
    public init(for team: CoreTeam) { self.team = team }

    /// Returns once `holds` says so.
    ///
    /// - Parameters:
    ///   - member: who of the team waits.
    ///   - holds: reads atomics, in sequentially consistent order, and changes nothing.
    @inline(__always)
    public func wait(as member: Int, until holds: () -> Bool) {
        for _ in 0..<Self.patience where holds() { return }
        if look(as: member, until: holds) { return }
        sleepers.add(1, ordering: .sequentiallyConsistent)
        sleep(as: member, until: holds)
        sleepers.subtract(1, ordering: .sequentiallyConsistent)
    }

    /// Whether it holds, after looking on as long as others compute.
    private func look(as member: Int, until holds: () -> Bool) -> Bool {
        guard var readings = team.readings(for: member) else { return false }
        for _ in 0..<Self.rounds {
            for _ in 0..<Self.patience where holds() { return true }
            guard team.isComputing(besides: member, since: &readings) else { return false }
        }
        return false
    }

    private func sleep(as member: Int, until holds: () -> Bool) {
        condition.withLock {
            guard !holds() else { return }
            guard var readings = team.readings(for: member) else {
                while !holds() { condition.wait() }
                return
            }
            team.beginRest(member)
            defer { team.endRest(member) }
            var nap = Self.nap
            while true {
                condition.wait(nanoseconds: nap)
                if holds() { return }
                team.lendCore(of: member, readings: &readings, nanoseconds: nap)
                nap = min(2 * nap, Self.longestNap)
            }
        }
    }

    /// Has all who sleep look again. To be called after what they wait for has been brought about, in sequentially
    /// consistent order: then either they see it, or it is seen here that they sleep.
    public func ring() {
        guard sleepers.load(ordering: .sequentiallyConsistent) > 0 else { return }
        condition.withLock { condition.broadcast() }
    }
}
