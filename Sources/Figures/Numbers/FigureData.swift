import Imaging
import Languages

/// All numbers that a figure draws: of a chart what is plotted, of a picture every pixel's value, in parts as the figure
/// has panels. What becomes of a value in colours is told by the figure, not here.
///
/// Rows and columns of pictures, panels, layers and steps are counted from 0, the first row on top.
public struct FigureData: Sendable {
    /// A panel, or a kind of numbers within one.
    public struct Part: Sendable {
        /// What stands above it; nil where a figure is of one piece.
        public let title: Localized?
        /// The numbers.
        public let content: Content
    }

    /// How numbers lie.
    public enum Content: Sendable {
        /// In rows of named columns.
        case table(FigureTable)
        /// As pictures, one after another.
        case pictures([Plane])
    }

    /// A picture's values: one or several for each pixel.
    public struct Plane: Sendable {
        /// What it is called in the figure.
        public let name: Localized?
        /// Pixels in a row.
        public let width: Int
        /// Rows.
        public let height: Int
        /// What is known of each pixel, such as red, green and blue.
        public let channels: [Channel]

        var count: Int { width * height * channels.count }
    }

    /// One value for each pixel.
    public struct Channel: Sendable {
        /// What the values are.
        public let column: FigureTable.Column
        /// Row by row from the top.
        public let values: [Float]
    }

    /// The panels in order.
    public let parts: [Part]

    init(_ parts: [Part]) { self.parts = parts }

    /// One table.
    public init(_ table: FigureTable) { self.init([Part(title: nil, content: .table(table))]) }

    /// Rows of named columns.
    public init(columns: [FigureTable.Column], rows: [[FigureTable.Cell]]) {
        self.init(FigureTable(columns: columns, rows: rows))
    }

    /// Pictures; those without pixels are left out.
    init(pictures planes: [Plane]) {
        self.init([Part(title: nil, content: .pictures(planes.filter { $0.count > 0 }))])
    }

    /// These numbers, and behind them others.
    func and(_ others: FigureData) -> FigureData {
        FigureData((parts + others.parts).filter { $0.count > 0 })
    }

    /// The same under a title, which comes before those of the parts.
    func titled(_ title: Localized?) -> FigureData {
        guard let title else { return self }
        return FigureData(
            parts.map { part in
                Part(title: part.title.map { [title, $0].joined(by: ": ") } ?? title, content: part.content)
            })
    }

    /// How many numbers there are.
    public var count: Int { parts.reduce(0) { $0 + $1.count } }
}

extension FigureData.Part {
    /// How many numbers there are.
    var count: Int {
        switch content {
        case .table(let table): table.rows.count * table.columns.count
        case .pictures(let planes): planes.reduce(0) { $0 + $1.count }
        }
    }

    /// The numbers in rows; of pictures a row for each pixel.
    public var table: FigureTable {
        switch content {
        case .table(let table): return table
        case .pictures(let planes):
            let columns = columns
            let channels = columns.dropFirst(FigureTable.Column.ofPictures.count)
            var rows: [[FigureTable.Cell]] = []
            rows.reserveCapacity(planes.reduce(0) { $0 + $1.width * $1.height })
            for (index, plane) in planes.enumerated() {
                let places = channels.map { column in plane.channels.firstIndex { $0.column == column } }
                let head: [FigureTable.Cell] = [.integer(index), .init(plane.name)]
                for pixel in 0..<(plane.width * plane.height) {
                    var row = head
                    row.append(.integer(pixel / plane.width))
                    row.append(.integer(pixel % plane.width))
                    for place in places { row.append(place.map { .init(plane.channels[$0].values[pixel]) } ?? .none) }
                    rows.append(row)
                }
            }
            return FigureTable(columns: columns, rows: rows)
        }
    }

    /// What the columns of the table hold.
    var columns: [FigureTable.Column] {
        switch content {
        case .table(let table): table.columns
        case .pictures(let planes):
            planes.flatMap(\.channels).reduce(into: FigureTable.Column.ofPictures) { all, channel in
                if !all.contains(channel.column) { all.append(channel.column) }
            }
        }
    }
}

extension FigureData {
    /// Everything in one table: parts one under the other, numbered and with their titles; a column that a part does not
    /// have is empty there.
    public var table: FigureTable {
        let tables = parts.map(\.table)
        if let only = tables.first, tables.count == 1 { return only }
        let columns = columns
        let isTitled = parts.contains { $0.title != nil }
        var rows: [[FigureTable.Cell]] = []
        for (index, (part, table)) in zip(parts, tables).enumerated() {
            let places = columns.map { table.columns.firstIndex(of: $0) }
            let head: [FigureTable.Cell] = [.integer(index)] + (isTitled ? [.init(part.title)] : [])
            for row in table.rows { rows.append(head + places.map { $0.map { row[$0] } ?? .none }) }
        }
        return FigureTable(columns: [.panel] + (isTitled ? [.title] : []) + columns, rows: rows)
    }

    /// The columns of all parts, each once.
    var columns: [FigureTable.Column] {
        parts.flatMap(\.columns).reduce(into: []) { all, column in if !all.contains(column) { all.append(column) } }
    }

    /// What a page shows of it: what is plotted, or where there are only pictures, their values, but for those that are so
    /// large that they are best looked at; nil where nothing is left.
    var pageTable: FigureTable? {
        let plotted = parts.filter { if case .table = $0.content { true } else { false } }
        let shown = FigureData((plotted.isEmpty ? parts : plotted).filter { $0.count <= Self.mostOnPage })
        return shown.count > 0 ? shown.table : nil
    }

    /// More numbers than this are a picture, and the picture's file holds them.
    private static let mostOnPage = 50_000
}

extension FigureData.Plane {
    /// A picture of one value for each pixel.
    init(_ name: Localized? = nil, _ image: GrayImage) {
        self.init(
            name: name, width: image.width, height: image.height,
            channels: [.init(column: .value, values: image.pixels)])
    }

    /// A kernel's weights.
    init(_ name: Localized? = nil, _ kernel: Kernel) {
        self.init(
            name: name, width: kernel.columns, height: kernel.rows,
            channels: [.init(column: .weight, values: kernel.weights)])
    }

    /// The values of a picture, or of one without them its colours, 0 to 255 each.
    init(_ name: Localized? = nil, _ picture: Picture) {
        switch picture {
        case .gray(let image, _, _), .magnitude(let image, _), .signed(let image, _): self.init(name, image)
        case .angle(let angles, let strength, _): self.init(name, angles: angles, strength: strength)
        case .color(let image):
            func channel(_ offset: Int) -> [Float] {
                stride(from: offset, to: image.pixels.count, by: 4).map { Float(image.pixels[$0]) }
            }
            self.init(
                name: name, width: image.width, height: image.height,
                channels: zip([FigureTable.Column.red, .green, .blue], 0...).map {
                    .init(column: $0, values: channel($1))
                })
        }
    }

    /// Angles, and how strong each is.
    init(_ name: Localized? = nil, angles: GrayImage, strength: GrayImage) {
        let counts = angles.pixels.count == strength.pixels.count
        self.init(
            name: name, width: angles.width, height: angles.height,
            channels: [.init(column: .angle, values: angles.pixels)]
                + (counts ? [.init(column: .strength, values: strength.pixels)] : []))
    }
}
