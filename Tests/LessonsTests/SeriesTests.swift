import TestSupport
import Testing

@testable import Lessons

@Suite("How far a network can be halved", .limited)
struct SeriesTests {
    /// Networks from narrow to wide that make about so many mistakes of 1,000; from seed to seed they differ by as many
    /// as `seeds` says, each in another order.
    private func series(_ mistakes: [Int], seeds: [Int] = [0, 3, -3, 2, -2]) -> Series {
        Series(
            widths: mistakes.enumerated().map { number, mean in
                let results = seeds.indices.map { run in
                    Run.Result(
                        images: 1, epochs: 1, trainingAccuracy: 1,
                        mistakes: mean + seeds[(run * (number + 1) + number) % seeds.count], count: 1_000)
                }
                return Series.Width(parameters: 100 * (number + 1), repeated: Repeated(results: results))
            })
    }

    @Test("it ends where a network makes more mistakes than the widest")
    func some() {
        let found = series([500, 300, 102, 100])
        #expect(found.enough == 2)
        #expect(found.halving == .some)
    }

    @Test("a network behind one that is worse doesn't count, even if it does well")
    func unbroken() {
        let found = series([100, 300, 102, 100])
        #expect(found.enough == 2)
        #expect(found.halving == .some)
    }

    @Test("nowhere, where half the filters are worse already")
    func never() {
        let found = series([500, 400, 300, 100])
        #expect(found.enough == 3)
        #expect(found.halving == .never)
    }

    @Test("all the way, where none is worse, and where none but the widest is")
    func always() {
        #expect(series([101, 99, 102, 100]).halving == .always)
        #expect(series([50, 60, 70, 300]).halving == .always)
        #expect(series([101, 99, 102, 100]).enough == 0)
    }

    @Test("what the seeds may have done is no difference")
    func scattered() {
        let found = series([130, 120, 110, 100], seeds: [0, 100, -100, 50, -50])
        #expect(found.halving == .always)
    }

    @Test("the widest is the lesson's own network, but for its dropout")
    func widest() throws {
        let own = Compact.training.model.model
        let widest = try #require(Series.runs.last).model
        #expect(try widest.parameterCount == own.parameterCount)
        #expect(widest.layers == own.layers.filter { type(of: $0.definition).kind != "Dropout" })
    }

    @Test("the parameters of the narrowest can be counted with a pencil")
    func narrowest() throws {
        let narrowest = try #require(Series.runs.first).model
        #expect(try narrowest.parameterCount == (9 + 1) * 1 + (9 + 1) * 2 + (5 * 5 * 2 + 1) * 10)
    }
}
