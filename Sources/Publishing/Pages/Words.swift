import Languages

/// The words that pages say themselves, in one language.
struct Words {
    let language: Language

    func pick(en: String, es: String) -> String { language == .en ? en : es }

    // Finding the way
    var skip: String { pick(en: "Skip to the text", es: "Saltar al texto") }
    var contents: String { pick(en: "Contents", es: "Contenido") }
    var lessons: String { pick(en: "Lessons", es: "Lecciones") }
    var languages: String { pick(en: "Language", es: "Idioma") }
    func neighbours(_ number: Int) -> String {
        pick(en: "Before and after lesson \(number)", es: "Antes y después de la lección \(number)")
    }
    var previous: String { pick(en: "Previous lesson", es: "Lección anterior") }
    var next: String { pick(en: "Next lesson", es: "Lección siguiente") }
    var read: String { pick(en: "Read in English", es: "Leer en español") }
    var dark: String { pick(en: "Dark", es: "Oscuro") }
    var light: String { pick(en: "Light", es: "Claro") }

    // The glossary
    var glossary: String { pick(en: "Glossary", es: "Glosario") }
    var glossaryLead: String {
        pick(
            en: "What the words of this course mean, and where each is explained.",
            es: "Qué significan las palabras de este curso y dónde se explica cada una.")
    }

    // The head of a lesson
    func lesson(_ number: Int) -> String { pick(en: "Lesson \(number)", es: "Lección \(number)") }
    var goals: String { pick(en: "What you will learn", es: "Lo que vas a aprender") }
    func minutes(_ count: Int) -> String {
        count == 1
            ? pick(en: "1 minute", es: "1 minuto") : pick(en: "\(count) minutes", es: "\(count) minutos")
    }

    func outline(_ number: Int) -> String {
        pick(en: "Sections of lesson \(number)", es: "Secciones de la lección \(number)")
    }

    // A lesson that failed
    var failure: String { pick(en: "This lesson could not be made", es: "Esta lección no se pudo generar") }
    var failureConsequence: String {
        pick(
            en: "The other lessons are whole; only this one is missing from the report.",
            es: "Las demás lecciones están completas; al informe solo le falta esta.")
    }
    var failureWhat: String { pick(en: "What went wrong", es: "Qué ha fallado") }
    var failureWhere: String { pick(en: "Where", es: "Dónde") }
    func failurePlace(_ lesson: String, _ stage: FailedLesson.Stage) -> String {
        switch stage {
        case .computing:
            pick(
                en: "Lesson “\(lesson)”, while its code ran.", es: "Lección «\(lesson)», al ejecutar su código.")
        case .publishing:
            pick(
                en: "Lesson “\(lesson)”, while its figures were drawn and its page was written.",
                es: "Lección «\(lesson)», al dibujar sus figuras y escribir su página.")
        }
    }
    var failureRemedy: String { pick(en: "What to do", es: "Qué hacer") }
    func failureAdvice(_ stage: FailedLesson.Stage) -> String {
        switch stage {
        case .computing:
            pick(
                en: "Mend what the message names, then run this lesson alone; what others computed is kept.",
                es: """
                    Corrige lo que indica el mensaje y ejecuta solo esta lección; lo que calcularon las demás se \
                    conserva.
                    """)
        case .publishing:
            pick(
                en: "The numbers are computed and kept. Mend what the message names, then write this lesson alone.",
                es: """
                    Los números ya están calculados y guardados. Corrige lo que indica el mensaje y escribe solo \
                    esta lección.
                    """)
        }
    }

    // Cells
    func figure(_ number: String) -> String { pick(en: "Figure \(number)", es: "Figura \(number)") }
    var description: String { pick(en: "In words", es: "En palabras") }
    var descriptionAndNumbers: String { pick(en: "In words and numbers", es: "En palabras y números") }
    var numbers: String { pick(en: "The numbers", es: "Los números") }
    func rows(_ shown: String, of all: String) -> String {
        pick(en: "The first \(shown) of \(all) rows.", es: "Las primeras \(shown) de \(all) filas.")
    }
    func moreLines(_ count: Int) -> String {
        pick(en: "\(count) more lines", es: "\(count) líneas más")
    }
    var data: String { pick(en: "The numbers (CSV)", es: "Los números (CSV)") }
    func table(_ number: String) -> String { pick(en: "Table \(number)", es: "Tabla \(number)") }
    func lessonReference(_ number: Int) -> String { pick(en: "lesson \(number)", es: "lección \(number)") }
    func line(_ number: Int) -> String { pick(en: "line \(number)", es: "línea \(number)") }
    /// What a place is called; `nil` for one without a name.
    func text(of label: LessonOutline.Label) -> String? {
        switch label {
        case .figure(let number): figure(number)
        case .table(let number): table(number)
        case .nothing: nil
        }
    }
    var code: String { pick(en: "Code", es: "Código") }
    func lines(_ first: Int, _ last: Int) -> String {
        first == last
            ? pick(en: "line \(first)", es: "línea \(first)")
            : pick(en: "lines \(first)–\(last)", es: "líneas \(first)–\(last)")
    }
    var output: String { pick(en: "Output", es: "Salida") }
    var copy: String { pick(en: "Copy", es: "Copiar") }
    var copied: String { pick(en: "Copied", es: "Copiado") }
    var comparison: String {
        pick(en: "The course material and this run", es: "El material del curso y esta ejecución")
    }
    var quantity: String { pick(en: "Quantity", es: "Medida") }
    var material: String { pick(en: "Course material", es: "Material del curso") }
    var measured: String { pick(en: "This run", es: "Esta ejecución") }
    var question: String { pick(en: "Question", es: "Pregunta") }
    var answer: String { pick(en: "Answer", es: "Respuesta") }
    var attempt: String { pick(en: "Try it", es: "Pruébalo") }

    // The edges of a page
    var notice: String { pick(en: "Read this first", es: "Antes de leer") }
    var provenance: String { pick(en: "Where the numbers come from", es: "De dónde salen los números") }

    // The search; the page's script puts in what stands in braces
    var search: String { pick(en: "Search", es: "Buscar") }
    var noResult: String { pick(en: "No result for “{query}”", es: "Ningún resultado para «{query}»") }
    var oneResult: String { pick(en: "1 result", es: "1 resultado") }
    var results: String { pick(en: "{count} results", es: "{count} resultados") }
    var searchMissing: String {
        pick(
            en: "The search needs the folder “search” that lies beside this page.",
            es: "La búsqueda necesita la carpeta «search» que acompaña a esta página.")
    }
}
