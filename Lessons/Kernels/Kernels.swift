import Figures
import Imaging
import Languages
import Notebook

/// A kernel visits every pixel.
struct Kernels: Lesson {
    static let id = "kernels"

    func run(into material: inout Material, using course: Course) throws {
        Self.exercises(&material)
        let gray = try course.grayScene
        material.outcome("ownPicture", course.settings.picture != nil)
        workedPixel(&material)
        sliding(&material)
        size(&material)
        filters(gray, &material)
        borders(gray, &material)
        flip(gray, &material)
    }

    private func workedPixel(_ material: inout Material) {
        // snippet.worked-pixel
        let window = Windows.arithmetic
        let kernel = Kernel.identity
        var sum: Float = 0
        for row in 0..<3 {
            for column in 0..<3 {
                sum += kernel[row, column] * window[row, column]
            }
        }
        // snippet.end
        material.value("sum", Int(sum))
        material.record("workedPixel", Int(sum))
        material.printed("worked-pixel", ["sum": "\(Int(sum))"])
        material.value("corner", Int(window[0, 0]))
        material.figure("hanging") { words in
            PixelGrid(
                window.cropped(row: 0, column: 0, width: 6, height: 4), tone: .input,
                frames: [.init(rows: -1..<2, columns: -1..<2, role: .kernel, label: try words("kernel"))], ring: 1)
        }
        material.figure("overlay") { _ in KernelOverlay(window: window, kernel: kernel, row: 1, column: 1) }
    }

    private func sliding(_ material: inout Material) {
        // snippet.slide
        let visited = Windows.arithmetic.correlated(with: .identity, border: .valid)
        let firstSix = visited.rows[0].prefix(6).map { Int($0) }
        // snippet.end
        material.value("firstSix", .text(firstSix.map(String.init).joined(separator: ", ")))
        material.record("firstSix", firstSix)
        material.output("slide", firstSix.map(String.init).joined(separator: " "))
        material.figure("slide") { _ in
            KernelSlide(window: Windows.arithmetic, kernel: .identity, row: 1, columns: Array(1...6))
        }
    }

    private func size(_ material: inout Material) {
        // snippet.output-size
        let valid = outputSize(input: 28, kernel: 3, padding: 0, stride: 1)
        let same = outputSize(input: 28, kernel: 3, padding: 1, stride: 1)
        let strided = outputSize(input: 28, kernel: 3, padding: 1, stride: 2)
        // snippet.end
        material.value("valid", valid)
        material.value("same", same)
        material.value("strided", strided)
        material.record("outputSizes", [valid, same, strided])
        material.printed("output-size", ["valid": "\(valid)", "same": "\(same)", "strided": "\(strided)"])
    }

    /// Five kernels and what each does to the picture.
    private func filters(_ gray: GrayImage, _ material: inout Material) {
        // snippet.filters
        let identity = gray.correlated(with: .identity, border: .replicate)
        let sum = gray.correlated(with: .boxSum, border: .replicate)
        let blur = gray.correlated(with: .boxBlur, border: .replicate)
        let gaussian = gray.correlated(with: .gaussian5, border: .replicate)
        let sharp = gray.correlated(with: .sharpen, border: .replicate)
        // snippet.end
        let white = Double(sum.pixels.count { $0 > 255 }) / Double(sum.pixels.count)
        material.value("white", white)
        material.record("boxsum.white", white)
        let detail = Detail.richest(in: gray)
        for (kernel, result, id) in [
            (Kernel.identity, identity, "identity"), (.boxBlur, blur, "blur"), (.gaussian5, gaussian, "gaussian"),
            (.sharpen, sharp, "sharpen"),
        ] {
            material.figure(id, showsPicture: true) { _ in
                BeforeAfter(.gray(gray), kernel, .gray(result), detail: detail)
            }
        }
        material.figure("boxsum", showsPicture: true) { words in
            BeforeAfter(
                [
                    .init(
                        before: .gray(gray), kernel: .boxSum, after: .gray(sum), afterCaption: try words("clipped")),
                    .init(
                        before: .gray(gray), kernel: .boxSum, after: .gray(sum, from: 0, to: 2_295),  // nine times 255
                        afterCaption: try words("rescaled")),
                ], detail: detail)
        }
    }

    /// Correlation and convolution differ by a flipped kernel.
    private func flip(_ gray: GrayImage, _ material: inout Material) {
        // snippet.flip
        let correlation = gray.correlated(with: .emboss, border: .replicate)
        let convolution = gray.convolved(with: .emboss, border: .replicate)
        // snippet.end
        let largest = zip(correlation.pixels, convolution.pixels).map { abs($0 - $1) }.max() ?? 0
        material.value("largest", Int(largest))
        material.record("flip.largestDifference", Int(largest))
        material.figure("flip", showsPicture: true) { words in
            BeforeAfter(
                [
                    .init(
                        before: .gray(gray), kernel: .emboss, after: .gray(correlation),
                        afterCaption: try words("correlation")),
                    .init(
                        before: .gray(gray), kernel: Kernel.emboss.flipped, after: .gray(convolution),
                        afterCaption: try words("convolution")),
                ], detail: Detail.richest(in: gray))
        }
    }
}
