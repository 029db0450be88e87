import Tensors
import TestSupport
import Testing

@Suite("A random stream", .limited)
struct RandomStreamTests {
    @Test("gives the same numbers for the same seed, purpose and index, and others for any other")
    func reproducible() {
        func first(_ seed: UInt64, _ purpose: RandomPurpose, _ index: UInt32) -> [UInt64] {
            var stream = RandomStream(seed: seed, purpose: purpose, index: index)
            return (0..<8).map { _ in stream.next() }
        }
        let numbers = first(1, .shuffling, 2)
        #expect(numbers == first(1, .shuffling, 2))
        #expect(numbers != first(2, .shuffling, 2))
        #expect(numbers != first(1, .dropout, 2))
        #expect(numbers != first(1, .shuffling, 3))
    }

    @Test("goes on from any position as if it had never stopped", arguments: [0, 1, 2, 7, 10])
    func resumes(at position: Int) {
        var whole = RandomStream(seed: 5, purpose: .noise)
        for _ in 0..<position { _ = whole.next() }
        var resumed = RandomStream(seed: 5, purpose: .noise, position: whole.position)
        for _ in 0..<5 { #expect(resumed.next() == whole.next()) }
    }

    @Test("keeps uniform numbers in [0, 1) with the mean and variance that they should have")
    func uniform() {
        var stream = RandomStream(seed: 3, purpose: .sampling)
        let numbers = (0..<20_000).map { _ in Double(stream.uniform()) }
        #expect(numbers.allSatisfy { $0 >= 0 && $0 < 1 })
        let mean = numbers.reduce(0, +) / 20_000
        let variance = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 20_000
        #expect(abs(mean - 0.5) < 0.01)
        #expect(abs(variance - 1.0 / 12) < 0.003)
    }

    @Test("shuffles: every number once, every place as likely as any")
    func permutation() {
        var counts = Array(repeating: Array(repeating: 0, count: 5), count: 5)
        for index in 0..<5_000 {
            var stream = RandomStream(seed: 9, purpose: .shuffling, index: UInt32(index))
            let order = stream.permutation(of: 5)
            #expect(order.sorted() == [0, 1, 2, 3, 4])
            for (place, number) in order.enumerated() { counts[place][number] += 1 }
        }
        #expect(counts.joined().allSatisfy { abs($0 - 1_000) < 150 })
    }
}
