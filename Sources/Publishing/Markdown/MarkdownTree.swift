/// A block of prose.
indirect enum Block: Hashable {
    case paragraph([Inline])
    /// The text of a list item that stands without a paragraph around it.
    case plain([Inline])
    case heading(level: Int, [Inline])
    /// `start` is `nil` for a list without numbers.
    case list(start: Int?, items: [[Block]])
    /// A quotation in CommonMark; the course uses it for notes in the margin.
    case note([Block])
    case code(language: String, String)
    case rule
    case table(Grid)

    /// Rows and columns written in prose.
    struct Grid: Hashable {
        var alignments: [ColumnAlignment] = []
        var head: [[Inline]] = []
        var rows: [[[Inline]]] = []
    }

    enum ColumnAlignment: Hashable {
        case leading, centre, trailing
    }
}

/// A stretch of text in a block.
indirect enum Inline: Hashable {
    case text(String)
    case emphasis([Inline])
    case strong([Inline])
    case code(String)
    case link(target: String, [Inline])
    /// TeX, as it stands between the dollar signs.
    case mathematics(String, display: Bool)
    case lineBreak
}
