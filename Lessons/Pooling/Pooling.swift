import Figures
import Imaging
import Languages
import Notebook

/// From a picture to features.
struct Pooling: Lesson {
    static let id = "pooling"

    func run(into material: inout Material, using course: Course) throws {
        Self.exercises(&material)
        let scene = try course.scene
        let gray = try course.grayScene
        relu(gray, &material)
        grids(&material)
        shrink(gray, &material)
        flatten(&material)
        pipeline(scene, &material)
    }

    private func relu(_ gray: GrayImage, _ material: inout Material) {
        // snippet.relu
        let map = gray.correlated(with: .sobelX, border: .replicate)
        let rectified = map.rectified()
        // snippet.end
        let silenced = Double(zip(map.pixels, rectified.pixels).count { $0 != $1 }) / Double(map.pixels.count)
        material.value("silenced", silenced)
        material.record("relu.silenced", silenced)
        let strong = map.strongValue
        let detail = Detail.richest(in: gray)
        let inputs = stride(from: -4.0, through: 4.0, by: 0.05).map { $0 }
        material.figure("relu", showsPicture: true) { words in
            let function = Curves([
                .init(
                    xName: Localized(same: "x"), yName: Localized(same: "ReLU(x)"),
                    series: [.init(x: inputs, y: inputs.map { max(0, $0) }, role: .output)])
            ])
            let maps = Pictures(
                [
                    .init(.signed(map, limit: strong), caption: try words("before")),
                    .init(.signed(rectified, limit: strong), caption: try words("after")),
                ], columns: 2, detail: detail)
            return Composition(.row, [.init(function), .init(maps, share: 2)], breadth: .wide)
        }
    }

    private func grids(_ material: inout Material) {
        // snippet.pool
        let grid = GrayImage(rows: [[1, 3, 2, 1], [4, 8, 0, 5], [7, 2, 9, 4], [0, 6, 3, 6]])
        let strongest = grid.maxPooled(window: 2, stride: 2)
        let average = grid.averagePooled(window: 2, stride: 2)
        // snippet.end
        let winners = strongest.rows.map { $0.map { Int($0) } }
        material.printed("pool", ["strongest": "\(winners)", "average": "\(average.rows)"])
        material.record("maxPooled", strongest.rows)
        material.record("averagePooled", average.rows)
        material.figure("maxpool") { _ in PoolingDiagram(grid) }
        material.lab("maxpool", Lab(.pooling, picture: grid))
        material.figure("average") { _ in PoolingDiagram(grid, kind: .average) }
    }

    /// Pooled once, twice, three times.
    private func shrink(_ gray: GrayImage, _ material: inout Material) {
        // snippet.shrink
        let edges = gray.correlated(with: .laplacian8, border: .replicate).rectified()
        let once = edges.maxPooled(window: 2, stride: 2)
        let twice = once.maxPooled(window: 2, stride: 2)
        let thrice = twice.maxPooled(window: 2, stride: 2)
        // snippet.end
        let maps = [edges, once, twice, thrice]
        material.record("shrink.sizes", maps.map { [$0.height, $0.width] })
        material.figure("shrink", showsPicture: true) { words in
            let alike = Pictures(maps.map { .init(.gray($0.clipped())) })
            let toScale = Pictures(
                maps.map { map in
                    .init(.gray(map.clipped()), caption: Localized(same: "\(plain: map.height) × \(plain: map.width)"))
                }, toScale: true)
            let figure = Composition(
                .stack,
                [
                    .init(toScale, heading: try words("toScale")), .init(alike, heading: try words("alike")),
                ])
            return Moving(figure, frames: toScale.panels.map { Pictures([$0]) })
        }
    }

    /// A map unrolled into a vector.
    private func flatten(_ material: inout Material) {
        // snippet.flatten
        let map = GrayImage(rows: [[1, 3, 2], [4, 8, 0], [7, 2, 9]])
        let vector = map.rows.flatMap { $0 }
        // snippet.end
        material.output("flatten", vector.map { String(Int($0)) }.joined(separator: " "))
        material.figure("flatten") { _ in FlattenDiagram(map) }
    }

    /// Five steps from a colour picture to a small map.
    private func pipeline(_ scene: ColorImage, _ material: inout Material) {
        // snippet.pipeline
        let small = scene.gray.resized(width: scene.width / 4, height: scene.height / 4)
        let convolved = small.correlated(with: .sobelX, border: .valid)
        let activated = convolved.rectified()
        let pooled = activated.maxPooled(window: 2, stride: 2)
        // snippet.end
        let strong = convolved.strongValue
        let sizes =
            [[scene.height, scene.width, 3]] + [small, convolved, activated, pooled].map { [$0.height, $0.width] }
        material.record("pipeline.sizes", sizes)
        let pictures: [Picture] = [
            .color(scene), .gray(small), .signed(convolved, limit: strong), .signed(activated, limit: strong),
            .signed(pooled, limit: strong),
        ]
        material.figure("pipeline", showsPicture: true) { words in
            let names = ["original", "gray", "convolution", "relu", "pooling"]
            return Pictures(
                try zip(pictures, zip(names, sizes)).map { picture, station in
                    let size = station.1.map(String.init).joined(separator: " × ")
                    return .init(picture, caption: try words(station.0, ["size": .text(size)]))
                }, columns: 5, arrows: true, breadth: .wide)
        }
    }
}
