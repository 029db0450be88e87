import Platform
import Documents
import Languages
import Lessons
import Notebook
import Preview
import Publishing
import Storage
import Synchronization
import Threads

/// The pages of the lessons as their documents are now, each made when somebody asks for it.
///
/// A lesson's code runs once; when its documents change, its page is put together anew, and of its figures only those
/// are drawn whose words have changed.
final class LessonPages: PageSource, @unchecked Sendable {
    /// Where texts come from.
    struct Origin: Sendable {
        let documents: @Sendable () throws -> [String: String]
        let resources: @Sendable () throws -> [String: String]?
        /// Where documents and the files that they name lie; nil for those that the program carries.
        var folder: URL?
    }

    private let workspace: Workspace
    private let origin: Origin
    private let folders: Folders
    private let files: FolderSource
    private let sketch: Course

    /// Held while a page is made: two that are asked for at once would draw the same figures.
    private let lock = Condition()
    // Under the lock.
    private var curriculum: Curriculum
    private var writer: ReportWriter
    private var lessons: [String: (material: Material, course: Course)] = [:]
    private var drawn: [String: FigureCell] = [:]
    private var isCurrent: Set<String> = []

    /// Where pages and sketched results lie while they are shown.
    private struct Folders {
        let pages: URL
        let results: URL

        init() throws {
            let root = FileManager.default.temporaryDirectory.appending(
                path: "course-preview-\(UUID().uuidString)", directoryHint: .isDirectory)
            pages = root.appending(path: "pages", directoryHint: .isDirectory)
            results = root.appending(path: "results", directoryHint: .isDirectory)
            try FileManager.default.createDirectory(at: pages, withIntermediateDirectories: true)
        }

        func remove() { try? FileManager.default.removeItem(at: pages.deletingLastPathComponent()) }
    }

    /// - Throws: `DocumentError` and what reading documents throws: nothing can be shown before they can be read.
    init(_ workspace: Workspace, from origin: Origin) throws {
        self.workspace = workspace
        self.origin = origin
        curriculum = workspace.curriculum
        let publisher = try workspace.publisher(of: curriculum, resources: origin.resources())
        folders = try Folders()
        files = try FolderSource(folders.pages)
        sketch = Course(
            settings: .sketch, store: ResultStore(folder: folders.results), threads: workspace.course.threads)
        writer = try workspace.reportWriter(
            into: ReportFolder(folders.pages, replacesAnything: true), with: publisher)
        try writer.write(publisher.searchFiles(without: []))
    }

    /// Removes what was written for browsers.
    func end() { folders.remove() }

    /// Reads documents and style sheets anew; pages that are asked for from now on are made with them.
    ///
    /// - Throws: `DocumentError` and what reading throws; then everything stays as it was.
    func reload() throws {
        try lock.withLock {
            let fresh = try Curriculum.course(with: origin.documents(), in: origin.folder)
            let publisher = try workspace.publisher(of: fresh, resources: origin.resources())
            // A network that has changed is not what a lesson was sketched or found stored with.
            let kept = lessons.filter { unitKeys(of: $0.key, in: fresh) == unitKeys(of: $0.key, in: curriculum) }
            let known = try publisher.searchFiles(without: Set(kept.keys))
            lessons = kept
            writer.publisher = publisher
            curriculum = fresh
            isCurrent = []
            try writer.write(known)
        }
    }

    private func unitKeys(of lesson: String, in curriculum: Curriculum) -> [String]? {
        try? curriculum.units(of: lesson).map { $0.key(in: workspace.course.settings).digest }
    }

    /// The page at a path, or what a page shows.
    ///
    /// - Throws: what keeps a page from being made.
    func content(at path: PagePath) throws -> PageContent? {
        let name = path.description
        if name.hasSuffix(".html") { try lock.withLock { try makePage(name) } }
        return try files.content(at: path)
    }

    /// Whether the lesson's pages can be made now.
    func checkLesson(_ id: String) throws {
        guard let language = workspace.languages.first else { return }
        try lock.withLock { try makePage(language.page(id)) }
    }

    private func makePage(_ path: String) throws {
        guard !isCurrent.contains(path) else { return }
        let index = curriculum.descriptions.firstIndex { lesson in
            writer.publisher.report.languages.contains { $0.page(lesson.id) == path }
        }
        if let index { return try makeLesson(at: index) }
        let indexes = try writer.publisher.indexes()
        try writer.write(indexes)
        isCurrent.formUnion(indexes.map(\.path))
    }

    private func makeLesson(at index: Int) throws {
        let id = curriculum.descriptions[index].id
        let (material, course) = try lesson(at: index)
        let page = try curriculum.page(at: index, from: material, using: course)
        try writer.write(page, reach: .everything) { cell in
            drawn[id + "/" + cell.id].map { !$0.isDrawn(like: cell) } ?? true
        }
        for cell in page.figures { drawn[id + "/" + cell.id] = cell }
        isCurrent.formUnion(writer.publisher.report.languages.map { $0.page(id) })
    }

    /// What the lesson's code made, from stored results where they are all there, else sketched on a few drawn images.
    private func lesson(at index: Int) throws -> (material: Material, course: Course) {
        let id = curriculum.lessons[index].id
        if let known = lessons[id] { return known }
        let units = Set(curriculum.lessons[index].units.map(\.name))
        let isStored = curriculum.unitStates(in: workspace.course.store, for: workspace.course.settings)
            .allSatisfy { $0.state == .stored || !units.contains($0.unit) }
        let course = isStored ? workspace.course : sketch
        let made = (material: try curriculum.material(at: index, using: course), course: course)
        lessons[id] = made
        return made
    }
}

extension FigureCell {
    /// Whether another drawing of the same values would look the same: caption and alternative text stand on the page.
    fileprivate func isDrawn(like other: FigureCell) -> Bool {
        title == other.title && number == other.number && words != nil && words == other.words
    }
}
