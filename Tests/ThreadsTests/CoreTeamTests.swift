import Synchronization
import TestSupport
import Testing

@testable import Threads

#if canImport(Glibc)
    import Foundation

    @Suite("A core of its own for each thread of a team", .limited)
    struct CoreTeamTests {
        /// The cores that the calling thread may run on, as Linux lists them: `0-3`, `1`.
        private func allowed() throws -> String {
            let status = try String(contentsOfFile: "/proc/thread-self/status", encoding: .utf8)
            let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("Cpus_allowed_list:") })
            return line.drop { $0 != "\t" }.trimmingCharacters(in: .whitespaces)
        }

        private var cores: Int { ProcessInfo.processInfo.activeProcessorCount }

        @Test("threads that are as many as the cores get one each, and all of them back afterwards")
        func oneEach() throws {
            guard cores > 1 else { return }
            let before = try allowed()
            let team = CoreTeam(of: cores)
            let kept = try (0..<cores).map { number in try team.keep(number) { try allowed() } }
            #expect(Set(kept).count == cores)
            #expect(kept.allSatisfy { Int($0) != nil })
            #expect(try allowed() == before)
        }

        @Test("more threads than cores, fewer, or one alone run where they like", arguments: [-1, 0, 1, 7])
        func otherwise(more: Int) throws {
            let count = more == 0 ? 1 : cores + more
            guard count != cores || count == 1 else { return }
            let before = try allowed()
            #expect(try CoreTeam(of: count).keep(0) { try allowed() } == before)
        }

        @Test("a thread whose work fails gets its cores back as well")
        func failure() throws {
            struct Failure: Error {}
            let before = try allowed()
            #expect(throws: Failure.self) { () throws in
                try CoreTeam(of: cores).keep(0) { () throws in throw Failure() }
            }
            #expect(try allowed() == before)
        }

        @Test("who waits lends his core to one who stands still, and that one goes home when his work is done")
        func lending() throws {
            guard cores == 2 else { return }
            let team = CoreTeam(of: 2)
            let bell = Bell(for: team)
            let isDone = Flag()
            let places = Mutex<[String]>([])
            let (ended, isEnded) = (Condition(), Flag())
            Thread.detachNewThread {
                team.keep(1) {
                    places.withLock { $0.append((try? allowed()) ?? "") }
                    // Stands still, as a thread does whose core another program has.
                    while places.withLock({ $0.last == (try? allowed()) }) { usleep(1000) }
                    places.withLock { $0.append((try? allowed()) ?? "") }
                    isDone.value.store(true, ordering: .sequentiallyConsistent)
                    bell.ring()
                    team.returnHome(1)
                    places.withLock { $0.append((try? allowed()) ?? "") }
                }
                ended.withLock {
                    isEnded.value.store(true, ordering: .sequentiallyConsistent)
                    ended.broadcast()
                }
            }
            let own = try team.keep(0) { () throws in
                bell.wait(as: 0) { isDone.value.load(ordering: .sequentiallyConsistent) }
                return try allowed()
            }
            ended.withLock {
                while !isEnded.value.load(ordering: .sequentiallyConsistent) { ended.wait() }
            }
            let seen = places.withLock { $0 }
            #expect(seen.count == 3)
            #expect(seen[0] != own && seen[1] == own && seen[2] == seen[0])
        }

        private final class Flag: Sendable {
            let value = Atomic<Bool>(false)
        }
    }
#endif
