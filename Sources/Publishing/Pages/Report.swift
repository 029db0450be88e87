import Figures
import Languages
import Notebook

/// What every page of one report has in common.
public struct Report: Sendable {
    /// The course's name. Text, whatever it holds.
    public var title: Localized
    /// Who teaches it, and where: whatever people type.
    public var signature: Signature
    /// What the course is, for the first page. CommonMark.
    public var introduction: Localized
    /// All lessons in order, whether their pages are at hand or not: the lists and the links to the next and the
    /// previous lesson are made from these.
    public var lessons: [LessonDescription]
    /// The languages to publish, without repetition; the first is the page's own where both share one.
    public var languages: [Language]
    /// The reader's decimal mark, or `nil` for each language's custom.
    public var decimalMark: DecimalMark?
    /// What a reader must know before trusting a number: a quick run, drawn digits. Stands on every page. Text.
    public var notices: [Localized]
    /// What the numbers come from: seed, data, version. Stands at the foot of every page. Text.
    public var provenance: [Provenance]
    /// Where the repository can be read, such as `https://example.org/course/blob/main/`; listings link into it.
    public var source: String?
    /// Where the report will be found, such as `https://example.org/course/`; pages then name their versions in other
    /// languages to search engines.
    public var base: String?
    /// The course's words; pages link to them where they first use one.
    public var glossary: Glossary
    /// Who the report is for.
    public var edition = Edition.reader

    /// A report of `lessons`; what is left out is in both languages, without notices, provenance or links.
    public init(
        title: Localized, introduction: Localized, lessons: [LessonDescription],
        languages: [Language], decimalMark: DecimalMark? = nil, notices: [Localized] = [],
        provenance: [Provenance] = [], signature: Signature = Signature(), source: String? = nil, base: String? = nil,
        glossary: Glossary = .empty
    ) {
        self.title = title
        self.signature = signature
        self.introduction = introduction
        self.lessons = lessons
        self.languages = languages
        self.decimalMark = decimalMark
        self.notices = notices
        self.provenance = provenance
        self.source = source
        self.base = base
        self.glossary = glossary
    }

    /// The course's name in each language; once, under the first of them, where they have the same.
    ///
    /// - Parameter text: the name as pages in a language have it.
    func titles(_ text: (Language) -> String) -> [(language: Language, text: String)] {
        languages.reduce(into: []) { titles, language in
            let title = text(language)
            if !titles.contains(where: { $0.text == title }) { titles.append((language, title)) }
        }
    }
}

/// Who signs a report. Text, whatever it holds.
public struct Signature: Hashable, Sendable {
    /// Who teaches the course.
    public var author: String?
    /// Where it is taught.
    public var institution: String?

    /// A signature; an empty text or one of blanks counts as none.
    public init(author: String? = nil, institution: String? = nil) {
        func content(_ text: String?) -> String? {
            text.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
        }
        self.author = content(author)
        self.institution = content(institution)
    }

    /// Both, those that there are.
    var lines: [String] { [author, institution].compactMap(\.self) }
}

/// One origin of a report's numbers.
public struct Provenance: Hashable, Sendable {
    /// What the value is: "Seed".
    public let label: Localized
    /// A seed, a hash, a version, or words: "drawn".
    public let value: Localized

    /// One origin.
    public init(label: Localized, value: Localized) {
        self.label = label
        self.value = value
    }

    /// One origin whose value is the same in every language.
    public init(label: Localized, value: String) {
        self.init(label: label, value: Localized(same: Phrase(value)))
    }
}

/// A drawn figure, as a page shows it.
public struct FigureFile: Hashable, Sendable {
    /// From the folder that holds `index.html`, with `/` between names: `figures/edges/laplacian.en.png`.
    public let path: String
    /// Pixels.
    public let width: Int
    /// Pixels.
    public let height: Int
    /// Pixels an inch. With the width it says how wide the figure is on paper: 160 mm fill the reading column,
    /// wider ones break out of it.
    public let dpi: Int
    /// The same figure on dark paper, of the same size; `nil` where there is none.
    public let darkPath: String?
    /// The form that pages on a telephone show; `nil` where there is none.
    public let phone: Form?
    /// The form for printed pages; `nil` where the figure itself suits them.
    public let print: Form?
    /// What it shows without words, small, for the list of lessons; `nil` where there is none.
    public let emblem: Form?
    /// The emblems of its parts in a row, for the course's first page; `nil` where there are none.
    public let strip: Form?
    /// The plotted numbers as comma-separated values; `nil` where there are none.
    public let dataPath: String?
    /// What the figure says of itself, computed from what it plots; longer than the lesson's own words.
    public let description: Localized?
    /// The plotted numbers, to be read on the page; `nil` where there are none.
    public let table: FigureTable?

    /// The figure in another form.
    public struct Form: Hashable, Sendable {
        /// As of the figure itself.
        public let path: String
        /// Pixels, as many to the inch as those of the figure itself.
        public let width: Int
        /// Pixels.
        public let height: Int
        /// The same on dark paper, of the same size; `nil` where there is none.
        public let darkPath: String?
    }

    /// A figure of `width` by `height` pixels.
    public init(
        path: String, width: Int, height: Int, dpi: Int = 200, darkPath: String? = nil, phone: Form? = nil,
        print: Form? = nil, emblem: Form? = nil, strip: Form? = nil,
        dataPath: String? = nil, description: Localized? = nil, table: FigureTable? = nil
    ) {
        self.path = path
        self.phone = phone
        self.print = print
        self.emblem = emblem
        self.strip = strip
        self.table = table
        self.darkPath = darkPath
        self.dataPath = dataPath
        self.description = description
        self.width = width
        self.height = height
        self.dpi = dpi
    }
}

/// A file of the report, its place given from the folder that holds `index.html`.
public struct PublishedFile: Hashable, Sendable {
    /// With `/` between names.
    public let path: String
    /// The whole content.
    public let bytes: [UInt8]
}

/// The file of a figure: which lesson, which figure, in which language; `nil` where there is none.
public typealias FigureLookup = (_ lesson: String, _ figure: String, _ language: Language) -> FigureFile?
