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

        enum CodingKeys: String, CodingKey {
            case kernelspec, title, authors, language
            case languageInfo = "language_info"
        }
    }

    struct Author: Encodable {
        let name: String
    }

    struct Kernel: Encodable {
        let displayName = "Swift"
        let language = "swift"
        let name = "swift"

        enum CodingKeys: String, CodingKey {
            case language, name
            case displayName = "display_name"
        }
    }

    struct LanguageInfo: Encodable {
        let name = "swift"
        let fileExtension = ".swift"
        let mimetype = "text/x-swift"
        let pygmentsLexer = "swift"

        enum CodingKeys: String, CodingKey {
            case name, mimetype
            case fileExtension = "file_extension"
            case pygmentsLexer = "pygments_lexer"
        }
    }

    /// The content of a file by its kind, such as `image/png` in base 64.
    typealias Bundle = [String: String]

    enum Cell: Encodable {
        case markdown(id: String, source: String, attachments: [String: Bundle])
        case code(id: String, source: String, outputs: [Output])

        enum CodingKeys: String, CodingKey {
            case id, metadata, source, attachments, outputs
            case kind = "cell_type"
            case executionCount = "execution_count"
        }

        func encode(to encoder: any Encoder) throws {
            var cell = encoder.container(keyedBy: CodingKeys.self)
            try cell.encode([String: String](), forKey: .metadata)
            switch self {
            case .markdown(let id, let source, let attachments):
                try cell.encode("markdown", forKey: .kind)
                try cell.encode(id, forKey: .id)
                try cell.encode(JupyterNotebook.lines(source), forKey: .source)
                if !attachments.isEmpty { try cell.encode(attachments, forKey: .attachments) }
            case .code(let id, let source, let outputs):
                try cell.encode("code", forKey: .kind)
                try cell.encode(id, forKey: .id)
                try cell.encode(JupyterNotebook.lines(source), forKey: .source)
                try cell.encode(outputs, forKey: .outputs)
                // The course ran this code when it was made, not a kernel.
                try cell.encodeNil(forKey: .executionCount)
            }
        }
    }

    enum Output: Encodable {
        /// What was printed.
        case stream(String)
        /// A picture, and what a reader who does not see it needs to know.
        case picture(png: String, alternative: String, width: Int, height: Int)

        enum CodingKeys: String, CodingKey {
            case name, text, data, metadata
            case kind = "output_type"
        }

        struct PictureMetadata: Encodable {
            let alt: String
            let width: Int
            let height: Int
        }

        func encode(to encoder: any Encoder) throws {
            var output = encoder.container(keyedBy: CodingKeys.self)
            switch self {
            case .stream(let text):
                try output.encode("stream", forKey: .kind)
                try output.encode("stdout", forKey: .name)
                try output.encode(JupyterNotebook.lines(text), forKey: .text)
            case .picture(let png, let alternative, let width, let height):
                try output.encode("display_data", forKey: .kind)
                try output.encode(["image/png": png, "text/plain": alternative], forKey: .data)
                let metadata = PictureMetadata(alt: alternative, width: width, height: height)
                try output.encode(["image/png": metadata], forKey: .metadata)
            }
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
