import Foundation
import TestSupport

/// Files that tests make for themselves.
enum Fixtures {
    /// An IDX file of unsigned bytes.
    static func idx(_ dimensions: [Int], _ content: [UInt8]) -> [UInt8] {
        [0, 0, 8, UInt8(dimensions.count)] + dimensions.flatMap(big) + content
    }

    /// Two images of 28 x 28 and their labels.
    static let images = idx([2, 28, 28], (0..<1568).map { UInt8($0 % 251) })
    static let labels = idx([2], [7, 3])

    /// `one pixel after another, one pixel after another`, compressed by gzip -9.
    static let sentence: [UInt8] = [
        31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 203, 207, 75, 85, 40, 200, 172, 72, 205, 81, 72, 76, 43, 73, 45, 82, 72, 204,
        203, 47, 201, 72, 45, 210, 81, 200, 199, 46, 1, 0, 93, 124, 41, 181, 48, 0, 0, 0,
    ]

    /// `one pixel`, compressed twice by gzip -9.
    static let twice: [UInt8] = [
        31, 139, 8, 0, 0, 0, 0, 0, 2, 255, 147, 239, 230, 96, 0, 1, 166, 255, 167, 207, 123, 135, 106, 156, 88, 227,
        113, 150, 145, 65, 50, 150, 225, 56, 39, 80, 16, 0, 164, 145, 210, 180, 29, 0, 0, 0,
    ]

    /// 200,000 zeros in 229 bytes.
    static let bomb = Array(
        Data(
            base64Encoded:
                "H4sIAAAAAAACA+3BMQEAAADCoPVPbQZ/oAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
                + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
                + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACA1wB7WOBc"
                + "QA0DAA==") ?? Data())

    /// Runs `body` with a new folder, which is gone afterwards.
    static func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
        try TestSupport.withFolder(body)
    }

    /// Four bytes, the most significant first.
    static func big(_ value: Int) -> [UInt8] {
        (0..<4).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}
