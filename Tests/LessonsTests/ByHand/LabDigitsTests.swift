import Datasets
import Notebook
import TestSupport
import Testing

@testable import Lessons

/// In the place of trained networks stand some that give the same answer to everything.
@Suite("The test images of the digit lab", .limited)
struct LabDigitsTests {
    @Test("are the first ones of each class, row by row, each with what both networks answer to it")
    func images() throws {
        try HandMade.withCourse { course in
            try course.keep(answer: 1, as: Compact.training)
            try course.keep(answer: 2, as: Baseline.training)
            let digits = try course.value(of: LabDigits.measurement)
            let test = try course.digits.test
            #expect(digits.labels == Array(repeating: Array(0...9), count: 4).flatMap { $0 })
            for (place, (label, pixels)) in zip(digits.labels, digits.pixels).enumerated() {
                let all = test.labels.indices.filter { Int(test.labels[$0]) == label }
                #expect(Array(pixels) == Array(test.pixels(of: all[place / 10])))
            }
            #expect(digits.compact.count == 40 && digits.compact.allSatisfy { $0[1] > 0.2 && $0[2] < 0.1 })
            #expect(digits.dense.count == 40 && digits.dense.allSatisfy { $0[2] > 0.2 && $0[1] < 0.1 })
        }
    }
}
