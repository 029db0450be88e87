import Elementary
import Imaging
import Languages

/// How many decimals numbers carry, so that no more are shown.
enum Digits {
    /// The fewest decimals that show every value exactly, at most `most`.
    static func needed(for values: some Sequence<Double>, atMost most: Int = 3) -> Int {
        let values = values.filter(\.isFinite)
        for digits in 0..<most {
            let power = Double.pow(10, Double(digits))
            let isExact = values.allSatisfy { value in
                let scaled = value * power
                return abs(scaled - scaled.rounded()) <= 1e-5 * max(1, abs(value))
            }
            if isExact { return digits }
        }
        return most
    }

    /// The fewest decimals that leave the distance between two numbers right within a tenth, where those that they need,
    /// at most `most`, do not.
    static func telling(_ low: Double, from high: Double, atMost most: Int = 2) -> Int {
        let needed = needed(for: [low, high], atMost: most)
        let distance = abs(high - low)
        guard distance.isFinite, distance > 0 else { return needed }
        return (needed..<16).first { digits in
            let power = Double.pow(10, Double(digits))
            let written = abs((high * power).rounded() - (low * power).rounded()) / power
            return abs(written - distance) <= distance / 10
        } ?? needed
    }

    static func needed(for image: GrayImage, atMost most: Int = 3) -> Int {
        needed(for: image.pixels.lazy.map(Double.init), atMost: most)
    }
}

extension FigureContext {
    /// A number with as many decimals as it needs, at most `most`.
    func number(_ value: Double, atMost most: Int = 3) -> String {
        format.decimal(value, digits: Digits.needed(for: [value], atMost: most))
    }
}

/// The numbers of a kernel as a teacher writes them: whole numbers, before them a fraction if there is one.
struct KernelNumbers {
    /// The factor's denominator: 9 for the box of ninths, 1 for a kernel of whole numbers.
    let denominator: Int
    /// The weights times the denominator.
    let weights: [Double]
    /// The decimals that the weights carry.
    let digits: Int

    init(_ kernel: Kernel) {
        let exact = kernel.weights.map(Double.init)
        let denominator =
            (1...1024).first { denominator in
                exact.allSatisfy { weight in
                    let scaled = weight * Double(denominator)
                    return abs(scaled - scaled.rounded()) < 1e-4 && (weight == 0 || abs(scaled) > 0.5)
                }
            } ?? 1
        self.denominator = denominator
        weights = denominator == 1 ? exact : exact.map { ($0 * Double(denominator)).rounded() }
        digits = Digits.needed(for: weights, atMost: 2)
    }

    /// The factor before the matrix, if it isn't 1.
    var factor: String? { denominator == 1 ? nil : "1/\(denominator) ×" }
}
