import Imaging
import NeuralNetwork
import Notebook
import Snippets

/// What lies beside exported notebooks, so that their code finds this run's numbers: weights, the course's picture.
struct NotebookMaterials {
    private let trainings: [(name: String, training: Training)]
    private let hasPicture: Bool

    /// - Parameter scripts: the Python of the lessons that are exported.
    init(_ scripts: [LessonScript]) {
        let names = Set(scripts.flatMap(\.script.networks))
        trainings = CourseModels.all.filter { names.contains($0.name) }.map { ($0.name, Training(ofSyllabus: $0)) }
        hasPicture = scripts.contains(where: \.script.showsPicture)
    }

    /// What has to be known for them.
    var units: [any CourseUnit] { trainings.map(\.training) }

    private static let picture = "pictures/scene.png"

    private static func path(of name: String) -> String { "weights/\(name).safetensors" }

    /// Where they lie, below the notebooks' folder.
    var paths: [String] { trainings.map { Self.path(of: $0.name) } + (hasPicture ? [Self.picture] : []) }

    /// Their bytes.
    ///
    /// - Throws: what the course throws where they can't be had.
    func files(using course: Course) throws -> [(path: String, bytes: [UInt8])] {
        var files: [(String, [UInt8])] = []
        for (name, training) in trainings {
            let model = try course.value(of: training)
            files.append((Self.path(of: name), model.safetensors(note: ["course": name])))
        }
        if hasPicture { files.append((Self.picture, try PNG.encode(course.scene))) }
        return files
    }
}
