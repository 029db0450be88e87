import Languages

extension FigureData {
    /// The same as its ``table`` as comma-separated values, written row by row: a picture in colours has half a million
    /// numbers, which as cells of a table would take as many times the room.
    ///
    /// - Parameters:
    ///   - language: of the names.
    ///   - note: what has to be known of the numbers; stands in a last column of every row.
    public func csv(in language: Language, note: Localized? = nil) -> String {
        let format = NumberFormat(language)
        // The same few words stand in thousands of rows.
        var known: [Localized: String] = [:]
        func written(_ words: Localized?) -> String {
            guard let words else { return "" }
            let text = known[words] ?? FigureTable.quoted(words.text(in: format))
            known[words] = text
            return text
        }
        let columns = parts.count == 1 ? parts[0].columns : columns
        let isTitled = parts.contains { $0.title != nil }
        let first: [FigureTable.Column] = parts.count == 1 ? [] : [.panel] + (isTitled ? [.title] : [])
        let heads = first + columns + (note == nil ? [] : [.note])
        var text = heads.map { written($0.heading) }.joined(separator: ",") + "\n"
        let end = note.map { "," + written($0) + "\n" } ?? "\n"
        for (index, part) in parts.enumerated() {
            let own = part.columns
            let places = columns.map { own.firstIndex(of: $0) }
            let start = parts.count == 1 ? "" : "\(index)," + (isTitled ? written(part.title) + "," : "")
            part.forEachRow(written) { cells in
                text += start
                for (index, place) in places.enumerated() {
                    if index > 0 { text += "," }
                    if let place { text += cells[place] }
                }
                text += end
            }
        }
        return text
    }
}

extension FigureData.Part {
    /// Hands on the cells of each row as they stand in a file.
    ///
    /// - Parameter written: how words stand there.
    fileprivate func forEachRow(_ written: (Localized?) -> String, _ body: ([String]) -> Void) {
        switch content {
        case .table(let table):
            for row in table.rows {
                body(row.map { if case .text(let words) = $0 { written(words) } else { $0.digits ?? "" } })
            }
        case .pictures(let planes):
            let columns = columns.dropFirst(FigureTable.Column.ofPictures.count)
            for (index, plane) in planes.enumerated() {
                let places = columns.map { column in plane.channels.firstIndex { $0.column == column } }
                let head = ["\(index)", written(plane.name)]
                for pixel in 0..<(plane.width * plane.height) {
                    let values = places.map { place in
                        place.flatMap { FigureTable.Cell(plane.channels[$0].values[pixel]).digits } ?? ""
                    }
                    body(head + ["\(pixel / plane.width)", "\(pixel % plane.width)"] + values)
                }
            }
        }
    }
}
