import Datasets
import Notebook

extension Survey {
    /// The same in any number of channels and classes: each channel as a picture of its own, ten classes at a time.
    static func meansOfAll(_ train: LabeledImages) -> [[Float]] {
        let places = train.rows * train.columns
        var means = [[Float]](repeating: [Float](repeating: 0, count: train.size), count: train.classes)
        for first in stride(from: 0, to: train.classes, by: 10) {
            let few = train.labels.indices.filter { (first..<first + 10).contains(Int(train.labels[$0])) }
            let isAll = few.count == train.count
            let pixels = isAll ? train.pixels : few.flatMap { train.pixels(of: $0) }
            let labels = isAll ? train.labels : few.map { train.labels[$0] - UInt8(first) }
            for channel in 0..<train.channels {
                let plane =
                    train.channels == 1
                    ? pixels : stride(from: channel, to: pixels.count, by: train.channels).map { pixels[$0] }
                let part = Self.means(
                    of: LabeledImages(rows: train.rows, columns: train.columns, pixels: plane, labels: labels))
                for (digit, mean) in part.enumerated() where first + digit < train.classes {
                    for place in 0..<places { means[first + digit][place * train.channels + channel] = mean[place] }
                }
            }
        }
        return means
    }

    // snippet.means
    private static func means(of train: LabeledImages) -> [[Float]] {
        let size = train.rows * train.columns
        var sums = [[Int]](repeating: [Int](repeating: 0, count: size), count: 10)
        for index in 0..<train.count {
            let digit = Int(train.labels[index])
            for (position, intensity) in train.pixels(of: index).enumerated() {
                sums[digit][position] += Int(intensity)
            }
        }
        return zip(sums, train.classCounts()).map { sum, count in
            sum.map { Float($0) / Float(max(count, 1)) }
        }
    }
    // snippet.end
}
