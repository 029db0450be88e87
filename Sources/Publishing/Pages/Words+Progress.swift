import Languages

/// What pages say while a report is being made.
extension Words {
    /// How far the report is, in sentences.
    func progress(_ state: ReportState) -> [String] {
        let counts: [String: Argument] = ["written": .integer(state.written), "count": .integer(state.lessons.count)]
        if state.isStopped { return [self(.stopped, counts), self[.again]] }
        return [self(.progress, counts)] + (state.secondsLeft.map { [timeLeft($0)] } ?? []) + [self[.reloads]]
    }

    private func timeLeft(_ seconds: Double) -> String {
        seconds < 50
            ? self(.secondsLeft, n: max(10, Int((seconds / 10).rounded(.up)) * 10))
            : self(.minutesLeft, n: max(1, Int((seconds / 60).rounded())))
    }

    /// What has become of a lesson; nil for one that is written, of which there is nothing to say.
    func state(_ lesson: ReportState.Lesson) -> String? {
        switch lesson {
        case .waiting: self[.waiting]
        case .earlier: self[.earlier]
        case .computing: self[.computing]
        case .written: nil
        case .failed: self[.failed]
        }
    }
}
