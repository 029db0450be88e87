import Platform
import Notebook
import Storage

/// The pages that a check reads: from stored results where they are all there, else sketched.
struct DraftPages {
    /// Where the numbers on the pages come from.
    enum Origin: String {
        case stored, sketched

        var description: String {
            switch self {
            case .stored: "written from stored results"
            case .sketched: "sketched on a few drawn images; no number on them means anything"
            }
        }
    }

    private let workspace: Workspace
    private let curriculum: Curriculum
    private let indices: [Int]

    /// - Parameter curriculum: with the documents that are checked.
    init(_ workspace: Workspace, _ curriculum: Curriculum, _ indices: [Int]) {
        self.workspace = workspace
        self.curriculum = curriculum
        self.indices = indices
    }

    func written() throws -> (pages: [Page], origin: Origin) {
        if isStored { return (try pages(using: workspace.course), .stored) }
        // What is sketched is never kept.
        let folder = FileManager.default.temporaryDirectory.appending(path: "course-check-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let course = Course(
            settings: .sketch, store: ResultStore(folder: folder), threads: workspace.course.threads)
        return (try pages(using: course), .sketched)
    }

    private var isStored: Bool {
        let wanted = Set(indices.flatMap { curriculum.lessons[$0].units.map(\.name) })
        return curriculum.unitStates(in: workspace.course.store, for: workspace.course.settings)
            .allSatisfy { $0.state == .stored || !wanted.contains($0.unit) }
    }

    private func pages(using course: Course) throws -> [Page] {
        try indices.map { try curriculum.page(at: $0, using: course) }
    }
}
