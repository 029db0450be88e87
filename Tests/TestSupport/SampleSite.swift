import Notebook
import Publishing

extension HTMLPublisher {
    /// All pages of a report: those of the lessons, then the lists, `index.html` last.
    ///
    /// - Parameters:
    ///   - pages: the lessons at hand, in any order.
    ///   - figures: where the file of a figure is.
    /// - Throws: `PublishingError` for the first lesson that can't be published.
    public func site(
        _ pages: [Page], figures: @escaping FigureLookup
    ) throws(PublishingError) -> [PublishedFile] {
        let places = try places(of: pages)
        var files: [PublishedFile] = []
        for page in pages { files += try lesson(page, among: places, figures: figures) }
        return try files + indexes()
    }
}
