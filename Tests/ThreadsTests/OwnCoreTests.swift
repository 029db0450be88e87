import Testing

@testable import Threads

#if canImport(Glibc)
    import Foundation

    @Suite("A core of its own for each thread of a team")
    struct OwnCoreTests {
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
            let kept = try (0..<cores).map { number in try OwnCore.keep(number, of: cores) { try allowed() } }
            #expect(Set(kept).count == cores)
            #expect(kept.allSatisfy { Int($0) != nil })
            #expect(try allowed() == before)
        }

        @Test("more threads than cores, fewer, or one alone run where they like", arguments: [-1, 0, 1, 7])
        func otherwise(more: Int) throws {
            let count = more == 0 ? 1 : cores + more
            guard count != cores || count == 1 else { return }
            let before = try allowed()
            #expect(try OwnCore.keep(0, of: count) { try allowed() } == before)
        }

        @Test("a thread whose work fails gets its cores back as well")
        func failure() throws {
            struct Failure: Error {}
            let before = try allowed()
            #expect(throws: Failure.self) { () throws in
                try OwnCore.keep(0, of: cores) { () throws in throw Failure() }
            }
            #expect(try allowed() == before)
        }
    }
#endif
