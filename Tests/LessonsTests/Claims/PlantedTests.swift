import Drawing
import Figures
import Imaging
import Languages
import TestSupport
import Testing

@Suite("A figure that does not show what is claimed is found out", .limited)
struct PlantedTests {
    /// Squares of two greys in a field of a third, with a window over some edges.
    private static let picture: GrayImage = {
        var image = GrayImage(width: 120, height: 80, repeating: 120)
        for row in 20..<60 { for column in 30..<60 { image[row, column] = 20 } }
        for row in 20..<60 { for column in 66..<100 { image[row, column] = 230 } }
        return image
    }()
    private static let detail = Detail(rows: 14..<26, columns: 50..<70)

    private func claims(_ id: String) -> [Claim] {
        (Claims.kernels + Claims.edges + Claims.pooling + Claims.results + Claims.digits).filter { $0.figure == id }
    }

    private func fallsShort(_ id: String, _ figure: any Figure, caption: String = "") throws -> Bool {
        let claims = claims(id)
        try #require(!claims.isEmpty)
        let shown = try Shown(figure, caption: caption)
        return claims.contains { !$0.shortfalls(in: shown).isEmpty }
    }

    private func pair(_ before: GrayImage, _ kernel: Kernel, _ after: GrayImage) -> BeforeAfter {
        BeforeAfter(.gray(before), kernel, .gray(after), detail: Self.detail)
    }

    @Test("the same picture twice is no blur, and no sharpening; a blur is no identity")
    func same() throws {
        // So that what is darker still is not cut off at black.
        let picture = Self.picture.map { max($0, 60) }
        let blurred = picture.correlated(with: .boxBlur, border: .replicate)
        let sharp = picture.correlated(with: .sharpen, border: .replicate)
        #expect(try fallsShort("kernels/blur", pair(picture, .boxBlur, picture)))
        #expect(try !fallsShort("kernels/blur", pair(picture, .boxBlur, blurred)))
        #expect(try fallsShort("kernels/sharpen", pair(picture, .sharpen, picture)))
        #expect(try !fallsShort("kernels/sharpen", pair(picture, .sharpen, sharp)))
        #expect(try fallsShort("kernels/identity", pair(picture, .identity, blurred)))
    }

    @Test("an outline that is drawn too dark, and an even area that is not black")
    func laplacian() throws {
        let picture = Self.picture
        let edges = picture.correlated(with: .laplacian8, border: .replicate)
        #expect(try !fallsShort("edges/laplacian", pair(picture, .laplacian8, edges)))
        #expect(try fallsShort("edges/laplacian", pair(picture, .laplacian8, edges.map { $0 / 10 })))
        #expect(try fallsShort("edges/laplacian", pair(picture, .laplacian8, edges.map { $0 + 40 })))
    }

    @Test("a mean that is no maximum, and a maximum that is no mean")
    func pooling() throws {
        let grid = GrayImage(rows: [[1, 3, 2, 1], [4, 8, 0, 5], [7, 2, 9, 4], [0, 6, 3, 6]])
        #expect(try !fallsShort("pooling/maxpool", PoolingDiagram(grid)))
        #expect(try fallsShort("pooling/maxpool", PoolingDiagram(grid, kind: .average)))
        #expect(try !fallsShort("pooling/average", PoolingDiagram(grid, kind: .average)))
        #expect(try fallsShort("pooling/average", PoolingDiagram(grid)))
    }

    @Test("shares on a scale that is so wide that all look alike")
    func wide() throws {
        func dots(range: ClosedRange<Double>?) -> CategoryDots {
            let shares = [9.8, 11.2, 9.9, 10.2, 9.7, 9.0, 9.8, 10.4, 9.7, 9.9]
            return CategoryDots(
                categories: (0..<10).map { Localized(same: "\($0)") },
                series: [Role.training, .output].map { .init(name: Localized(same: "a"), values: shares, role: $0) },
                level: .init(10, label: Localized(same: "equal")), range: range)
        }
        #expect(try !fallsShort("mnist/classes", dots(range: nil)))
        #expect(try fallsShort("mnist/classes", dots(range: 0...100)))
    }

    @Test("measures are exact: what is not a number, or nothing at all, shows nothing")
    func measures() throws {
        #expect(!Measure.atLeast(0, "x", .nan).holds && !Measure.atMost(9, "x", .nan).holds)
        #expect(Measure.atLeast(2, "x", 2).holds && !Measure.atLeast(2, "x", 1.99).holds)
        let figure = PixelGrid(GrayImage(rows: [[1]]))
        #expect(Claim("a/b", "nothing") { _ in [] }.shortfalls(in: try Shown(figure)) == ["nothing was measured"])
    }
}
