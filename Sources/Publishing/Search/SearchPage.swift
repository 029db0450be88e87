import Languages
import Notebook

/// What the search knows of one page in one language.
struct SearchPage: Equatable {
    /// Where the page is, seen from those that search.
    let address: String
    /// What stands between the page's address and the name of a place on it.
    let separator: String
    /// The lesson's number; nil for a page that is not a lesson.
    let number: Int?
    let title: String
    /// From top to bottom.
    var places: [Place]

    /// A place that a result can lead to.
    struct Place: Equatable {
        /// Its name on the page; empty for the page itself.
        let anchor: String
        /// What stands above its text: a section's heading, what a figure is called. Empty where nothing does.
        let heading: String
        /// The section that it stands in; empty for one that begins here, and above the first.
        let section: String
        var text: String
    }

    /// A page that is there, though nothing is known yet but what the lesson says of itself.
    init(_ lesson: LessonDescription, number: Int, in context: PageContext) {
        let goals = lesson.goals.map(context.text).joined(separator: "; ")
        let text = PlainText.trimmed(context.text(lesson.question) + " " + goals)
        self.init(
            of: lesson.id, number: number, title: context.text(lesson.title),
            places: [Place(anchor: "", heading: "", section: "", text: text)], in: context)
    }

    /// - Parameter name: the page's, in the folder of its language.
    init(of name: String, number: Int?, title: String, places: [Place], in context: PageContext) {
        address = context.addresses.lesson(name, in: context.language)
        separator = if case .whole = context.addresses.form { "." } else { "#" }
        (self.number, self.title, self.places) = (number, PlainText.trimmed(title), places)
    }
}

extension SearchPage {
    /// The page as JSON, a line for each place.
    ///
    /// It may stand in a script of its own and in an element of a page: nothing in it ends that.
    var json: String {
        let lines = places.map { place in
            "[" + [place.anchor, place.heading, place.section, place.text].map(Self.quoted).joined(separator: ",") + "]"
        }
        return """
            {"address":\(Self.quoted(address)),"separator":\(Self.quoted(separator)),\
            "number":\(number.map { "\($0)" } ?? "null"),"title":\(Self.quoted(title)),"places":[
            \(lines.joined(separator: ",\n"))
            ]}
            """
    }

    /// The page as a file that browsers load as a script: from a disk they load nothing else into a page. It gives what
    /// it knows to the element that names it, and to nobody else.
    func file(at path: String) -> PublishedFile {
        PublishedFile(path: path, bytes: Array("document.currentScript.page = \(json);\n".utf8))
    }

    /// A text as JSON and JavaScript both read it (ECMA-404, section 9).
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            // Else `</script>` would end an element.
            case "<": result += "\\u003c"
            case _ where scalar.value < 0x20 || scalar.value == 0x2028 || scalar.value == 0x2029:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

extension Language {
    /// Where the search finds what it knows of a page: `en/search/edges.js`.
    public func searchIndex(of page: String) -> String { "\(code)/search/\(page).js" }
}
