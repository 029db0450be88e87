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
    /// - Parameters:
    ///   - isWhole: whether it takes the place of the whole report.
    ///   - folder: where the report may be; by default where pages go.
    /// - Throws: `ValidationError`, which names `--output`.
    func checkSettings(isWhole: Bool, in folder: URL? = nil) throws {
        let output = folder ?? self.output
        // A manifest that is somebody else's tells of no report; that it is in the way is found when something is written.
        guard let manifest = try? Manifest.read(in: output) else { return }
        let settings = course.settings
        func refuse(_ difference: String) -> ValidationError {
            ValidationError(
                "\(output.path) holds \(difference). Name another folder with --output, or remove what is there with "
                    + "`course clean`.")
        }
        if isWhole {
            if settings.isQuick, let run = manifest.run, !run.quick {
                throw refuse("a full report, and a quick one would take its place")
            }
            return
        }
        guard let run = manifest.run ?? manifest.lessons else { return }
        let kind = run.quick ? "quick" : "full"
        let what = manifest.run == nil ? "lessons of a \(kind) run" : "a \(kind) report"
        if run.quick != settings.isQuick {
            throw refuse(
                "\(what), and the numbers of a \(settings.isQuick ? "quick" : "full") run would stand among its own")
        }
        if run.seed != settings.seed { throw refuse("\(what) of seed \(run.seed), not \(settings.seed)") }
        if run.dataHash != settings.digits.identity || run.garmentsHash != settings.garments.identity {
            throw refuse("\(what) on other data")
        }
        if showsPicture, run.picture != settings.picture?.identity {
            let shown = run.picture == nil ? "the course's own picture" : "a picture that is not this one"
            throw refuse("\(what) with \(shown)")
        }
    }

    /// The same for files that are no pages.
    ///
    /// - Parameter named: the folder that was typed for them, if any. Within a report, they mix with it; elsewhere they
    ///   stand alone.
    func checkSettings(ofPart named: String?) throws {
        if named == nil { return try checkSettings(isWhole: false) }
        if let report = Manifest.report(around: output) { try checkSettings(isWhole: false, in: report) }
    }
}
