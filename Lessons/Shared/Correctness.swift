import NeuralNetwork
import Notebook
import Platform
import Tensors

/// Which of some images a network classifies correctly. Two networks are compared on it image by image.
struct Correctness: Codable, Hashable, Sendable {
    /// How many images there are.
    let count: Int
    /// A bit an image, in their order, the first in the lowest bit of the first byte.
    private let bits: Data

    init(_ isRight: [Bool]) {
        var bits = [UInt8](repeating: 0, count: (isRight.count + 7) / 8)
        for (image, isRight) in isRight.enumerated() where isRight { bits[image / 8] |= 1 << (image % 8) }
        count = isRight.count
        self.bits = Data(bits)
    }

    /// Image by image.
    var isRight: [Bool] {
        let bytes = Array(bits)
        return (0..<count).map { bytes[$0 / 8] >> ($0 % 8) & 1 == 1 }
    }

    /// How many images are misclassified.
    var mistakes: Int { isRight.count { !$0 } }

    /// Accuracy, of one.
    var share: Double { count == 0 ? 0 : 1 - Double(mistakes) / Double(count) }

    func check(_ name: String, count: Int) throws(ImpossibleValue) {
        try Expect.number("\(name).count", self.count, in: count...count)
        try Expect.number("\(name).bits", bits.count, in: (count + 7) / 8...(count + 7) / 8)
    }
}

extension Correctness {
    /// Asks a network.
    ///
    /// - Parameters:
    ///   - examples: the images as the network sees them.
    ///   - labels: what is right, image by image.
    init(
        of network: Network, on examples: Examples, _ labels: some Collection<UInt8>, threads: Int
    ) throws {
        let answers = try network.predict(examples, options: RunOptions(threads: threads)).largestInRows()
        self.init(zip(answers, labels).map { $0 == Int($1) })
    }
}
