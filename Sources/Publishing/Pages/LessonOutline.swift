import Languages
import Notebook

/// The places of a lesson that can be linked to, the same in every language.
struct LessonOutline: Sendable {
    /// What a place is called where a link to it has no words of its own.
    enum Label: Hashable, Sendable {
        case figure(String)
        case table(String)
        case exercise(String)
        case nothing
    }

    /// The anchor of each cell.
    private(set) var anchors: [String] = []
    /// The number of each cell that is a table or an exercise, from 1.
    private(set) var numbers: [Int: Int] = [:]
    /// Everything that a link may name.
    private(set) var labels: [String: Label] = [:]

    /// - Parameter sections: how many headings the prose holds.
    init(_ page: Page, sections: Int) throws(PublishingError.Problem) {
        var (tables, exercises) = (0, 0)
        for (index, cell) in page.cells.enumerated() {
            switch cell {
            case .figure(let figure):
                guard LinkTarget.isName(figure.id) else { throw .badName(figure.id, of: "figure") }
                try add("fig-" + figure.id, .figure("\(page.number).\(figure.number)"), of: "figure", named: figure.id)
            case .code(let listing):
                guard LinkTarget.isName(listing.name) else { throw .badName(listing.name, of: "listing") }
                // A room's listing may share its name with the lesson's own, or be shown twice.
                let shown = page.cells[..<index].count { $0.listingName == listing.name }
                let anchor = "code-" + listing.name + (shown == 0 ? "" : "-\(shown + 1)")
                try add(anchor, .nothing, of: "listing", named: listing.name)
            case .table, .comparison:
                tables += 1
                numbers[index] = tables
                try add("table-\(tables)", .table("\(page.number).\(tables)"), of: "table", named: "\(tables)")
            case .exercise(let exercise):
                exercises += 1
                numbers[index] = exercises
                let name = exercise.id ?? "\(exercises)"
                guard LinkTarget.isName(name) else { throw .badName(name, of: "exercise") }
                try add("exercise-" + name, .exercise("\(page.number).\(exercises)"), of: "exercise", named: name)
            default:
                try add("cell-\(index + 1)", .nothing, of: "cell", named: "\(index + 1)")
            }
        }
        for number in 0..<sections { labels["section-\(number + 1)"] = .nothing }
    }

    /// What a place is called.
    ///
    /// - Throws: ``MarkdownError/unknownAnchor(_:nearMisses:)`` where the lesson has no such place.
    func label(of name: String) throws(PublishingError.Problem) -> Label {
        guard let label = labels[name] else {
            throw .markdown(.unknownAnchor(name, nearMisses: NearMisses.of(name, in: labels.keys)))
        }
        return label
    }

    private mutating func add(
        _ anchor: String, _ label: Label, of kind: String, named name: String
    ) throws(PublishingError.Problem) {
        guard labels.updateValue(label, forKey: anchor) == nil else { throw .duplicateName(name, of: kind) }
        anchors.append(anchor)
    }
}

extension Cell {
    fileprivate var listingName: String? { if case .code(let listing) = self { listing.name } else { nil } }
}
