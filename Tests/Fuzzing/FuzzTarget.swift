import Datasets
import Foundation
import Imaging
import NeuralNetwork
import Snippets

@testable import Publishing

/// A parser, the bytes to begin with, and what must hold whatever the bytes are. Errors that are thrown are answers;
/// a trap, a bad access or a broken promise is a finding.
struct FuzzTarget: Sendable {
    let name: String
    /// Small inputs that get the fuzzer into the parser's rooms.
    let seeds: [[UInt8]]
    let parse: @Sendable ([UInt8]) throws -> Void

    static let all = [
        FuzzTarget(name: "idx", seeds: [Seeds.images + Seeds.labels]) { bytes in
            // The first half plays the images, the second the labels, cut where the images of the seed end.
            let cut = min(Seeds.images.count, bytes.count)
            let images = try LabeledImages(
                imageFile: Array(bytes[..<cut]), labelFile: Array(bytes[cut...]), files: ("images", "labels"))
            promise(images.labels.allSatisfy { $0 < 10 } && images.pixels.count == images.count * 784)
        },
        FuzzTarget(name: "gzip", seeds: [Seeds.gzip, Seeds.gzip + Seeds.gzip]) { bytes in
            promise(try Gzip.inflated(bytes, limit: 4096).count <= 4096)
        },
        FuzzTarget(name: "published", seeds: [Seeds.gzip, Seeds.images]) { bytes in
            _ = try DatasetKind.mnist.files[3].content(of: bytes, named: "x")
            promise(false)
        },
        FuzzTarget(name: "safetensors", seeds: [Seeds.safetensors]) { bytes in
            let weights = try Safetensors(decoding: bytes)
            promise(try Safetensors(decoding: weights.encoded()).parameters.names == weights.parameters.names)
        },
        FuzzTarget(name: "png", seeds: Seeds.pictures) { bytes in
            let image = try PNG.decode(bytes)
            promise(image.pixels.count == 4 * image.width * image.height)
        },
        FuzzTarget(name: "kernel", seeds: Seeds.texts("0,-1,0;-1,5,-1;0,-1,0", "1 2;3 4", "1e-3,.5", "sobel-x")) {
            let kernel = try Kernel(parsing: text($0))
            promise(kernel.weights.allSatisfy(\.isFinite))
        },
        FuzzTarget(
            name: "tex",
            seeds: Seeds.texts(
                #"\frac{a_1}{b^2} + \sqrt{x}"#, #"\sum_{i=0}^{n} \mathbf{W}\,\hat{y}"#,
                #"\begin{bmatrix} 1 & 0 \\ 0 & 1 \end{bmatrix}"#, #"\left( \text{if } x \geq 0 \right)"#)
        ) { _ = try MathML.render(text($0), display: true) },
        FuzzTarget(
            name: "markdown",
            seeds: Seeds.texts(
                "# A\n\n*b* **c** `d` [e](f.html)\n", "| a | b |\n|---|--:|\n| $x$ | 2 |\n", "- a\n  1. b\n> c")
        ) { bytes in
            let source = text(bytes)
            _ = try MarkdownParser.blocks(source)
            _ = try MarkdownParser.line(source)
        },
        FuzzTarget(name: "swift", seeds: Seeds.texts("let a = \"b\\(c + 1)\" // d\n/* e */ func f<T>() {}")) { bytes in
            let source = text(bytes)
            promise(SwiftLexer.tokens(of: source).map(\.text).joined() == source)
        },
        FuzzTarget(name: "snippets", seeds: Seeds.texts("// snippet.a\nlet b = 1\n// snippet.end\n")) { bytes in
            _ = try SnippetParser.snippets(in: text(bytes), file: "x.swift")
        },
    ]

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    private static func promise(_ holds: Bool, line: Int = #line) {
        if !holds { fatalError("a promise of line \(line) does not hold") }
    }
}
