import Imaging
import Notebook
import Snippets

@testable import Publishing

extension FuzzTarget {
    /// What people type, and what stands in lessons.
    static let texts = [
        FuzzTarget(name: "kernel", seeds: Seeds.texts("0,-1,0;-1,5,-1;0,-1,0", "1 2;3 4", "1e-3,.5", "sobel-x")) {
            let kernel = try Kernel(parsing: text($0))
            promise(kernel.weights.allSatisfy(\.isFinite))
        },
        FuzzTarget(name: "configuration", seeds: Seeds.configurations) { bytes in
            let file = try ConfigurationFile(decoding: bytes, path: "course.json")
            promise(file.threads.map { (1...256).contains($0) } ?? true)
            _ = try file.languages?.languages(among: courseLanguages)
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
        FuzzTarget(
            name: "comments",
            seeds: Seeds.texts("/// a b\n/// c\n///\n/// - d\nlet e = \"//\" // f\n", "/* // */ //a\r\n//b")
        ) { bytes in
            let source = text(bytes)
            let words = SourceComment.all(in: source).map { ($0.text, $0.text + " " + $0.text) }
            let other = TranslatedSource(source, words: Dictionary(words) { first, _ in first }).source
            promise(other.count(where: \.isNewline) == source.count(where: \.isNewline))
        },
        FuzzTarget(name: "snippets", seeds: Seeds.texts("// snippet.a\nlet b = 1\n// snippet.end\n")) { bytes in
            _ = try SnippetParser.snippets(in: text(bytes), file: "x.swift")
        },
    ]
}
