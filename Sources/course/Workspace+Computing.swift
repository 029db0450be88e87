import ArgumentParser
import Platform
import Notebook
import Publishing

/// Whether a command may compute what it shows.
struct ComputingOptions: ParsableArguments {
    @Flag(help: "Compute nothing: fail where a result is not stored.")
    var storedOnly = false
}

/// Results that are not stored, where nothing may be computed.
struct NotStored: Error, CustomStringConvertible {
    let units: [String]

    var description: String {
        let shown = units.prefix(6).joined(separator: ", ") + (units.count > 6 ? " and \(units.count - 6) more" : "")
        return "not stored: \(shown); without --stored-only they are computed"
    }
}

extension Workspace {
    /// Says what a command is about to compute, and how long that takes, before it does.
    ///
    /// - Parameters:
    ///   - units: what it shows comes from these.
    ///   - storedOnly: whether it may compute nothing.
    /// - Throws: ``NotStored``; `TrainingError` for a network whose layers do not fit.
    func announce(_ units: [any CourseUnit], storedOnly: Bool) throws {
        let missing = course.missing(units)
        guard !missing.isEmpty else { return }
        if storedOnly { throw NotStored(units: missing.map(\.name)) }
        try AddressLimit.check(for: missing, in: course)
        let forecast = try Forecast(of: missing, using: course)
        let models = forecast.models
        let trained =
            models.isEmpty ? "" : " (\(models.prefix(6).joined(separator: ", "))\(models.count > 6 ? ", …" : ""))"
        terminal.say("Not stored yet, so computed first: \(forecast.summary(terminal))\(trained).")
    }

    /// Makes sure that what is about to be written does not mix with a report of other settings.
    ///
    /// - Parameter isWhole: whether it takes the place of the whole report.
    /// - Throws: `ValidationError`, which names `--output`.
    func checkSettings(isWhole: Bool) throws {
        // A manifest that is somebody else's tells of no report; that it is in the way is found by whoever writes.
        guard let run = (try? Manifest.read(in: output))?.run else { return }
        let settings = course.settings
        func refuse(_ difference: String) -> ValidationError {
            ValidationError(
                "\(output.path) holds \(difference). Name another folder with --output, or remove that report with "
                    + "`course clean`.")
        }
        if isWhole {
            if settings.isQuick && !run.quick {
                throw refuse("a full report, and a quick one would take its place")
            }
            return
        }
        if run.quick != settings.isQuick {
            throw refuse(
                run.quick
                    ? "a quick report, and the numbers of a full run would stand among its own"
                    : "a full report, and the numbers of a quick run would stand among its own")
        }
        if run.seed != settings.seed { throw refuse("a report of seed \(run.seed), not \(settings.seed)") }
        if run.dataHash != settings.digits.identity || run.garmentsHash != settings.garments.identity {
            throw refuse("a report on other data")
        }
    }
}
