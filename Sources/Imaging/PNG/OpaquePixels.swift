/// Opaque pixels in somebody else's memory, as drawing libraries keep them: one native word each, red in bits 16 to
/// 23, green under it, blue at the bottom. The top bits are not looked at.
///
/// Valid as long as the memory that it points to.
public struct OpaquePixels {
    let words: UnsafePointer<UInt32>
    let width: Int
    let height: Int
    let wordsPerRow: Int

    /// - Parameters:
    ///   - words: the upper left pixel; rows follow each other.
    ///   - wordsPerRow: from a pixel to the one below it, at least `width`.
    public init(_ words: UnsafePointer<UInt32>, width: Int, height: Int, wordsPerRow: Int) {
        precondition(wordsPerRow >= width, "rows of \(wordsPerRow) words for \(width) pixels")
        self.words = words
        self.width = width
        self.height = height
        self.wordsPerRow = wordsPerRow
    }

    /// Four bytes in memory order: red, green, blue, full opacity.
    static func rgba(_ word: UInt32) -> UInt32 {
        (word >> 16 & 0xFF | word & 0xFF00 | (word & 0xFF) << 16 | 0xFF00_0000).littleEndian
    }
}
