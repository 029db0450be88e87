import Figures
import Imaging
import Languages
import Notebook

// What lies outside the picture.

extension Kernels {
    /// Four answers to that question: the pixels that each invents, and what a wide blur makes of them.
    func borders(_ gray: GrayImage, _ material: inout Material) {
        // snippet.borders
        let detail = gray.cropped(row: gray.height * 11 / 20, column: gray.width * 7 / 60, width: 60, height: 44)
        let wide = Kernel(id: "mean-9", rows: 9, columns: 9, weights: Array(repeating: 1 / 81, count: 81))
        let results = Border.allCases.map { detail.correlated(with: wide, border: $0) }
        // snippet.end
        material.record("borders.sizes", results.map { "\($0.height) x \($0.width)" })
        let names = Border.allCases.map { Localized(same: Phrase($0.rawValue)) }
        let corners = Border.allCases.map { Self.corner(of: detail, border: $0, reach: wide.rows / 2) }
        material.figure("borders", showsPicture: true) { words in
            let invented = Pictures(
                zip(corners, names).map { corner, name in
                    .init(.gray(corner.picture), caption: name, frames: corner.frames)
                }, toScale: true)
            let blurred = Pictures(results.map { .init(.gray($0), showsSize: true) }, toScale: true)
            return Composition(
                .stack,
                [
                    .init(invented, heading: try words("corner")), .init(blurred, heading: try words("blurred")),
                ])
        }
    }

    /// How many pixels of the detail a corner shows.
    static let cornerSize = (width: 12, height: 9)

    /// The upper left corner of a detail with the pixels that a rule invents around it, the real ones framed.
    static func corner(
        of detail: GrayImage, border: Border, reach: Int
    ) -> (picture: GrayImage, frames: [Pictures.Frame]) {
        let (width, height) = (min(cornerSize.width, detail.width), min(cornerSize.height, detail.height))
        guard border != .valid else {
            return (
                detail.cropped(row: 0, column: 0, width: width, height: height),
                [.init(rows: 0..<height, columns: 0..<width, role: .input)]
            )
        }
        let padded = detail.padded(top: reach, left: reach, bottom: 0, right: 0, border: border)
        return (
            padded.cropped(row: 0, column: 0, width: width + reach, height: height + reach),
            [.init(rows: reach..<reach + height, columns: reach..<reach + width, role: .input)]
        )
    }
}
