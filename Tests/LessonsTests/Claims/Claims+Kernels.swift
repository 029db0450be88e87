import Drawing
import Figures
import Foundation

extension Claims {
    /// How many pixels are seen in the enlarged window: rows and columns.
    static let window = (rows: 12, columns: 20)

    /// A picture's window before and after, as they are drawn.
    private static func windows(_ shown: Shown) throws -> (before: Cells, after: Cells) {
        (try shown.picture(1, window.rows, window.columns), try shown.picture(3, window.rows, window.columns))
    }

    /// The largest step from a pixel to its right neighbour, in levels, the mean of each row.
    private static func steps(_ cells: Cells) -> Double {
        (0..<cells.rows).map { row in
            (1..<cells.columns).map {
                abs(cells.levels[row * cells.columns + $0] - cells.levels[row * cells.columns + $0 - 1])
            }
            .max() ?? 0
        }.mean
    }

    private static func isBlurred(_ shown: Shown, to share: Double) throws -> [Measure] {
        let (before, after) = try windows(shown)
        return [
            .count(4, "pictures", shown.images.count),
            .atLeast(40, "levels of the largest steps before", steps(before)),
            .atMost(share, "share of the largest steps that is left", steps(after) / steps(before)),
            .atMost(6, "levels by which the brightness has changed", abs(after.levels.mean - before.levels.mean)),
            .atLeast(6, "points that an enlarged pixel is wide", shown.images[3].width / 20),
        ]
    }

    static let kernels: [Claim] = [
        Claim("kernels/overlay", "nine products, eight of them zero, and their sum in the teal cell") { shown in
            let sum = try shown.captionNumbers(after: "and the sum,")
            let cell = shown.fills(shown.theme.output)
            guard let sum = sum.first, let teal = cell.first else { throw NothingToMeasure("there is no sum") }
            let written = shown.labels.filter { teal.encloses($0.frame) }.map(\.text.plainNumber)
            let frame = shown.strokes(shown.theme.kernel) { $0.width > 60 }
            let covered = shown.fills { rectangle in rectangle.width > 20 && frame.first?.encloses(rectangle) == true }
            let products = try shown.numbers(4)
            return [
                .holds("the sum stands in the teal cell", written == [sum]),
                .count(9, "cells under the kernel", covered.count),
                .count(9, "products", products.count),
                .count(8, "products that are zero", products.count { $0 == 0 }),
                .about(Double(sum) ?? 0, "the sum of the products", products.reduce(0, +)),
            ]
        },
        Claim("kernels/slide", "each step moves the frame by one pixel and fills one more teal cell") { shown in
            let frames = shown.strokes(shown.theme.kernel) { $0.width > 20 }
            let new = shown.fills(shown.theme.output)
            let done = shown.fills(shown.theme.tint(.output, 0.22))
            guard frames.count == 6, new.count == 6 else {
                return [.count(6, "frames", frames.count), .count(6, "new cells", new.count)]
            }
            // Each frame stands over the cell that it fills, in its middle.
            let offsets = zip(frames, new).map { abs($0.midX - $1.midX) }
            let steps = zip(frames, frames.dropFirst()).filter { $1.minX > $0.minX }.map { $1.minX - $0.minX }
            return [
                .count(15, "cells that were filled before", done.count),
                .atMost(1, "points from a frame to its new cell", offsets.max() ?? 9),
                .holds("the frames move to the right", steps.count >= 4),
                shown.writes(try shown.captionNumbers(after: "one more teal cell")),
            ]
        },
        Claim("kernels/hanging", "centred on the first pixel, the kernel finds nothing under five of its nine weights")
        {
            shown in
            let frame = shown.strokes(shown.theme.kernel) { $0.width > 20 }
            let cells = shown.fills { $0.width > 10 && $0.height > 10 }
            guard let frame = frame.first, let first = cells.first else { throw NothingToMeasure("there is no frame") }
            return [
                .count(4, "pixels in the frame", cells.count { frame.encloses($0) }),
                .about(
                    9, within: 0.7, "cells that the frame holds",
                    frame.width * frame.height / first.width / first.height),
                .atMost(
                    1, "points from the kernel's middle to the first pixel's", frame.center.distance(to: first.center)),
                .holds(
                    "the first pixel is written in it",
                    shown.labels.contains {
                        first.encloses($0.frame) && $0.text.plainNumber == (try? shown.wholeNumbers(0)[0])
                    }),
            ]
        },
        Claim("kernels/identity", "both pictures are equal, and so are the two enlarged windows") { shown in
            let (before, after) = try windows(shown)
            let (whole, same) = (try shown.picture(0, 45, 60), try shown.picture(2, 45, 60))
            return [
                .count(0, "pixels of the windows that differ by 2 levels", Levels.differing(before, after, by: 2)),
                // Reduced, the two do not fall on the same places of the paper.
                .atLeast(0.98, "agreement of the pictures", Levels.correlation(whole.levels, same.levels)),
                .atLeast(80, "levels in the window", Levels.span(before)),
            ]
        },
        Claim("kernels/identity", "the window in the small frame stands enlarged below") { shown in
            let frames = shown.strokes(shown.theme.ink) { $0.width > 6 && $0.width < 60 }
            guard let frame = frames.first else { throw NothingToMeasure("there is no small frame") }
            return try shown.windowIsFramed(1, in: 0, plane: 0, frame: frame)
        },
        Claim("kernels/boxsum", "clipped, so much of it is white as the caption says; rescaled, the picture is there") {
            shown in
            guard let said = try shown.captionNumbers(after: "overflow:", before: "%").first.flatMap(Double.init) else {
                throw NothingToMeasure("the caption names no share")
            }
            let whites = try shown.images.indices.map { index in
                Double(try shown.picture(index, 90, 120).levels.count { $0 > 252 }) / 108
            }
            // Before, its window, clipped, its window; the same once more, rescaled.
            guard whites.count == 8 else { return [.count(8, "pictures", whites.count)] }
            let clipped = try shown.picture(3, window.rows, window.columns)
            let rescaled = try shown.picture(7, window.rows, window.columns)
            let hidden = zip(clipped.levels, rescaled.levels).filter { $0.0 > 252 }.map(\.1)
            return [
                .about(said, within: 4, "per cent of the clipped picture that is white", whites[2]),
                .atMost(10, "per cent of the rescaled picture that is white", whites[6]),
                .atLeast(15, "levels that show again where all was white", hidden.extent),
                .atLeast(80, "levels in the rescaled window", Levels.span(rescaled)),
            ]
        },
        Claim("kernels/blur", "every edge is spread over three pixels, and the brightness is what it was") { shown in
            try isBlurred(shown, to: 0.6)
        },
        Claim("kernels/gaussian", "in the enlarged window every step has become a long ramp") { shown in
            try isBlurred(shown, to: 0.6)
        },
        Claim("kernels/sharpen", "light seams run along the lighter side of the edges, dark ones along the darker") {
            shown in
            let (before, after) = try windows(shown)
            let (changes, mean) = (zip(after.levels, before.levels).map { $0 - $1 }, before.levels.mean)
            let light = zip(changes, before.levels).count { $0 > 20 && $1 > mean }
            let dark = zip(changes, before.levels).count { $0 < -20 && $1 < mean }
            return [
                .atLeast(8, "pixels of light seams, 20 levels lighter than before", Double(light)),
                .atLeast(8, "pixels of dark seams, 20 levels darker than before", Double(dark)),
            ]
        },
        Claim(
            "kernels/borders",
            "each rule invents another ring around the real pixels: none, black, the outermost, the mirrored ones"
        ) { shown in
            let sizes = shown.images.prefix(4).map { ($0.width, $0.height) }
            guard shown.images.count == 8, shown.planes.count == 8 else {
                return [.count(8, "pictures", shown.images.count)]
            }
            let corners = try (0..<4).map { try shown.picture($0, ofPlane: $0) }
            let (zero, replicate, reflect) = (corners[1], corners[2], corners[3])
            let ring = (0..<zero.rows).flatMap { row in
                (0..<zero.columns).filter { row < 4 || $0 < 4 }.map { row * zero.columns + $0 }
            }
            let mirrored = ring.count { reflect.colors[$0].levelsFrom(replicate.colors[$0]) >= 16 }
            return [
                .atMost(3, "levels of the pixels that zero invents", ring.map { zero.levels[$0] }.max() ?? 255),
                .atLeast(40, "levels of the pixels that replicate invents", ring.map { replicate.levels[$0] }.mean),
                .atLeast(10, "pixels that reflect invents otherwise than replicate, by 16 levels", Double(mirrored)),
                .atLeast(12, "points by which the ring makes a picture wider", sizes[1].0 - sizes[0].0),
            ]
        },
        Claim("kernels/borders", "blurred, zero mixes black into the margin, and valid is smaller") { shown in
            guard shown.images.count == 8, shown.planes.count == 8 else {
                return [.count(8, "pictures", shown.images.count)]
            }
            let (zero, replicate) = (try shown.picture(5, ofPlane: 5), try shown.picture(6, ofPlane: 6))
            let margin = (0..<zero.columns).map { replicate.levels[$0] - zero.levels[$0] }.mean
            let middle = zero.rows / 2 * zero.columns + zero.columns / 2
            return [
                .atLeast(30, "levels by which zero's margin is darker", margin),
                .atMost(2, "levels by which the middle differs", abs(zero.levels[middle] - replicate.levels[middle])),
                .atLeast(8, "points by which valid is narrower", shown.images[5].width - shown.images[4].width),
            ]
        },
        Claim("kernels/flip", "light falls from one side by correlation and from the other by convolution") { shown in
            guard shown.images.count == 8 else { return [.count(8, "pictures", shown.images.count)] }
            let before = try shown.picture(1, window.rows, window.columns).levels
            let first = try shown.picture(3, window.rows, window.columns)
            let second = try shown.picture(7, window.rows, window.columns)
            let reliefs = [first, second].map { zip($0.levels, before).map { $0 - $1 } }
            return [
                .atLeast(
                    30, "pixels of the windows that differ by 60 levels",
                    Double(Levels.differing(first, second, by: 60))),
                .atMost(-0.3, "agreement of the two reliefs", Levels.correlation(reliefs[0], reliefs[1])),
            ]
        },
        Claim("kernels/kernel-lab", "the box blur once more: the picture after it is slightly blurred") { shown in
            let cells = try shown.images.indices.map { try shown.picture($0, 160, 240) }
            guard cells.count >= 2, let first = cells.first else { throw NothingToMeasure("there is no pair") }
            let second = cells[cells.count == 4 ? 2 : 1]
            return [
                .atLeast(300, "cells that differ by 12 levels", Double(Levels.differing(first, second, by: 12))),
                .atMost(0.97, "share of the steps from pixel to pixel that is left", steps(second) / steps(first)),
                .atMost(4, "levels by which the brightness has changed", abs(second.levels.mean - first.levels.mean)),
                .atLeast(0.95, "agreement of both pictures", Levels.correlation(first.levels, second.levels)),
            ]
        },
    ]
}
