import Figures
import Languages

/// What stops a run, in the words of the one who typed the command.
public enum CourseError: Error, Equatable, CustomStringConvertible {
    case unknownLesson(String, known: [String])
    case unknownFigure(String, known: [String])
    case unknownUnit(String, known: [String])
    case lessonFailed(String, reason: String)
    case figureFailed(String, reason: String)
    case figureTooNarrow(String, FigureError)

    /// Whether the command asked for something that does not exist, rather than something going wrong.
    public var isUsage: Bool {
        switch self {
        case .unknownLesson, .unknownFigure, .unknownUnit: true
        case .lessonFailed, .figureFailed, .figureTooNarrow: false
        }
    }

    /// What is wrong, where, and what to type instead.
    public var description: String {
        switch self {
        case .unknownLesson(let id, let known):
            "there is no lesson “\(id)”; "
                + NearMisses.hint(for: id, in: known, otherwise: "the lessons are " + known.joined(separator: ", "))
        case .unknownFigure(let id, let known):
            "there is no figure “\(id)”; "
                + NearMisses.hint(for: id, in: known, otherwise: "`course list` names them all")
        case .unknownUnit(let key, let known):
            "there is no unit “\(key)” for these data, this seed and this program; "
                + NearMisses.hint(for: key, in: known, otherwise: "`course plan` with the same options names them all")
        case .lessonFailed(let id, let reason): "lesson “\(id)”: \(reason)"
        case .figureFailed(let id, let reason): "figure “\(id)”: \(reason)"
        case .figureTooNarrow(let id, let error): "figure “\(id)”: \(error)"
        }
    }
}
