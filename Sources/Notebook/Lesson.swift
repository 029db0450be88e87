import Datasets
import Documents
import Languages
import Snippets
import Storage

/// One lesson: a folder under `Lessons/` with its documents, and a line in the curriculum.
public protocol Lesson: Sendable {
    /// The name that people type, which begins the names of its documents: `edges.en.md`. Never changes.
    static var id: String { get }

    /// What the lesson computes once and keeps: trainings and measurements. None by default.
    static var units: [any CourseUnit] { get }

    init()

    /// Runs the lesson, and gives names to what it made, for its documents to show.
    ///
    /// Everything costly comes from ``Course/value(of:)``, so that making a page a second time, or drawing one
    /// of its figures, computes nothing again.
    func run(into material: inout Material, using course: Course) throws
}

extension Lesson {
    /// None: the lesson computes everything while it runs.
    public static var units: [any CourseUnit] { [] }
}

/// A lesson as a curriculum runs it: one written in Swift, or one that is its documents alone.
public struct CourseLesson: Sendable {
    /// The name that people type, which begins the names of its documents.
    public let id: String
    /// What the lesson computes once and keeps.
    public let units: [any CourseUnit]
    /// Whether it is documents alone, which no build has seen.
    public let isOwn: Bool
    let run: @Sendable (inout Material, Course) throws -> Void

    /// A lesson with code.
    public init(_ lesson: any Lesson.Type) {
        (id, units, isOwn) = (lesson.id, lesson.units, false)
        run = { material, course in try lesson.init().run(into: &material, using: course) }
    }

    /// A lesson without code: its blocks say what is computed.
    public init(documents id: String) {
        (self.id, units, isOwn) = (id, [], true)
        run = { _, _ in }
    }

    private init(_ other: CourseLesson, units: [any CourseUnit]) {
        (id, isOwn, run) = (other.id, other.isOwn, other.run)
        self.units = units
    }

    /// The same lesson, which computes these units besides: those of the blocks in its documents.
    func computing(_ more: [any CourseUnit]) -> CourseLesson { CourseLesson(self, units: units + more) }
}

/// The lessons in the order in which they are taught, and the source that they show.
public struct Curriculum: Sendable {
    /// The lessons in order.
    public let lessons: [CourseLesson]
    /// By `lesson/name` and `Room/name`.
    let listings: [String: Listing]
    private let sources: SourcePaths
    /// The lessons' Python, by what it is called: `edges`, and `tools` for what all of them share.
    private let scripts: [String: LessonScript]
    /// The words that the lessons explain.
    public let glossary: Glossary
    /// The languages that the course is written in.
    public let languages: LanguageSet
    /// What each lesson says of itself, in order.
    public let descriptions: [LessonDescription]
    /// In the same order.
    private let documents: [LessonDocuments]
    /// What the blocks of each compute.
    private let operations: [Operations]
    private let shared: SharedTexts
    private let library: DocumentLibrary

    /// A curriculum of lessons with code.
    ///
    /// - Parameters:
    ///   - lessons: in the order in which they are taught.
    ///   - listings: what the build found in their sources.
    ///   - library: their documents, and the words that they explain.
    /// - Throws: ``DocumentError`` for documents that can't be read or part from each other, and for a lesson that has
    ///   none.
    public init(
        _ lessons: [any Lesson.Type], listings: [String: Listing], documents library: DocumentLibrary
    ) throws(DocumentError) {
        try self.init(lessons.map(CourseLesson.init), listings: listings, documents: library)
    }

    /// - Parameters:
    ///   - lessons: in the order in which they are taught.
    ///   - listings: what the build found in their sources.
    ///   - library: their documents, and the words that they explain.
    ///   - files: where the files lie that blocks name.
    ///   - networks: what blocks show of networks.
    ///   - sources: where the lessons' code lies, for errors.
    ///   - scripts: the lessons' Python by path.
    /// - Throws: ``DocumentError`` for documents that can't be read or part from each other, and for a lesson that has
    ///   none.
    public init(
        _ lessons: [CourseLesson], listings: [String: Listing], documents library: DocumentLibrary,
        files: BlockFiles = BlockFiles(), networks: NetworkBlocks = .none, sources: SourcePaths = SourcePaths([:]),
        scripts: [String: String] = [:]
    ) throws(DocumentError) {
        self.sources = sources
        self.scripts = try Self.scripts(scripts, library)
        self.listings = listings
        glossary = try Glossary(
            library.glossary, in: library.languages.languages, lessons: lessons.map { $0.id })
        shared = library.shared
        self.library = library
        languages = library.languages
        var descriptions: [LessonDescription] = []
        var documents: [LessonDocuments] = []
        var operations: [Operations] = []
        for lesson in lessons {
            guard let own = try library.documents(of: lesson.id) else {
                let hint = NearMisses.hint(
                    for: lesson.id, in: library.lessons, otherwise: "write the lesson in a file of this name.")
                let language = library.languages.languages.first?.code ?? "en"
                throw DocumentError(
                    file: sources.folder(of: lesson.id) + "\(lesson.id).\(language).md", line: 1,
                    "the lesson “\(lesson.id)” has no documents; \(hint)")
            }
            descriptions.append(try own.description())
            documents.append(own)
            operations.append(try Operations(of: own, files: files, networks: networks))
        }
        self.lessons = zip(lessons, operations).map { $0.computing($1.units) }
        self.operations = operations
        self.descriptions = descriptions
        self.documents = documents
    }

    /// What the scripts of all lessons share.
    public var tools: LessonScript? { scripts["tools"] }

    /// The Python of a lesson; nil where it has none.
    public func script(of lesson: String) -> LessonScript? { scripts[lesson] }

    private static func scripts(
        _ texts: [String: String], _ library: DocumentLibrary
    ) throws(DocumentError) -> [String: LessonScript] {
        var scripts: [String: LessonScript] = [:]
        for (path, text) in texts {
            let name = String((path.split(separator: "/").last ?? "").prefix { $0 != "." })
            do throws(SnippetError) {
                scripts[name] = LessonScript(
                    script: try PythonScript(text, file: path), words: library.scriptWords(of: name))
            } catch {
                throw DocumentError(file: error.file, line: error.line, "\(error)")
            }
        }
        return scripts
    }

    /// The units of all lessons in their order; one that several lessons use stands there as often.
    public var units: [any CourseUnit] { lessons.flatMap { $0.units } }

    /// The names of the listings that belong to a lesson's own folder.
    public func listingNames(of lesson: String) -> [String] {
        listings.keys.filter { $0.hasPrefix(lesson + "/") }.sorted()
    }

    /// The units of a lesson.
    ///
    /// - Throws: ``CourseError/unknownLesson(_:known:)`` with the ids that there are.
    public func units(of id: String) throws(CourseError) -> [any CourseUnit] { lessons[try index(of: id)].units }

    /// The position of a lesson in the curriculum, from 0.
    ///
    /// - Throws: ``CourseError/unknownLesson(_:known:)`` with the ids that there are.
    public func index(of id: String) throws(CourseError) -> Int {
        guard let index = lessons.firstIndex(where: { $0.id == id }) else {
            throw .unknownLesson(id, known: lessons.map { $0.id })
        }
        return index
    }

    /// What a reader of this lesson must know: drawn pictures where it uses those, a quick run where it trains, a
    /// picture that isn't the course's where it shows that.
    private func notices(at index: Int, _ material: Material, using course: Course) -> [RunNotice] {
        course.settings.notices.filter { notice in
            notice == .ownPicture
                ? !material.figuresOfPicture.isEmpty
                : lessons[index].units.contains(where: notice.concerns) || operations[index].areConcerned(by: notice)
        }
    }

    /// Runs a lesson's code and puts its page together. Figures are not drawn yet.
    ///
    /// - Throws: ``CourseError``.
    public func page(at index: Int, using course: Course) throws -> Page {
        try page(at: index, from: material(at: index, using: course), using: course)
    }

    /// Runs a lesson's code: what it hands to its documents, whatever stands in those.
    ///
    /// - Throws: ``CourseError``.
    public func material(at index: Int, using course: Course) throws -> Material {
        try attempt(index, using: course) {
            var material = Material()
            try lessons[index].run(&material, course)
            return material
        }
    }

    /// Puts together what a lesson's documents say and what its code has made.
    ///
    /// - Throws: ``CourseError/lessonFailed(_:reason:)`` for what stands on one side alone; the reason has file and line.
    public func page(at index: Int, from material: Material, using course: Course) throws -> Page {
        try attempt(index, using: course) {
            var material = material
            try operations[index].run(into: &material, using: course)
            var page = Page(
                lesson: descriptions[index], number: descriptions.number(at: index),
                notices: notices(at: index, material, using: course), languages: languages.main)
            let lesson = lessons[index]
            page.script = lesson.isOwn ? nil : scripts[lesson.id]
            // A course of samples has no Python at all.
            if !lesson.isOwn, !scripts.isEmpty { page.twinsAt = sources.folder(of: lesson.id) + "\(lesson.id).py" }
            var assembly = PageAssembly(
                of: documents[index], material, shared: shared, listings: listings, sources: sources, on: page)
            return try assembly.assembled()
        }
    }

    /// Puts together a page that no lesson writes: what its documents say of something that somebody made. Figures that
    /// were not handed over are left out.
    ///
    /// - Parameters:
    ///   - id: what its documents are called.
    ///   - notices: what a reader must know of how the numbers came about.
    /// - Throws: ``DocumentError`` for what stands on one side alone, or where there is no such document.
    public func page(ofDocument id: String, from material: Material, notices: [RunNotice] = []) throws -> Page {
        guard let documents = try library.documents(of: id) else {
            throw DocumentError(
                file: "\(id).\(languages.languages.first?.code ?? "en").md", line: 1, "there is no document “\(id)”")
        }
        let page = Page(
            lesson: try documents.description(), number: 1, notices: notices, languages: languages.main)
        var assembly = PageAssembly(
            of: documents, material, shared: shared, listings: listings, sources: sources, on: page, leavesOut: true)
        return try assembly.assembled()
    }

    private func attempt<Made>(_ index: Int, using course: Course, _ make: () throws -> Made) throws -> Made {
        do {
            return try make()
        } catch let error as CourseError {
            throw error
        } catch let error as DatasetError {
            // Data and disk concern the whole run, not this lesson.
            throw error
        } catch let error as StorageError {
            throw error
        } catch {
            // A lesson that was told to end has not failed.
            if course.isCancelled() { throw error }
            throw CourseError.lessonFailed(lessons[index].id, reason: "\(error)")
        }
    }
}
