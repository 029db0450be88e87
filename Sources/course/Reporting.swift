import Datasets
import Figures
import Platform
import Languages
import Notebook
import Publishing

extension Workspace {
    /// The report that this workspace's pages belong to.
    ///
    /// - Parameters:
    ///   - resources: templates and style sheets; by default those that the program carries.
    ///   - course: whose numbers stand on the pages; by default the workspace's own.
    func publisher(
        of curriculum: Curriculum? = nil, resources: [String: String]? = nil, for course: Course? = nil
    ) throws -> HTMLPublisher {
        let (curriculum, course) = (curriculum ?? self.curriculum, course ?? self.course)
        let settings = course.settings
        var report = Report(
            title: naming.courseTitle,
            introduction: Localized(word: "pages.introduction"),
            lessons: curriculum.descriptions, languages: try languages(of: curriculum), decimalMark: decimalMark,
            notices: settings.notices.map(\.sentence),
            provenance: [
                Provenance(label: Localized(word: "pages.seed"), value: String(settings.seed)),
                Provenance(label: Localized(word: "pages.data"), value: dataValue),
                Provenance(
                    label: Localized(word: "pages.program"), value: "course \(ProgramVersion.current)"),
            ],
            signature: naming.signature, source: naming.source, base: naming.base, glossary: curriculum.glossary)
        report.edition = naming.edition ?? .reader
        return try HTMLPublisher(report, resources: resources)
    }

    private var dataValue: Localized {
        DatasetDescription.published.map(course.settings.source)
            .map { $0.label + Localized(same: ", \(String($0.identity.prefix(12)))") }.joined(by: "; ")
    }

    /// What every figure's file tells of the run.
    var figureProvenance: [(keyword: String, text: String)] {
        let settings = course.settings
        let names = [("Author", naming.author), ("Institution", naming.institution)]
        return names.compactMap { name, text in text.map { (name, $0) } } + [
            (
                "Course",
                curriculum.languages.languages.first.map { naming.courseTitle.text(in: NumberFormat($0)) } ?? ""
            ),
            ("Seed", String(settings.seed)),
            ("Data", settings.digits.plainLabel),
            ("DataHash", settings.digits.identity),
            ("Garments", settings.garments.plainLabel),
            ("GarmentsHash", settings.garments.identity),
        ]
    }

    /// Draws figures for this workspace's readers.
    func figureFiles(_ style: FigureStyle) -> FigureFiles {
        FigureFiles(style: style, provenance: figureProvenance)
    }

    /// Writes pages into the output folder.
    ///
    /// - Parameter whole: whether figures are also drawn for the file that holds the whole course.
    func reportWriter(
        into folder: ReportFolder, whole: Bool = false, with publisher: HTMLPublisher? = nil
    ) throws -> ReportWriter {
        ReportWriter(
            folder: folder, publisher: try publisher ?? self.publisher(),
            figureFiles: figureFiles(
                FigureStyle(
                    dpi: Self.reportDPI, themes: [.light, .dark], embeds: whole, isForPages: true,
                    decimalMark: decimalMark)),
            dpi: Self.reportDPI, threads: course.threads)
    }

    /// Pixels per inch of a report's figures.
    private static let reportDPI = 200

    /// The processor's name, for the manifest.
    static var processor: String {
        #if os(Linux)
            let lines = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8))?.split(separator: "\n") ?? []
            let line = lines.first { $0.hasPrefix("model name") }
            // Linux names the model on x86 alone.
            return line?.split(separator: ":").last.map { $0.trimmingSpaces() } ?? architecture
        #else
            var size = 0
            sysctlbyname("machdep.cpu.brand_string", nil, &size, nil, 0)
            var name = [CChar](repeating: 0, count: max(size, 1))
            sysctlbyname("machdep.cpu.brand_string", &name, &size, nil, 0)
            return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        #endif
    }

    private static var architecture: String {
        #if arch(x86_64)
            "x86-64"
        #elseif arch(arm64)
            "arm64"
        #else
            "unknown"
        #endif
    }
}
