import ArgumentParser
import Datasets
import Figures
import Languages
import Lessons
import NeuralNetwork
import Notebook
import Platform
import Publishing

// What a shell offers after Tab where an argument takes one of the names that this program knows.

extension CompletionKind {
    static var lessons: CompletionKind { .list(Curriculum.ids) }

    static var figures: CompletionKind { .list((try? Curriculum.course)?.figureNames ?? []) }

    static var networks: CompletionKind { .list(CourseModels.all.map(\.name)) }

    /// Networks by name, and files that describe one.
    static var networksAndFiles: CompletionKind {
        .custom { _, _, typed in
            let folder = typed.contains("/") ? String(typed[...(typed.lastIndex(of: "/") ?? typed.startIndex)]) : ""
            let here = folder.isEmpty ? "." : folder
            let found = (try? FileManager.default.contentsOfDirectory(atPath: here)) ?? []
            return CourseModels.all.map(\.name) + found.filter { $0.hasSuffix(".json") }.sorted().map { folder + $0 }
        }
    }

    static var units: CompletionKind { .list(Set(Curriculum.courseUnits.map(\.name)).sorted()) }

    static var themes: CompletionKind { .list(Theme.all.map(\.id)) }

    static var pictures: CompletionKind { .list(FigureStyle.Format.allCases.map(\.rawValue)) }

    static var datasets: CompletionKind { .list(DatasetDescription.published.map(\.id)) }

    /// MNIST and the own data of this user, asked for when somebody types.
    static var ownData: CompletionKind {
        .custom { _, _, _ in
            let cache = UserCache(ProcessInfo.processInfo.environment)
            return [DatasetDescription.mnist.id] + OwnShelf(folder: cache.data).names
        }
    }

    static var languages: CompletionKind {
        let known = try? Curriculum.carriedLanguages
        let main = (known?.main ?? []).map(\.code).joined(separator: ",")
        return .list((known?.languages ?? []).map(\.code) + [main])
    }

    static var decimalMarks: CompletionKind { .list(DecimalMark.allCases.map(\.rawValue)) }

    /// The type families of this machine, asked for when somebody types.
    static var families: CompletionKind {
        .custom { _, _, _ in
            // A shell has no place to show why there are none; the command itself says it.
            (try? FigureStyle.installedFamilies()) ?? []
        }
    }
}

extension Curriculum {
    /// All figures as people name them: `lesson/figure`, in the order of the course.
    var figureNames: [String] { descriptions.flatMap { lesson in lesson.figures.map { "\(lesson.id)/\($0)" } } }
}
