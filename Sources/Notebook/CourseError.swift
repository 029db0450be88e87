import Figures
import Languages

/// What stops a run, in the words of the one who typed the command.
public enum CourseError: Error, Equatable, CustomStringConvertible {
    case unknownLesson(String, known: [String])
    case unknownFigure(String, known: [String])
    case unknownUnit(String, known: [String])
    case unknownListing(String, lesson: String, known: [String])
    case repeatedId(String, lesson: String)
    case lessonFailed(String, reason: String)
    case figureFailed(String, reason: String)
    case figureTooNarrow(String, FigureError)
    case figuresDiffer(String, announced: [String], drawn: [String])

    /// Whether the command asked for something that does not exist, rather than something going wrong.
    public var isUsage: Bool {
        switch self {
        case .unknownLesson, .unknownFigure, .unknownUnit: true
        case .unknownListing, .repeatedId, .lessonFailed, .figureFailed, .figureTooNarrow, .figuresDiffer: false
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
        case .unknownListing(let name, let lesson, let known):
            "lesson “\(lesson)” shows the listing “\(name)”, but no // snippet.\(name) marks it; "
                + NearMisses.hint(for: name, in: known, otherwise: "the marks are " + known.joined(separator: ", "))
        case .repeatedId(let id, let lesson):
            "lesson “\(lesson)” uses the id “\(id)” twice; give one of them another name"
        case .lessonFailed(let id, let reason): "lesson “\(id)”: \(reason)"
        case .figureFailed(let id, let reason): "figure “\(id)”: \(reason)"
        case .figureTooNarrow(let id, let error): "figure “\(id)”: \(error)"
        case .figuresDiffer(let id, let announced, let drawn):
            "lesson “\(id)” announces the figures \(announced.joined(separator: ", ")) but draws "
                + drawn.joined(separator: ", ")
        }
    }
}
