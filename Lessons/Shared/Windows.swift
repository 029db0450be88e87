import Imaging

/// The small windows of pixels that the course computes by hand.
enum Windows {
    /// Is the 175 in the third row an edge?
    static let edge = GrayImage(rows: [
        [169, 171, 172, 176, 182, 184, 166, 91, 57, 57, 62],
        [172, 170, 176, 180, 182, 183, 88, 62, 55, 55, 57],
        [172, 175, 176, 181, 191, 175, 66, 62, 53, 57, 62],
        [175, 172, 180, 181, 188, 157, 97, 75, 48, 49, 62],
        [172, 175, 180, 182, 184, 110, 106, 90, 55, 54, 63],
        [172, 176, 179, 188, 147, 72, 96, 90, 73, 62, 71],
    ])

    /// Where the kernel is laid on for the first time, at the 137 of the second row.
    static let arithmetic = GrayImage(rows: [
        [139, 138, 135, 128, 127, 121, 115, 110, 97],
        [138, 137, 137, 133, 126, 120, 118, 112, 98],
        [135, 138, 135, 132, 126, 122, 118, 113, 104],
        [134, 135, 135, 128, 127, 122, 119, 113, 107],
        [134, 134, 133, 133, 124, 120, 115, 110, 107],
    ])

    /// A pixel among its like.
    static let similar = GrayImage(rows: [[99, 104, 101], [98, 100, 103], [97, 102, 105]])

    /// A dark pixel beside bright ones.
    static let different = GrayImage(rows: [[20, 20, 100], [20, 20, 100], [20, 20, 100]])
}
