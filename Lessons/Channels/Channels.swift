import Figures
import Imaging
import Languages
import Notebook

/// A convolution over several channels, three of a colour picture, then the 32 maps of a layer.
struct Channels: Lesson {
    static let id = "channels"

    /// Three planes of a picture: something red at the left, something grey at the right.
    static let planes = [
        GrayImage(rows: [[9, 8, 4, 4, 4], [9, 7, 3, 4, 5], [8, 8, 4, 5, 4]]),
        GrayImage(rows: [[2, 2, 4, 4, 5], [1, 3, 3, 4, 4], [2, 2, 5, 5, 4]]),
        GrayImage(rows: [[3, 2, 4, 5, 4], [2, 2, 4, 4, 4], [1, 3, 4, 4, 5]]),
    ]
    static let bias: Float = -3

    // snippet.slices
    static let slices = [
        Kernel(id: "w-1", [[2, 0, -2], [2, 0, -2], [2, 0, -2]]),
        Kernel(id: "w-2", [[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]]),
        Kernel(id: "w-3", [[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]]),
    ]
    // snippet.end

    // snippet.answer
    /// What one filter answers at one place: a kernel for every plane, one sum over all of them, one bias.
    static func answer(of slices: [Kernel], bias: Float, on planes: [GrayImage], row: Int, column: Int) -> Float {
        var sum = bias
        for (plane, slice) in zip(planes, slices) {
            for i in 0..<slice.rows {
                for j in 0..<slice.columns {
                    sum += slice[i, j] * plane[row + i, column + j]
                }
            }
        }
        return sum
    }
    // snippet.end

    /// A filter's answers wherever it fits.
    static func map(of slices: [Kernel], bias: Float, on planes: [GrayImage]) -> GrayImage {
        guard let plane = planes.first, let slice = slices.first else { return GrayImage(width: 0, height: 0) }
        return GrayImage(
            rows: (0...plane.height - slice.rows).map { row in
                (0...plane.width - slice.columns).map { column in
                    answer(of: slices, bias: bias, on: planes, row: row, column: column)
                }
            })
    }

    func run(into material: inout Material, using course: Course) throws {
        Self.exercises(&material)
        let scene = try course.scene
        sum(&material)
        slide(&material)
        Colours.handOver(of: scene, to: &material)
        try ManyMaps.handOver(of: scene.gray, to: &material)
    }

    static let names = ["red", "green", "blue"]

    /// Of Okabe and Ito's colours those that come nearest to red, green and blue.
    private static let tints: [Role] = [.category(6), .category(3), .category(5)]

    /// One place by hand.
    private func sum(_ material: inout Material) {
        // snippet.sum
        let sums = zip(Self.planes, Self.slices).map { plane, slice in
            Self.answer(of: [slice], bias: 0, on: [plane], row: 0, column: 0)
        }
        let answer = Self.answer(of: Self.slices, bias: Self.bias, on: Self.planes, row: 0, column: 0)
        // snippet.end
        for (name, sum) in zip(Self.names, sums) { material.value("\(name)Sum", Int(sum)) }
        material.value("answer", Int(answer))
        material.value("bias", Int(Self.bias))
        material.record("sums", sums)
        material.record("answer", answer)
        material.printed("sum", ["sums": Printed.list(sums, digits: 0), "answer": Printed.number(answer, digits: 0)])
        material.figure("sum") { words in
            let places = zip(Self.planes, Self.slices).map { plane, slice in
                KernelOverlay(
                    window: plane.cropped(row: 0, column: 0, width: 3, height: 3), kernel: slice, row: 1, column: 1)
            }
            let overlays = try zip(Self.names, places).map { Composition.Part($1, heading: try words($0)) }
            let total = PixelGrid(
                GrayImage(rows: (sums + [Self.bias, answer]).map { [$0] }), tone: .signed,
                frames: [.init(rows: 4..<5, columns: 0..<1, role: .output)],
                rowLabels: try (Self.names + ["bias", "sum"]).map { try words($0) })
            return Composition(
                .stack, [.init(Composition(.row, overlays, breadth: .wide)), .init(total)], breadth: .wide)
        }
    }

    /// Three places one after another.
    private func slide(_ material: inout Material) {
        let map = Self.map(of: Self.slices, bias: Self.bias, on: Self.planes)
        let answers = map.rows[0].map { Int($0) }
        material.value("answers", .list(answers.map { .integer($0) }))
        material.value("last", answers.last ?? 0)
        material.record("slide", answers)
        for (name, place) in zip(Self.names, zip(Self.planes, Self.slices)) {
            let second = Self.answer(of: [place.1], bias: 0, on: [place.0], row: 0, column: 1)
            material.value("\(name)Second", Int(second))
        }
        material.value("second", answers[1])
        material.figure("slide") { words in
            let (red, green, blue) = (try words("red"), try words("green"), try words("blue"))
            let new = try words("map")
            return Frames(
                answers.indices.map { step in
                    let grids = zip(Self.planes, Self.tints).map { plane, tint in
                        PixelGrid(
                            plane, tone: .tint(tint),
                            frames: [.init(rows: 0..<3, columns: step..<step + 3, role: .kernel)])
                    }
                    let done = PixelGrid(GrayImage(rows: [Array(map.rows[0].prefix(step + 1))]), tone: .tint(.output))
                    return Composition(
                        .row,
                        [
                            .init(grids[0], heading: red, share: 5), .init(grids[1], heading: green, share: 5),
                            .init(grids[2], heading: blue, share: 5), .init(done, heading: new, share: 4),
                        ], breadth: .wide)
                }, columns: 1)
        }
    }
}
