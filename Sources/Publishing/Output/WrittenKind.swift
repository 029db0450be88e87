/// What a file that the program writes is for, told by where it stands.
public enum WrittenKind: String, Codable, CaseIterable, Sendable {
    case page, search, figure, data, results, notebook, markdown, deck, manifest, timings, weights, predictions
    /// A computed result, or a data set that was fetched.
    case stored

    /// The kind of a file in a report's folder.
    ///
    /// - Parameter path: the path in the folder.
    public init(ofReport path: String) {
        let first = path.split(separator: "/").first.map(String.init) ?? path
        switch (first, path) {
        case (_, Manifest.name), (_, Journal.name): self = .manifest
        case (_, ReportTimings.name): self = .timings
        case ("figures", _): self = .figure
        case ("data", _): self = .data
        case ("results", _): self = .results
        default:
            let ending = path.split(separator: ".").last.map(String.init)
            self =
                switch ending {
                case "html": .page
                case "js": .search
                case "ipynb": .notebook
                case "md": .markdown
                case "csv": .data
                case "safetensors": .weights
                case "json": .results
                default: .figure
                }
        }
    }
}
