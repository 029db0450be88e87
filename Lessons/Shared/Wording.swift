import Languages

/// Sentences that read a confusion matrix. They are made from the counts and stay true when those change.
enum Wording {
    /// “once”, “twice”, “7 times”; «una vez», «dos veces», «7 veces».
    static func times(_ count: Int) -> Bilingual {
        Bilingual(
            en: count == 1 ? "once" : count == 2 ? "twice" : "\(count) times",
            es: count == 1 ? "una vez" : "\(count) veces")
    }

    /// “one epoch”, “3 epochs”; «una época», «3 épocas».
    static func epochs(_ count: Int) -> Bilingual {
        count == 1
            ? Bilingual(en: "one epoch", es: "una época") : Bilingual(en: "\(count) epochs", es: "\(count) épocas")
    }

    /// “one percentage point”, “7 percentage points”; «un punto porcentual», «7 puntos porcentuales».
    static func points(_ share: Double) -> Bilingual {
        let points = (share * 100).rounded()
        return points == 1
            ? Bilingual(en: "one percentage point", es: "un punto porcentual")
            : Bilingual(
                en: "\(points, digits: 0) percentage points", es: "\(points, digits: 0) puntos porcentuales")
    }

    /// “10,000 digits, 93 mistakes”, with one mistake and none in words.
    static func score(of count: Int, wrong: Int) -> Bilingual {
        switch wrong {
        case 0: Bilingual(en: "\(count) digits, not one mistake", es: "\(count) dígitos, ni un error")
        case 1: Bilingual(en: "\(count) digits, one mistake", es: "\(count) dígitos, un error")
        default: Bilingual(en: "\(count) digits, \(wrong) mistakes", es: "\(count) dígitos, \(wrong) errores")
        }
    }

    /// “a 3”, “an 8”; «un 3».
    static func one(_ digit: Int) -> Bilingual {
        Bilingual(en: digit == 8 ? "an \(plain: digit)" : "a \(plain: digit)", es: "un \(plain: digit)")
    }

    /// “a”, “a and b”, “a, b and c”, with the conjunction given.
    static func list(_ items: [Phrase], _ conjunction: Phrase) -> Phrase {
        guard let last = items.last else { return "" }
        guard items.count > 1 else { return last }
        let before = items.dropLast()
        let head = before.dropFirst().reduce(before[0]) { "\($0), \($1)" }
        return "\(head) \(conjunction) \(last)"
    }

    /// A probability after “a probability”: “of 98.2%”, «del 98,2 %», and never a rounded hundred.
    static func certainty(_ probability: Double) -> Bilingual {
        probability < 0.9995
            ? Bilingual(en: "of \(probability, percent: 1)", es: "del \(probability, percent: 1)")
            : Bilingual(en: "of more than \(0.999, percent: 1)", es: "de más del \(0.999, percent: 1)")
    }

    /// How one digit fares: how often it is told right, and what it is most often taken for.
    ///
    /// - Parameter confusion: counts, rows true, columns predicted.
    static func reading(of digit: Int, in confusion: [[Int]]) -> Bilingual {
        let row = confusion[digit]
        let total = row.reduce(0, +)
        let right = row[digit]
        let wrong = row.indices.filter { $0 != digit }
        let most = wrong.map { row[$0] }.max() ?? 0
        guard most > 0 else {
            return Bilingual(
                en: "Of \(total) images of the \(plain: digit), all are told right.",
                es: "De \(total) imágenes del \(plain: digit), todas se reconocen bien.")
        }
        let rivals = wrong.filter { row[$0] == most }
        let english = list(rivals.map { one($0).en }, "or")
        let spanish = list(rivals.map { one($0).es }, "o")
        let count = times(most)
        let each: Bilingual =
            rivals.count == 1
            ? Bilingual(en: count.en, es: count.es)
            : Bilingual(en: "\(count.en) each", es: "\(count.es) en cada caso")
        return Bilingual(
            en: """
                Of \(total) images of the \(plain: digit), \(right) are told right. It is most often taken for \
                \(english) (\(each.en)).
                """,
            es: """
                De \(total) imágenes del \(plain: digit), \(right) se reconocen bien. Con lo que más se confunde es con \
                \(spanish) (\(each.es)).
                """)
    }

    /// The mistake that happens most often over all classes.
    static func mostFrequentConfusion(in confusion: [[Int]]) -> Bilingual {
        let pairs = confusion.indices.flatMap { truth in
            confusion[truth].indices.filter { $0 != truth }.map {
                (truth: truth, taken: $0, count: confusion[truth][$0])
            }
        }
        let most = pairs.map(\.count).max() ?? 0
        guard most > 0 else {
            return Bilingual(
                en: "No digit was taken for another.", es: "Ningún dígito se confundió con otro.")
        }
        let worst = pairs.filter { $0.count == most }
        let count = times(most)
        guard worst.count > 1 else {
            let (truth, taken) = (one(worst[0].truth), one(worst[0].taken))
            return Bilingual(
                en: "The most frequent mistake is \(truth.en) taken for \(taken.en) (\(count.en)).",
                es: "El error más frecuente es tomar \(truth.es) por \(taken.es) (\(count.es)).")
        }
        let english = list(worst.map { "\(one($0.truth).en) taken for \(one($0.taken).en)" }, "and")
        let spanish = list(worst.map { "tomar \(one($0.truth).es) por \(one($0.taken).es)" }, "y")
        return Bilingual(
            en: "The most frequent mistakes, \(count.en) each: \(english).",
            es: "Los errores más frecuentes, \(count.es) cada uno: \(spanish).")
    }
}
