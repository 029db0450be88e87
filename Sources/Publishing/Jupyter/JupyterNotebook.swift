import Notebook

/// A notebook as the Jupyter notebook format 4.5 has it (nbformat, *The Notebook file format*).
struct JupyterNotebook: Encodable {
    let cells: [Cell]
    let metadata: Metadata
    let nbformat = 4
    let nbformatMinor = 5

    enum CodingKeys: String, CodingKey {
        case cells, metadata, nbformat
        case nbformatMinor = "nbformat_minor"
    }

    struct Metadata: Encodable {
        let kernelspec = Kernel()
        let languageInfo = LanguageInfo()
        let title: String
        let authors: [Author]
        /// The language of the prose.
        let language: String
        /// What the page has for the numbers that the code names, too.
        let course: Course

        enum CodingKeys: String, CodingKey {
            case kernelspec, title, authors, language, course
            case languageInfo = "language_info"
        }
    }

    struct Course: Encodable {
        let lesson: String
        let results: Results
    }

    struct Author: Encodable {
        let name: String
    }

    struct Kernel: Encodable {
        let displayName = "Python 3"
        let language = "python"
        let name = "python3"

        enum CodingKeys: String, CodingKey {
            case language, name
            case displayName = "display_name"
        }
    }

    struct LanguageInfo: Encodable {
        let name = "python"
        let fileExtension = ".py"
        let mimetype = "text/x-python"
        let pygmentsLexer = "ipython3"

        enum CodingKeys: String, CodingKey {
            case name, mimetype
            case fileExtension = "file_extension"
            case pygmentsLexer = "pygments_lexer"
        }
    }

    struct Cell: Encodable {
        enum Content {
            case markdown
            /// With what it printed when the course ran it.
            case code(printed: [String])
        }

        /// Where it stands when the notebook is shown slide by slide.
        enum Slide: String, Encodable {
            case slide, subslide, fragment, skip
            case goesOn = "-"
        }

        let id: String
        let content: Content
        let source: String
        let slide: Slide
        /// Code that readers need not see: to set up, to draw.
        var isHidden = false
        /// What tools choose cells by.
        var tags: [String] = []
        /// What nbgrader is to do with it.
        var grading: Grading?

        private struct Metadata: Encodable {
            struct Show: Encodable {
                let slideType: Slide
                enum CodingKeys: String, CodingKey { case slideType = "slide_type" }
            }

            struct Jupyter: Encodable {
                let sourceHidden = true
                enum CodingKeys: String, CodingKey { case sourceHidden = "source_hidden" }
            }

            let slideshow: Show
            var tags: [String]?
            var jupyter: Jupyter?
            /// Colab's word for the same.
            var cellView: String?
            var nbgrader: Grading?
        }

        private struct Stream: Encodable {
            let name = "stdout"
            let text: [String]
            let kind = "stream"

            enum CodingKeys: String, CodingKey {
                case name, text
                case kind = "output_type"
            }
        }

        private enum CodingKeys: String, CodingKey {
            case id, metadata, source, outputs
            case kind = "cell_type"
            case executionCount = "execution_count"
        }

        func encode(to encoder: any Encoder) throws {
            var cell = encoder.container(keyedBy: CodingKeys.self)
            var metadata = Metadata(slideshow: .init(slideType: slide))
            if isHidden {
                metadata.tags = ["hide-input"]
                metadata.jupyter = Metadata.Jupyter()
                metadata.cellView = "form"
            }
            if !tags.isEmpty { metadata.tags = (metadata.tags ?? []) + tags }
            metadata.nbgrader = grading
            try cell.encode(metadata, forKey: .metadata)
            try cell.encode(id, forKey: .id)
            try cell.encode(JupyterNotebook.lines(source), forKey: .source)
            switch content {
            case .markdown: try cell.encode("markdown", forKey: .kind)
            case .code(let printed):
                try cell.encode("code", forKey: .kind)
                let streams = printed.map { Stream(text: JupyterNotebook.lines($0 + "\n")) }
                try cell.encode(streams, forKey: .outputs)
                // The course computed this when it was made, not a kernel.
                try cell.encodeNil(forKey: .executionCount)
            }
        }
    }

    /// What nbgrader reads of a cell: its metadata, schema 3.
    struct Grading: Encodable {
        let gradeId: String
        let grade: Bool
        let solution: Bool
        let locked: Bool
        var points: Int?
        let task = false
        let schemaVersion = 3

        enum CodingKeys: String, CodingKey {
            case grade, solution, locked, points, task
            case gradeId = "grade_id"
            case schemaVersion = "schema_version"
        }

        /// What the reader writes; it is taken out of what students get.
        static func solution(_ id: String) -> Grading {
            .init(gradeId: id, grade: false, solution: true, locked: false)
        }

        /// What grades that by itself.
        static func test(_ id: String, points: Int) -> Grading {
            .init(gradeId: id + "-test", grade: true, solution: false, locked: true, points: points)
        }

        /// What the reader writes and somebody grades.
        static func reply(_ id: String, points: Int) -> Grading {
            .init(gradeId: id, grade: true, solution: true, locked: false, points: points)
        }
    }

    /// A text as the format keeps it: line by line, each with its line feed.
    static func lines(_ text: String) -> [String] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.enumerated().compactMap { index, line in
            index < lines.count - 1 ? line + "\n" : line.isEmpty ? nil : String(line)
        }
    }
}
