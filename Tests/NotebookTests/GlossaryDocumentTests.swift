import Documents
import Languages
import Notebook
import TestSupport
import Testing

@Suite("The glossary is a file in each language", .limited)
struct GlossaryDocumentTests {
    private struct Pixels: SampleLesson {
        static let id = "pixels"
        static let texts = ["en": "Text.", "es": "Texto."]
    }

    private struct Kernels: SampleLesson {
        static let id = "kernels"
        static let texts = ["en": "Text.", "es": "Texto."]
    }

    private static let (englishFile, spanishFile) = (
        "Lessons/Glossary/glossary.en.yaml", "Lessons/Glossary/glossary.es.yaml"
    )
    private static let english = """
        pixel:
          forms: pixel|pixels
          lesson: pixels
          meaning: One cell of a picture.
        main-pixel:
          forms: main pixel
          lesson: kernels
          meaning: The pixel in the *middle*.

        """
    private static let spanish = """
        pixel:
          forms: píxel|píxeles
          lesson: pixels
          meaning: Una celda de la imagen.
        main-pixel:
          forms: píxel principal
          lesson: kernels
          meaning: El píxel del *centro*.

        """

    private func curriculum(_ files: [String: String]) throws -> Curriculum {
        try Curriculum(samples: [Pixels.self, Kernels.self], files: files)
    }

    /// What is said of files in which something was replaced, in English and in Spanish.
    private func fault(
        en: (old: String, new: String) = ("", ""), es: (old: String, new: String) = ("", "")
    ) -> String? {
        caught(DocumentError.self) {
            try curriculum([
                Self.englishFile: Self.english.replacing(en.old, with: en.new, maxReplacements: 1),
                Self.spanishFile: Self.spanish.replacing(es.old, with: es.new, maxReplacements: 1),
            ])
        }?.description
    }

    @Test("its terms stand in the order of the file, with word, other forms, meaning and lesson")
    func whole() throws {
        let terms = try curriculum([Self.englishFile: Self.english, Self.spanishFile: Self.spanish]).glossary.terms
        let (en, es) = (NumberFormat(.en), NumberFormat(.es))
        #expect(terms.map(\.id) == ["pixel", "main-pixel"])
        #expect(terms.map(\.lesson) == ["pixels", "kernels"])
        #expect(terms.map { $0.name.text(in: es) } == ["píxel", "píxel principal"])
        #expect(terms[0].forms(in: .en) == ["pixel", "pixels"] && terms[0].forms(in: .es) == ["píxel", "píxeles"])
        #expect(terms[1].definition.text(in: en) == "The pixel in the *middle*.")
        #expect(terms[1].definition.text(in: es) == "El píxel del *centro*.")
    }

    @Test("a term in one language alone, with what may have been meant")
    func alone() throws {
        let missing = (old: "main-pixel:", new: "mian-pixel:")
        #expect(
            fault(es: missing)
                == "\(Self.spanishFile):6: error: “mian-pixel.forms” is here, and “main-pixel.forms” in "
                + "\(Self.englishFile):6; one of the two is misspelt")
        let last = "main-pixel:\n  forms: píxel principal\n  lesson: kernels\n  meaning: El píxel del *centro*.\n"
        #expect(fault(es: (last, "")) == nil)
        let files = [Self.englishFile: Self.english, Self.spanishFile: Self.spanish.replacing(last, with: "")]
        #expect(
            try gaps(files).first
                == "\(Self.spanishFile.dropFirst(8)):1: “main-pixel.forms” is missing, which is in \(Self.englishFile):6"
        )
        let terms = try curriculum(files).glossary.terms
        #expect(terms[1].name[.es] == terms[1].name[.en], "the language that stands in for it is read")
    }

    @Test("a language that has no file, whichever it is")
    func noFile() throws {
        #expect(
            try gaps([Self.englishFile: Self.english])
                == [
                    "\(Self.spanishFile.dropFirst(8)):1: this file is missing: the words of \(Self.englishFile) in Español"
                ])
        #expect(
            try gaps([Self.spanishFile: Self.spanish])
                == [
                    "\(Self.englishFile.dropFirst(8)):1: this file is missing: the words of \(Self.spanishFile) in English"
                ])
    }

    /// What a check finds missing from the glossary: place and fault.
    private func gaps(_ files: [String: String]) throws -> [String] {
        try DocumentLibrary(sample: files).untranslated().filter { $0.lesson == "glossary" }
            .map { "\($0.cell): \($0.what)" }
    }

    @Test("a field that no term has, and one that is missing")
    func fields() {
        #expect(
            fault(en: ("meaning", "meanin"), es: ("meaning", "meanin"))
                == "\(Self.englishFile):4: error: “pixel” has no “meanin”; did you mean meaning?")
        #expect(
            fault(en: ("  lesson: pixels\n", ""), es: ("  lesson: pixels\n", ""))
                == "\(Self.englishFile):2: error: “pixel” lacks “lesson”: write `lesson: …` below it")
        let text = "pixel: a cell\nother:"
        #expect(
            fault(en: ("pixel:", text), es: ("pixel:", text))
                == "\(Self.englishFile):1: error: “pixel” is a text; a term has forms, lesson, meaning below it")
    }

    @Test("a term without a word", arguments: ["''", "'|'", "pixel||pixels", "'pixel | pixels'"])
    func noWord(forms: String) {
        #expect(
            fault(en: ("pixel|pixels", forms))
                == "\(Self.englishFile):2: error: the forms of “pixel” are words with one bar between them: "
                + "`kernel|kernels`")
    }

    @Test("a lesson that does not exist, and one on which the languages do not agree")
    func lessons() {
        #expect(
            fault(en: ("lesson: kernels", "lesson: kernles"), es: ("lesson: kernels", "lesson: kernles"))
                == "\(Self.englishFile):7: error: no lesson is called “kernles”; did you mean kernels?")
        #expect(
            fault(es: ("lesson: kernels", "lesson: pixels"))
                == "\(Self.spanishFile):7: error: “main-pixel” is explained in “pixels” here, and in “kernels” in "
                + "\(Self.englishFile):7")
    }

    @Test("slots: nothing is computed before a glossary is read")
    func slots() {
        let meaning = (
            en: (old: "One cell", new: "One of {count} cells"), es: (old: "Una celda", new: "Una de {count} celdas")
        )
        #expect(
            fault(en: meaning.en, es: meaning.es)
                == "\(Self.englishFile):4: error: the glossary reads no results and has no slots")
    }

    @Test("course check reads its words and meanings, and asks for the reason of a number")
    func checked() throws {
        let texts = try DocumentLibrary(sample: [
            Self.englishFile: Self.english.replacing("One cell", with: "1 of 64 cells"),
            Self.spanishFile: Self.spanish.replacing("Una celda", with: "1 de 64 celdas"),
        ]).texts().filter { $0.lesson == "glossary" }
        #expect(
            texts.map(\.source.text).contains("pixel|pixels")
                && texts.flatMap(\.translations).map(\.text).contains("El píxel del *centro*."))
        #expect(texts.count == 4, "a lesson's name is no text")
        let findings = try TypedNumbers(decoding: Array(#"{"glossary": {"1": "a count"}}"#.utf8)).findings(in: texts)
        #expect(findings.map(\.lesson) == ["glossary"] && findings.map(\.cell) == ["Glossary/glossary.en.yaml:4"])
        #expect(findings.first?.what.contains("types 64") == true)
    }
}
