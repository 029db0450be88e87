import Figures
import Imaging
import Languages
import Notebook

/// Sobel, magnitude and angle.
struct Gradients: Lesson {
    static let id = "gradients"

    func run(into material: inout Material, using course: Course) throws {
        Self.exercises(&material)
        let gray = try course.grayScene
        material.outcome("ownPicture", course.settings.picture != nil)
        let gradient = components(of: gray, &material)
        triangles(&material)
        polar(gradient, &material)
        orientations(of: gradient, gray, &material)
        canny(gray, &material)
    }

    private func components(of gray: GrayImage, _ material: inout Material) -> Gradient {
        // snippet.sobel
        let gradient = Gradient(of: gray, border: .replicate)
        let horizontal = gradient.horizontal
        let vertical = gradient.vertical
        // snippet.end
        let strong = max(horizontal.strongValue, vertical.strongValue)
        let detail = Detail.richest(in: gray)
        material.figure("sobel", showsPicture: true) { words in
            Pictures(
                [
                    .init(.signed(horizontal, limit: strong), caption: try words("across")),
                    .init(.signed(vertical, limit: strong), caption: try words("down")),
                ], detail: detail)
        }
        return gradient
    }

    /// Three edges whose two answers are the legs of a triangle.
    private func triangles(_ material: inout Material) {
        // snippet.straight
        let size = 9
        let slopes: [(across: Float, down: Float)] = [(0, 1), (1, 0), (1, 1)]
        let patches = slopes.map { slope in
            let middle = Float(size - 1) / 2
            return GrayImage(
                rows: (0..<size).map { row in
                    (0..<size).map { column in
                        let side = slope.across * (Float(column) - middle) + slope.down * (Float(row) - middle)
                        return side < 0 ? 40 : side > 0 ? 200 : 120
                    }
                })
        }
        let answers = patches.map { patch in
            (
                x: patch.correlated(with: .sobelX, border: .replicate)[size / 2, size / 2],
                y: patch.correlated(with: .sobelY, border: .replicate)[size / 2, size / 2]
            )
        }
        // snippet.end
        let names = ["horizontal", "vertical", "slanted"]
        for (name, answer) in zip(names, answers) {
            material.value("\(name)X", Int(answer.x))
            material.value("\(name)Y", Int(answer.y))
        }
        material.record("straight", answers.map { [Int($0.x), Int($0.y)] })
        material.figure("straight") { words in
            GradientTriangles(
                try zip(zip(patches, answers), names).map { pair, name in
                    .init(patch: pair.0, x: Double(pair.1.x), y: Double(pair.1.y), caption: try words(name))
                })
        }
    }

    /// Magnitude by Pythagoras, angle by atan2.
    private func polar(_ gradient: Gradient, _ material: inout Material) {
        // snippet.polar
        let magnitude = gradient.magnitude
        let angle = gradient.angle
        // snippet.end
        let strongest = magnitude.pixels.max() ?? 0
        let visible = magnitude.strongValue
        material.value("strongest", Double(strongest))
        material.record("magnitude.maximum", Double(strongest))
        material.figure("magnitude", showsPicture: true) { words in
            ValueMap(magnitude, .magnitude(), legend: try words("magnitude"))
        }
        material.figure("angle", showsPicture: true) { _ in
            AngleMap(angles: angle, strength: magnitude.map { min($0, visible) }, breadth: .wide)
        }
    }

    /// The field of arrows, and how often each direction occurs.
    private func orientations(of gradient: Gradient, _ gray: GrayImage, _ material: inout Material) {
        let step = 16
        material.value("step", step)
        material.figure("arrows", showsPicture: true) { _ in
            ArrowField(over: gray, x: gradient.horizontal, y: gradient.vertical, step: step, breadth: .wide)
        }
        // snippet.orientations
        var weights = [Double](repeating: 0, count: 36)
        for (angle, magnitude) in zip(gradient.angle.pixels, gradient.magnitude.pixels) {
            let turn = (Double(angle) + Double.pi) / (2 * Double.pi)
            let bin = Int(((turn - turn.rounded(.down)) * 36).rounded()) % 36
            weights[bin] += Double(magnitude)
        }
        // snippet.end
        let fingerprint = weights
        let total = max(weights.reduce(0, +), .leastNonzeroMagnitude)
        material.value("upright", (weights[9] + weights[27]) / total)
        material.record("orientations.weights", weights.map { $0 / total })
        material.figure("orientations", showsPicture: true) { _ in PolarHistogram(weights: fingerprint) }
    }
}
