import Datasets
import Documents
import Figures
import Foundation
import Languages
import Storage
import TestSupport
import Testing

@testable import Notebook

@Suite("A lesson's page is what its documents say of what its code has made", .limited)
struct DocumentLessonTests {
    /// A lesson that makes one of everything.
    struct Sample: Lesson {
        static let id = "sample"

        enum Change: String, CaseIterable { case more, fewer, same }

        func run(into material: inout Material, using course: Course) throws {
            material.value("count", 3)
            material.value("share", 0.25)
            material.outcome("change", Change.more)
            material.value("times", .shared("times", ["n": .integer(1)]))
            material.figure("dots") { words in
                Bars(
                    categories: [try words("left")], series: [.init(values: [1], role: .input)],
                    valueName: try words("axis"))
            }
            material.table("rows") { words in [[try words("first"), Localized(same: "\(7)")]] }
            material.output("print", "3")
            material.output("say") { words in try words("printed", ["sum": .text("3.5")]) }
            material.record("count", 3)
        }
    }

    private static let english = """
        ---
        title: A sample
        question: Why?
        goals: [to see]
        minutes: 1
        ---
        There are {count} and {share, number, percent}, {change, select, more {more} other {not more}} {times}.

        :::{figure} dots
        ---
        title: Dots
        alt: "{count} dots."
        words: {left: left}
        ---
        What to see.
        :::

        :::{table} rows
        ---
        caption: Rows
        columns: [name, right: number]
        words: {first: first}
        ---
        :::

        :::{listing} sample
        :::

        :::{output} print
        :::

        :::{output} say
        ---
        words: {printed: "sum   {sum}"}
        ---
        :::

        {change, select, more {} other {Never read.}}

        :::{command} course lesson sample
        Writes it.
        :::
        """

    private static let spanish = """
        ---
        title: Una muestra
        question: ¿Por qué?
        goals: [ver]
        minutes: 1
        ---
        {share, number, percent} y {count}, {change, select, more {más} other {no más}} {times}.

        :::{figure} dots
        ---
        title: Puntos
        alt: "{count} puntos."
        words: {left: izquierda}
        ---
        Qué ver.
        :::

        :::{table} rows
        ---
        caption: Filas
        columns: [nombre, right: número]
        words: {first: primera}
        ---
        :::

        :::{listing} sample
        :::

        :::{output} print
        :::

        :::{output} say
        ---
        words: {printed: "suma   {sum}"}
        ---
        :::

        {change, select, more {} other {No se lee nunca.}}

        :::{command} course lesson sample
        La escribe.
        :::
        """

    private static let files = [
        "Lessons/Sample/sample.en.md": english, "Lessons/Sample/sample.es.md": spanish,
        "Lessons/Shared/shared.en.yaml": "times: \"{n, plural, one {once} other {# times}}\"\naxis: how many\n",
        "Lessons/Shared/shared.es.yaml": "times: \"{n, plural, one {una vez} other {# veces}}\"\naxis: cuántos\n",
    ]

    private let course = Course(
        settings: .sketch, store: ResultStore(folder: URL(filePath: "/nowhere")), threads: 1)

    private func page(_ files: [String: String] = files) throws -> Page {
        let listing = Listing(name: "sample", file: "Lessons/Sample/Sample.swift", firstLine: 1, source: "print(3)")
        return try Curriculum(
            [Sample.self], listings: ["sample/sample": listing], documents: DocumentLibrary(sample: files)
        )
        .page(at: 0, using: course)
    }

    @Test("in every language, with values as that language writes them, and words within figures")
    func whole() throws {
        let page = try page()
        let (en, es) = (NumberFormat(.en), NumberFormat(.es))
        #expect(page.lesson.title.text(in: es) == "Una muestra" && page.lesson.figures == ["dots"])
        guard case .prose(let text) = page.cells[0] else {
            Issue.record("the page begins with \(page.cells[0])")
            return
        }
        #expect(text.text(in: en) == "There are 3 and 25%, more once.")
        #expect(text.text(in: es) == "25\u{A0}% y 3, más una vez.")
        #expect(page.figures[0].alternative.text(in: es) == "3 puntos.")
        let bars = try #require(page.figures[0].figure() as? Bars)
        #expect("\(bars)".contains("izquierda") && "\(bars)".contains("cuántos"))
        guard case .table(let table) = page.cells[2] else {
            Issue.record("no table: \(page.cells[2])")
            return
        }
        #expect(table.rows[0][0].text(in: es) == "primera" && table.alignments == [.leading, .trailing])
        // What a select leaves empty is no paragraph.
        #expect(page.cells.count == 7)
        guard case .output(let same) = page.cells[4], case .output(let said) = page.cells[5] else {
            Issue.record("no output: \(page.cells[4]), \(page.cells[5])")
            return
        }
        #expect(same.text(in: en) == "3" && same.text(in: es) == "3")
        // Words are the reader's, numbers are the code's.
        #expect(said.text(in: en) == "sum   3.5" && said.text(in: es) == "suma   3.5")
        #expect(try CanonicalJSON.encode(page.results) == CanonicalJSON.encode(["count": 3]))
    }

    /// A document in which something else stands: its language, what stood there, and what stands there now.
    struct Fault: CustomTestStringConvertible {
        let file: String
        let old: String
        let new: String
        /// What is said.
        let message: String

        var testDescription: String { message }

        init(_ file: String, _ old: String, _ new: String, _ message: String) {
            (self.file, self.old, self.new, self.message) = (file, old, new, message)
        }
    }

    @Test(
        "and whatever stands on one side alone is an error with file, line and near miss",
        arguments: [
            Fault(
                "en+es", "{count}", "{cuont}",
                "sample.en.md:7: error: the lesson hands over no value for {cuont}; did you mean count?"),
            Fault(
                "en+es", " {times}", "",
                ": error: no document of “sample” reads the value “times”"),
            Fault(
                "es", "y {count},", "y,",
                "sample.es.md:7: error: the slot {count} is missing, which is in Lessons/Sample/sample.en.md:7"),
            Fault(
                "en+es", "{figure} dots", "{figure} dosts",
                "sample.en.md:9: error: the lesson hands over no figure “dosts”; did you mean dots?"),
            Fault("en+es", "more {", "moer {", "error: {change} is never “moer”; did you mean more?"),
            Fault("en+es", "{listing} sample", "{listing} sampel", "shows the listing “sampel”"),
            Fault(
                "en+es", "{output} print", "{output} pritn",
                "the lesson hands over no output “pritn”; did you mean print?"),
            Fault(
                "en+es", "minutes: 1", "minutes: soon",
                "sample.en.md:5: error: minutes are a whole number from 1 to 600"),
            Fault(
                "en+es", "minutes: 1", "minutes: 1\nemblem: dosts",
                "sample.en.md:6: error: the emblem is one of the lesson's figures; did you mean dots?"),
            Fault(
                "es", "title: Una muestra", "titel: Una muestra",
                "sample.es.md:2: error: front matter has no “titel”; did you mean title?"),
            Fault("es", "right: número", "número", "the column is right-aligned in one language only"),
            Fault(
                "es", "{first: primera}", "{frist: primera}",
                "sample.es.md:22: error: the word “frist” is here, and “first” in Lessons/Sample/sample.en.md:22; one of "
                    + "the two is misspelt"),
            Fault(
                "es", "{first: primera}", "{first: primera, more: más}",
                "sample.es.md:22: error: the word “more” is in one language only: here, and not in"),
            Fault(
                "en", "{first: first}", "{first: first, more: more}",
                "sample.es.md:22: error: the word “more” is in one language only: in Lessons/Sample/sample.en.md:22"
            ),
        ])
    func faults(fault: Fault) throws {
        var files = Self.files
        for language in fault.file.split(separator: "+") {
            let path = "Lessons/Sample/sample.\(language).md"
            files[path] = files[path]?.replacing(fault.old, with: fault.new)
        }
        let broken = files
        let error = caught((any Error).self) { try page(broken) }
        #expect(error.map { "\($0)".contains(fault.message) } == true, "\(error.map { "\($0)" } ?? "")")
    }

    @Test("a figure that no document shows is an error as well")
    func missing() throws {
        var files = Self.files
        for (path, text) in files where path.hasSuffix(".md") {
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            let begin = try #require(lines.firstIndex { $0.hasPrefix(":::{figure}") })
            let end = try #require(lines[begin...].firstIndex { $0 == ":::" })
            files[path] = (lines[..<begin] + lines[(end + 1)...]).joined(separator: "\n")
        }
        let withoutFigure = files
        let error = caught((any Error).self) { try page(withoutFigure) }
        let message = error.map { "\($0)" } ?? ""
        #expect(message.contains("no document of “sample” shows the figure “dots”"))
    }

    @Test("a language that lacks a lesson is shown another one, and a check says so")
    func untranslated() throws {
        var files = Self.files
        files["Lessons/Sample/sample.es.md"] = nil
        let page = try page(files)
        #expect(page.lesson.languages == [.en])
        #expect(page.lesson.shown(to: .es) == .en)
        #expect(page.lesson.title[.es] == page.lesson.title[.en])
        let findings = try DocumentLibrary(sample: files).untranslated()
        #expect(
            findings.filter { $0.lesson == "sample" }.map(\.description) == [
                "sample, Sample/sample.es.md: the lesson has no document in Spanish. Write it; until then English is shown."
            ])
    }

    @Test("a word that a figure asks for and nobody has is an error with the near miss when it is drawn")
    func word() throws {
        var files = Self.files
        for (path, text) in files where path.hasSuffix(".md") {
            files[path] = text.replacing("words: {left:", with: "words: {lfet:")
        }
        let misspelt = try page(files)
        let error = caught(DocumentError.self) { try misspelt.figures[0].figure() }
        #expect(error?.description.contains("needs the word “left” under words:; did you mean lfet?") == true)
    }

    @Test("texts for an editor's checks are those of the documents, both languages beside each other, slots left out")
    func texts() throws {
        let texts = try DocumentLibrary(sample: Self.files).texts()
        let prose = try #require(texts.first { $0.source.place == "Sample/sample.en.md:7" })
        #expect(
            prose.source.text.hasPrefix("There are and") && prose.translations[0].text.hasPrefix("y ,")
                && prose.lesson == "sample")
        #expect(texts.contains { $0.source.text == "left" && $0.translations.map(\.text) == ["izquierda"] })
        #expect(texts.contains { $0.source.text == "once times" && $0.lesson == "shared" })
    }
}
