import Languages
import Notebook

extension Page {
    /// What a reader must know before trusting a figure.
    func notices(for cell: FigureCell) -> [RunNotice] { notices.filter { $0 != .ownPicture || cell.showsPicture } }

    /// What a reader must know before trusting a figure: a small budget, drawn digits, own data.
    func note(for cell: FigureCell) -> Localized? {
        let notices = notices(for: cell)
        return notices.isEmpty ? nil : notices.map(\.label).joined(by: " · ")
    }
}
