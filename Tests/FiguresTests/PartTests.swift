import Drawing
import Imaging
import Languages
import TestSupport
import Testing

@testable import Figures

@Suite("Axes", .limited)
struct AxisTests {
    @Test("step by 1, 2 or 5 times a power of ten")
    func steps() {
        #expect([0.03, 0.13, 0.9, 1, 1.1, 4, 7, 23, 180].map(Axis.step) == [0.05, 0.2, 1, 1, 2, 5, 10, 50, 200])
    }

    @Test("reach from round number to round number, and write no more decimals than the step needs")
    func round() {
        let axis = Axis(covering: [0.034, 0.187])
        #expect(axis.lower == 0 && axis.upper == 0.2)
        #expect(axis.ticks.map { axis.label($0, NumberFormat(.es)) } == ["0,00", "0,05", "0,10", "0,15", "0,20"])
        #expect(axis.share(of: 0.05) == 0.25)
    }

    @Test("that are tight end where the values do, with ticks inside")
    func tight() {
        let axis = Axis(covering: [0, 255], isTight: true)
        #expect(axis.lower == 0 && axis.upper == 255)
        #expect(axis.ticks == [0, 100, 200])
    }

    @Test("have room around a single value, and around zero", arguments: [0.5, 0, -3, 1e9, 1e-9])
    func single(value: Double) {
        let axis = Axis(covering: [value, value])
        #expect(axis.lower < value && axis.upper > value)
        #expect(axis.ticks.count >= 2)
    }

    @Test("cover nothing with zero to one", arguments: [[], [Double.nan]])
    func nothing(values: [Double]) {
        let axis = Axis(covering: values)
        #expect(axis.lower == 0 && axis.upper == 1)
    }

    @Test("of counts rise tenfold and begin below the smallest count, so that it has a bar")
    func log() {
        let axis = Axis(logCovering: [0, 1, 30, 4200])
        #expect(axis.ticks == [1, 10, 100, 1000, 10_000])
        #expect(axis.share(of: 1) > 0)
        #expect(axis.share(of: 0) == 0)
        #expect(abs((axis.share(of: 1000) - axis.share(of: 100)) - (axis.share(of: 100) - axis.share(of: 10))) < 1e-12)
    }
}

@Suite("Labels that are pushed apart", .limited)
struct LabelSpreadTests {
    @Test("stay where they are while none touches another")
    func free() {
        #expect(LabelSpread.places([10, 40], extents: [10, 10], within: 0...100) == [10, 40])
    }

    @Test("move both by the same where two touch")
    func two() {
        #expect(LabelSpread.places([50, 50], extents: [10, 10], within: 0...100) == [45, 55])
    }

    @Test("stay within the limits, in order, without touching")
    func many() {
        let places = LabelSpread.places([98, 97, 99, 20], extents: [10, 10, 10, 10], within: 0...100)
        #expect(places == [85, 75, 95, 20])
    }
}

@Suite("Numbers", .limited)
struct DigitsTests {
    @Test("carry as many decimals as they need, and no more")
    func needed() {
        #expect(Digits.needed(for: [1, 2, -3]) == 0)
        #expect(Digits.needed(for: [0.5, 1.25]) == 2)
        #expect(Digits.needed(for: [1.0 / 3], atMost: 3) == 3)
        #expect(Digits.needed(for: [Double(Float(0.1))]) == 1)
        #expect(Digits.needed(for: [.infinity, 2]) == 0)
    }

    @Test("of kernels are whole, with a fraction before them")
    func kernels() {
        let box = KernelNumbers(Kernel(id: "box", rows: 3, columns: 3, weights: Array(repeating: 1.0 / 9, count: 9)))
        #expect(box.factor == "1/9 ×")
        #expect(box.weights == Array(repeating: 1, count: 9))
        #expect(KernelNumbers(SamplePictures.gaussian).factor == "1/256 ×")
        #expect(KernelNumbers(SamplePictures.sobelX).factor == nil)
        let odd = KernelNumbers(Kernel(id: "learned", [[0.123456, -0.70701]]))
        #expect(odd.factor == nil && odd.digits == 2)
    }

    @Test("in a list are joined as each language does")
    func listed() {
        let list = [Localized(same: "1"), Localized(same: "2"), Localized(same: "3")].listed
        #expect(list.text(in: NumberFormat(.en)) == "1, 2 and 3")
        #expect(list.text(in: NumberFormat(.es)) == "1, 2 y 3")
    }
}
