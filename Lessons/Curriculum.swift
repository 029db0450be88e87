import Documents
import Languages
import Notebook
import Platform
import Texts

extension Curriculum {
    /// The lessons in the order in which they are taught. A new lesson is a folder and a line here.
    public static let taught: [any Lesson.Type] = [
        Start.self,
        Pixels.self,
        Kernels.self,
        Edges.self,
        Gradients.self,
        Pooling.self,
        Channels.self,
        Networks.self,
        Learning.self,
        MNIST.self,
        Baseline.self,
        CNN.self,
        Dropout.self,
        Compact.self,
        Inside.self,
        Experiments.self,
        Denoising.self,
        Sources.self,
    ]

    /// The ids of the lessons, in order.
    public static let ids = taught.map { $0.id }

    /// The units of all lessons in their order; one that several lessons use stands there as often.
    public static let courseUnits = taught.flatMap { $0.units }

    private static let embedded = Result { () throws(DocumentError) in try course(with: Texts.files) }

    /// The course with the documents that the program carries.
    ///
    /// - Throws: ``DocumentError`` where they can't be read; tests see to it that they can.
    public static var course: Curriculum { get throws(DocumentError) { try embedded.get() } }

    /// The documents that the program carries, by path.
    public static var carriedDocuments: [String: String] { Texts.files }

    private static let declared = Result { () throws(DocumentError) in try LanguageSet(Texts.files) }

    /// The languages of the documents that the program carries.
    ///
    /// - Throws: ``DocumentError`` where they can't be read; tests see to it that they can.
    public static var carriedLanguages: LanguageSet { get throws(DocumentError) { try declared.get() } }

    /// The documents that the program carries, with others in the place of those that are called the same, and beside
    /// them: somebody who writes one lesson anew, or translates, needs no copy of the rest.
    ///
    /// - Parameter files: by path.
    public static func carriedDocuments(with files: [String: String]) -> [String: String] {
        func name(_ path: String) -> Substring { path.split(separator: "/").last ?? "" }
        let replaced = Set(files.keys.map(name))
        return files.merging(Texts.files.filter { !replaced.contains(name($0.key)) }) { own, _ in own }
    }

    /// Whether the program has a document of this name: a lesson's, or one of the pages that are no lesson.
    private static func isCarried(_ name: String) -> Bool {
        Texts.files.keys.contains { ($0.split(separator: "/").last ?? "").hasPrefix(name + ".") }
    }

    /// The course with documents from elsewhere, all of them.
    ///
    /// Documents that belong to no lesson of the course are lessons themselves; `course.yml` among the files says in
    /// which order.
    ///
    /// - Parameters:
    ///   - files: by path; each is called `<lesson>.<language>.md`.
    ///   - folder: where they lie, and the files that their blocks name; nil for those that the program carries.
    /// - Throws: ``DocumentError`` for documents that can't be read, are missing, or part from each other.
    public static func course(
        with files: [String: String], in folder: URL? = nil
    ) throws(DocumentError) -> Curriculum {
        let library = try DocumentLibrary(files)
        let known = Dictionary(uniqueKeysWithValues: taught.map { ($0.id, CourseLesson($0)) })
        let order = try LessonOrder(
            taught: ids, own: library.lessons.filter { known[$0] == nil && !isCarried($0) }, files: files)
        return try Curriculum(
            order.ids.map { known[$0] ?? CourseLesson(documents: $0) }, listings: EmbeddedListings.all,
            documents: library, files: BlockFiles(folder), networks: .course,
            sources: SourcePaths(EmbeddedListings.files), scripts: EmbeddedListings.scripts)
    }
}
