import Languages

/// What pages say while a report is being made.
extension Words {
    /// How far the report is, in sentences.
    func progress(_ state: ReportState) -> [String] {
        let (written, count) = (state.written, state.lessons.count)
        if state.isStopped {
            return [
                pick(
                    en: "This report was stopped: \(written) of \(count) lessons are new.",
                    es: "Este informe se interrumpió: \(written) de \(count) lecciones son nuevas."),
                pick(
                    en: "Type the same command again, and it goes on from there.",
                    es: "Repite la misma orden y continuará desde ahí."),
            ]
        }
        return [
            pick(
                en: "This report is being made: \(written) of \(count) lessons are here.",
                es: "Este informe se está generando: ya están \(written) de \(count) lecciones.")
        ] + (state.secondsLeft.map { [timeLeft($0)] } ?? []) + [
            pick(
                en: "This page reloads by itself; pages that are finished do not.",
                es: "Esta página se recarga sola; las que están terminadas, no.")
        ]
    }

    private func timeLeft(_ seconds: Double) -> String {
        if seconds < 50 {
            let tens = max(10, Int((seconds / 10).rounded(.up)) * 10)
            return pick(en: "About \(tens) seconds left.", es: "Quedan unos \(tens) segundos.")
        }
        let minutes = max(1, Int((seconds / 60).rounded()))
        return minutes == 1
            ? pick(en: "About a minute left.", es: "Queda alrededor de un minuto.")
            : pick(en: "About \(minutes) minutes left.", es: "Quedan unos \(minutes) minutos.")
    }

    /// What has become of a lesson; nil for one that is written, of which there is nothing to say.
    func state(_ lesson: ReportState.Lesson) -> String? {
        switch lesson {
        case .waiting: pick(en: "not yet", es: "pendiente")
        case .earlier: pick(en: "from an earlier report", es: "de un informe anterior")
        case .computing: pick(en: "in the making", es: "en curso")
        case .written: nil
        case .failed: pick(en: "could not be made", es: "no se pudo generar")
        }
    }

    // A page in the place of a lesson that is not written yet
    var pending: String { pick(en: "This lesson is still being made", es: "Esta lección aún se está generando") }
    var pendingText: String {
        pick(
            en: "The page reloads by itself and shows the lesson as soon as it is written.",
            es: "La página se recarga sola y mostrará la lección en cuanto esté escrita.")
    }

    // The same page once the run has ended
    var unmade: String { pick(en: "This lesson was not made", es: "Esta lección no se llegó a generar") }
    var unmadeText: String {
        pick(
            en: "The report was stopped before. Type the same command again, and it goes on from there.",
            es: "El informe se interrumpió antes. Repite la misma orden y continuará desde ahí.")
    }
}
