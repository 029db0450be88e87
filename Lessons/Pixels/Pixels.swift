import Figures
import Imaging
import Languages
import Notebook

/// Images are matrices.
struct Pixels: Lesson {
    static let id = "pixels"

    func run(into material: inout Material, using course: Course) throws {
        Self.exercises(&material)
        let scene = try course.scene
        let gray = try course.grayScene
        material.outcome("ownPicture", course.settings.picture != nil)
        planes(of: scene, gray, &material)
        magnifying(gray, &material)
        edge(&material)
        profile(of: gray, &material)
    }

    private func planes(of scene: ColorImage, _ gray: GrayImage, _ material: inout Material) {
        material.figure("scene", showsPicture: true) { _ in Pictures([.init(.color(scene))], maximumHeight: 320) }
        // snippet.inspect
        let corner = scene[0, 0]
        let report = """
            \(scene.height) x \(scene.width) x 4 = \(scene.pixels.count)
            [0, 0] = [\(corner.red), \(corner.green), \(corner.blue), \(corner.alpha)]
            """
        // snippet.end
        material.output("inspect", report)
        for (name, extent) in [("width", scene.width), ("height", scene.height)] {
            material.value(name, extent)
            material.record(name, extent)
        }
        for (name, weight) in [("red", 0.299), ("green", 0.587), ("blue", 0.114)] { material.value(name, weight) }
        material.figure("channels", showsPicture: true) { words in
            Pictures(
                [
                    .init(.color(scene.tinted(.red)), caption: try words("red")),
                    .init(.color(scene.tinted(.green)), caption: try words("green")),
                    .init(.color(scene.tinted(.blue)), caption: try words("blue")),
                    .init(.gray(gray), caption: try words("gray")),
                ], columns: 2)
        }
    }

    /// Eyes and numbers on the same region.
    private func magnifying(_ gray: GrayImage, _ material: inout Material) {
        // snippet.zoom
        let region = (row: gray.height * 11 / 20, column: gray.width * 61 / 120, height: 10, width: 12)
        let detail = gray.cropped(
            row: region.row, column: region.column, width: region.width, height: region.height)
        // snippet.end
        material.value("regionHeight", region.height)
        material.value("regionWidth", region.width)
        let rows = region.row..<region.row + region.height
        let columns = region.column..<region.column + region.width
        material.figure("zoom", showsPicture: true) { _ in
            Composition(
                .row,
                [
                    .init(Pictures([.init(.gray(gray), frames: [.init(rows: rows, columns: columns)])])),
                    .init(PixelGrid(detail)),
                ], breadth: .wide)
        }
    }

    /// The worked window: is the pixel of value 175 an edge?
    private func edge(_ material: inout Material) {
        // snippet.neighbours
        let window = Windows.edge
        let (row, column) = (2, 5)
        let center = window[row, column]
        var differences: [Float] = []
        for y in row - 1...row + 1 {
            for x in column - 1...column + 1 where (y, x) != (row, column) {
                differences.append(abs(window[y, x] - center))
            }
        }
        let steepest = differences.max() ?? 0
        // snippet.end
        material.value("center", Int(center))
        material.value("steepest", Int(steepest))
        material.record("window.center", Int(center))
        material.record("window.largestDifference", Int(steepest))
        material.output("neighbours", "\(Int(steepest))")
        material.figure("window") { _ in
            PixelGrid(
                window,
                frames: [
                    .init(rows: row - 1..<row + 2, columns: column - 1..<column + 2, role: .kernel),
                    .init(rows: row..<row + 1, columns: column..<column + 1, role: .input),
                ])
        }
    }

    /// One row of the picture as a curve.
    private func profile(of gray: GrayImage, _ material: inout Material) {
        // snippet.profile
        let row = gray.height * 9 / 20
        let intensities = gray.rows[row]
        let jumps = zip(intensities, intensities.dropFirst()).map { abs($1 - $0) }
        let jump = jumps.indices.max { jumps[$0] < jumps[$1] } ?? 0
        // snippet.end
        material.value("row", row)
        material.value("jump", Int(jumps[jump].rounded()))
        material.value("jumpColumn", jump)
        material.value("nextColumn", jump + 1)
        material.record("profile.row", row)
        material.record("profile.jumpColumn", jump)
        material.record("profile.jump", Int(jumps[jump].rounded()))
        material.figure("profile", showsPicture: true) { words in
            Curves([
                .init(
                    xName: try words("column"), yName: try words("intensity"),
                    series: [.init(y: intensities.map(Double.init), from: 0, role: .input)],
                    marks: [.init(x: Double(jump) + 0.5, label: try words("jump"))], yRange: 0...255)
            ])
        }
    }
}
