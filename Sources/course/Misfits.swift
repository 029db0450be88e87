import ArgumentParser
import Figures
import Notebook

extension Terminal {
    /// Says which figures could not be drawn, once all others are: those that need more width in a list, with the
    /// width that each needs.
    ///
    /// - Throws: `ExitCode.failure` where there are any.
    func tell(_ failures: [CourseError], of count: Int) throws {
        guard !failures.isEmpty else { return }
        var rows: [[String]] = []
        var misfits: [String] = []
        for failure in failures {
            if case .figureTooNarrow(let name, .tooNarrow(_, let needed)) = failure {
                rows.append([name, "needs \(FigureError.millimetres(needed)) mm"])
            } else if case .figureTooNarrow(let name, .misfit) = failure {
                misfits.append(name)
            } else {
                say("error: \(failure)")
            }
        }
        if !rows.isEmpty {
            say("Too narrow for \(rows.count) of \(count) figures, which were not drawn:")
            for line in TextColumns.lines(rows) { say("  \(line)") }
        }
        if !misfits.isEmpty {
            say("In that box \(misfits.count) of \(count) figures can't be read, and they were not drawn:")
            for name in misfits { say("  \(name)") }
            say("Ask for a larger box, or for a --width.")
        }
        throw ExitCode.failure
    }
}
