import Drawing
import Figures
import Foundation

extension Shown {
    /// Each picture has what is written under it, in the middle.
    ///
    /// - Parameter names: what is written, picture by picture.
    func names(_ names: [String], areUnder pictures: [Rectangle]) -> Measure {
        let found = zip(pictures, names).count { picture, name in
            labels.contains { label in
                label.text.replacing("\n", with: " ").plainNumber == name.replacing("\n", with: " ").plainNumber
                    && abs(label.frame.midX - picture.midX) < max(6, label.frame.width * 0.1)
                    && (0..<26).contains(label.frame.minY - picture.maxY)
            }
        }
        return .count(max(1, min(pictures.count, names.count)), "names under their pictures", found)
    }

    /// What the pictures whose values are drawn are called.
    var planeNames: [String] { planes.map { $0.name?.text(in: .init(.en)) ?? "" } }

    /// All pictures on the page are as light as their values say.
    func allAreAsLight(from black: Double = 0, to white: Double = 255) throws -> [Measure] {
        [.count(planes.count, "pictures", images.count)]
            + (try images.indices.flatMap { try isAsLight($0, asPlane: $0, from: black, to: white) })
    }

    /// How many pixels differ by so many levels between the two pictures on the page that are most alike.
    func leastDifference(by levels: Double, among indices: [Int]? = nil) throws -> Double {
        let cells = try (indices ?? Array(images.indices)).map { try picture($0, ofPlane: $0) }
        var least = Double.infinity
        for first in cells.indices {
            for second in cells.indices where second > first {
                least = min(least, Double(Levels.differing(cells[first], cells[second], by: levels)))
            }
        }
        return least
    }

    /// Dots of several series stand where their values say.
    ///
    /// - Parameters:
    ///   - disks: the colour of the series that is drawn as disks, rings: of that as rings.
    ///   - table: which table's rows they are, series after series.
    func dotsFollow(disks: Color, rings: Color, ofTable table: Int = 0, atLeast points: Double) throws -> [Measure] {
        func isDot(_ frame: Rectangle) -> Bool {
            abs(frame.width - frame.height) < 0.2 && frame.width > 2.4 && frame.width < 7
        }
        let values = try numbers(2, ofTable: table)
        let count = values.count / 2
        // The first of each is the sign in the key; of several charts that stand in one figure each has its own.
        let (first, second) = (fills(disks, where: isDot), strokes(rings, where: isDot))
        let skipped = table * (count + 1) + 1
        let dots = [first, second].flatMap { $0.dropFirst(skipped).prefix(count).map(\.midY) }
        return Plots.places(dots, follow: values, atLeast: points)
            + [.count(values.count, "dots", dots.count)]
    }

    /// Whiskers reach from the lower to the upper end of their interval.
    func whiskersFollow(_ colors: [Color], ofTable table: Int = 0) throws -> [Measure] {
        let (low, high) = (try numbers(3, ofTable: table), try numbers(4, ofTable: table))
        let whiskers = colors.flatMap { color in strokes(color) { $0.width < 1.5 && $0.height > 2 } }
        let lengths = zip(high, low).map { $0 - $1 }.filter { $0 > 0 }
        return Plots.lengths(whiskers.map(\.height), follow: lengths, atLeast: 12)
    }

    /// A histogram's bars stand for counts, on a plain or on a logarithmic axis.
    func histogram(_ table: Int, bars: [Rectangle], isLogarithmic: Bool, atLeast points: Double) throws -> [Measure] {
        let counts = try numbers(2, ofTable: table).filter { $0 > 0 }
        let (left, right) = (bars.map(\.minX).min() ?? 0, bars.map(\.maxX).max() ?? 0)
        let measures =
            isLogarithmic
            ? Plots.places(bars.map(\.minY), follow: counts.map(log10), atLeast: points)
            : Plots.lengths(bars.map(\.height), follow: counts, atLeast: points)
        return measures + [
            .count(counts.count, "bars", bars.count),
            .atLeast(120, "points from the first bar to the last", right - left),
        ]
    }
}
