/// How Winograd's tiles cover what 2x2 pooling reads of a picture: whole tiles of four answers along each side, and
/// half ones of two where four don't fit.
///
/// A half tile computes F(2, 3) along that side, which needs four of the six points (0, 1, -1 and infinity). For
/// the others it stands in no product; so the tiles that each point has must lie together:
/// those at the lower edge, whole ones, those at the right edge, corners.
struct WinogradTiles {
    /// Whole tiles down and across.
    let rows: Int
    let columns: Int
    /// Whether half tiles follow below, and to the right.
    let hasLower: Bool
    let hasRight: Bool
    /// Pictures that go through together.
    let pictures: Int

    /// - Parameters:
    ///   - height, width: how many rows and columns of answers are needed; both even.
    init(height: Int, width: Int, pictures: Int) {
        (rows, columns) = (height / 4, width / 4)
        (hasLower, hasRight) = (height % 4 > 0, width % 4 > 0)
        self.pictures = pictures
    }

    private var lower: Int { hasLower ? columns * pictures : 0 }
    private var whole: Int { rows * columns * pictures }
    private var right: Int { hasRight ? rows * pictures : 0 }
    private var corners: Int { hasLower && hasRight ? pictures : 0 }

    /// Room for the tiles of one point, and for those that complete the last four.
    var capacity: Int { lower + whole + right + corners + 3 }

    /// Height and width of a picture with its border, as far as tiles read it.
    var readHeight: Int { 4 * rows + (hasLower ? 2 : 0) + 2 }
    var readWidth: Int { 4 * columns + (hasRight ? 2 : 0) + 2 }

    /// The tiles that have a point (0 to 5 down, 0 to 5 across), as places among all.
    func places(down: Int, across: Int) -> Range<Int> {
        let (isLower, isRight) = (Self.isShared(down), Self.isShared(across))
        let end = lower + whole + (isRight ? right + (isLower ? corners : 0) : 0)
        return (isLower ? 0 : lower)..<end
    }

    /// Whether half tiles have a point.
    static func isShared(_ point: Int) -> Bool { point < 3 || point == 5 }

    /// Visits the tiles of one picture: place, row and column in tiles, and whether it is a half one each way.
    @inline(__always)
    func forEach(
        picture: Int, _ body: (_ place: Int, _ row: Int, _ column: Int, _ isLower: Bool, _ isRight: Bool) -> Void
    ) {
        for row in 0..<rows {
            for column in 0..<columns {
                body(lower + (picture * rows + row) * columns + column, row, column, false, false)
            }
            if hasRight { body(lower + whole + picture * rows + row, row, columns, false, true) }
        }
        guard hasLower else { return }
        for column in 0..<columns { body(picture * columns + column, rows, column, true, false) }
        if hasRight { body(lower + whole + right + picture, rows, columns, true, true) }
    }
}
