import Figures
import Imaging
import Languages
import Notebook

/// Kernels that find edges.
struct Edges: Lesson {
    static let id = "edges"

    func run(into material: inout Material, using course: Course) throws {
        Self.exercises(&material)
        let gray = try course.grayScene
        twoWindows(&material)
        wholePicture(gray, &material)
        gallery(gray, &material)
    }

    private func twoWindows(_ material: inout Material) {
        // snippet.two-windows
        let similar = Windows.similar.correlated(with: .laplacian8, border: .valid)[0, 0]
        let different = Windows.different.correlated(with: .laplacian8, border: .valid)[0, 0]
        // snippet.end
        for (name, window, answer) in [
            ("similar", Windows.similar, Int(similar)), ("different", Windows.different, Int(different)),
        ] {
            material.value(name, answer)
            material.record(name, answer)
            material.figure(name) { _ in KernelOverlay(window: window, kernel: .laplacian8, row: 1, column: 1) }
        }
        material.printed("two-windows", ["similar": "\(Int(similar))", "different": "\(Int(different))"])
    }

    private func wholePicture(_ gray: GrayImage, _ material: inout Material) {
        // snippet.laplacian
        let edges = gray.correlated(with: .laplacian8, border: .replicate)
        // snippet.end
        let detail = Detail.richest(in: gray)
        material.figure("laplacian", showsPicture: true) { _ in
            BeforeAfter(.gray(gray), .laplacian8, .gray(edges), detail: detail)
        }
        let negativeShare = Double(edges.pixels.count { $0 < 0 }) / Double(edges.pixels.count)
        material.value("negativeShare", negativeShare)
        material.record("laplacian.negativeShare", negativeShare)
        material.record("laplacian.minimum", Int(edges.pixels.min() ?? 0))
        material.record("laplacian.maximum", Int(edges.pixels.max() ?? 0))
        // snippet.negatives
        let clipped = edges.clipped()
        let absolute = edges.absolute().clipped()
        let rescaled = edges.rescaled()
        // snippet.end
        material.figure("negatives", showsPicture: true) { words in
            Pictures(
                [
                    .init(.gray(clipped), caption: try words("clipped")),
                    .init(.gray(absolute), caption: try words("absolute")),
                    .init(.gray(rescaled), caption: try words("rescaled")),
                    .init(.signed(edges, limit: edges.strongValue), caption: try words("signed")),
                ], columns: 2, detail: detail)
        }
    }

    /// One picture through every named kernel.
    private func gallery(_ gray: GrayImage, _ material: inout Material) {
        // snippet.gallery
        let small = gray.resized(width: gray.width / 2, height: gray.height / 2)
        let results = Kernel.named.map { kernel in
            (kernel, small.correlated(with: kernel, border: .replicate))
        }
        // snippet.end
        let limit = results.filter { abs($0.0.sum) < 1e-5 }.map { $0.1.strongValue }.max()
        material.value("kernels", results.count)
        material.record("gallery.kernels", Kernel.named.map(\.id))
        let detail = Detail.richest(in: small)
        material.figure("gallery", showsPicture: true) { _ in
            Pictures(
                results.map { kernel, result in
                    let answersToChange = abs(kernel.sum) < 1e-5
                    return .init(
                        answersToChange ? .signed(result, limit: limit) : .gray(result),
                        caption: Localized(same: Phrase(kernel.id)))
                }, columns: 4, detail: detail)
        }
    }
}
