import Languages

extension Occlusion {
    /// The share of all places at which the square costs less than one percentage point.
    var harmlessShare: Double {
        let lost = cases.flatMap(\.lost)
        return Double(lost.count { $0 < 0.01 }) / Double(max(lost.count, 1))
    }

    /// Which digit suffers most, and how much; all that do where several lose as many points.
    var reading: Bilingual {
        Self.reading(cases.map { ($0.label, Double($0.lost.max() ?? 0)) })
    }

    /// - Parameter losses: digits, and the most that covering one place takes from the probability of each.
    static func reading(_ losses: [(digit: Int, lost: Double)]) -> Bilingual {
        func points(_ share: Double) -> Int { Int((share * 100).rounded()) }
        let most = losses.map { points($0.lost) }.max() ?? 0
        guard most > 0 else {
            return Bilingual(
                en: "None of these digits suffers from the square, wherever it lies.",
                es: "A ninguno de estos dígitos le hace mella el cuadrado, esté donde esté.")
        }
        let worst = losses.filter { points($0.lost) == most }.map(\.digit)
        let cost = Wording.points(Double(most) / 100)
        guard worst.count > 1 else {
            return Bilingual(
                en: """
                    The most vulnerable of these digits is the \(plain: worst[0]): one square in the wrong place takes \
                    \(cost.en) from its probability.
                    """,
                es: """
                    El más vulnerable de estos dígitos es el \(plain: worst[0]): un cuadrado en mal sitio le quita \
                    \(cost.es) a su probabilidad.
                    """)
        }
        let english = Wording.list(worst.map { "the \(plain: $0)" }, "and")
        let spanish = Wording.list(worst.map { "el \(plain: $0)" }, "y")
        return Bilingual(
            en: """
                The most vulnerable of these digits are \(english): one square in the wrong place takes \(cost.en) from \
                the probability of each.
                """,
            es: """
                Los más vulnerables de estos dígitos son \(spanish): un cuadrado en mal sitio le quita a cada uno \
                \(cost.es) de probabilidad.
                """)
    }
}
