import Figures
import Imaging
import Languages
import Notebook

/// What the course is for, what it asks of its readers, and the whole way in one figure.
struct Start: Lesson {
    static let id = "start"
    static let units: [any CourseUnit] = [Maps.measurement]

    func run(into material: inout Material, using course: Course) throws {
        Self.exercises(&material)
        let maps = try course.value(of: Maps.measurement)
        let classes = Classes(course.settings)
        material.outcome("origin", DataOrigin(course.settings.digits))
        material.outcome("isOwn", classes.isOwn)
        material.outcome("isQuick", course.settings.isQuick)
        material.value("seed", .text("\(course.settings.seed)"))
        material.value("label", classes.word(maps.label))
        material.value("answer", classes.word(maps.answer))
        material.record("answer", maps.answer)
        material.record("label", maps.label)
        way(maps, classes, &material)
    }

    /// From the picture to the answer.
    private func way(_ maps: Maps, _ classes: Classes, _ material: inout Material) {
        let gray = maps.gray
        let edges = Gradient(of: gray).magnitude
        let side = min(7, gray.height, gray.width)
        let corner = (row: (gray.height - side) / 2, column: (gray.width - side) / 2)
        let window = gray.cropped(row: corner.row, column: corner.column, width: side, height: side)
        let features = maps.layers.last { $0.rows > 1 }
        material.value("numbersSide", side)
        material.figure("way") { words in
            let frame = Pictures.Frame(
                rows: corner.row..<corner.row + side, columns: corner.column..<corner.column + side, role: .input)
            var parts: [Composition.Part] = [
                .init(Pictures([.init(maps.picture, frames: [frame])]), heading: try words("picture"), share: 3),
                .init(PixelGrid(window, tone: .gray), heading: try words("numbers"), share: 4),
                .init(Pictures([.init(.magnitude(edges))]), heading: try words("edges"), share: 3),
            ]
            if let features {
                let map = Pictures([.init(.magnitude(features.image(features.strongest)))])
                parts.append(.init(map, heading: try words("features"), share: 3))
            }
            let answers = Bars(
                categories: maps.probabilities.indices.map(classes.name),
                series: [.init(values: maps.probabilities.map { $0 * 100 }, role: .output)],
                valueName: try words("probability"), digits: 1, plotHeight: 80, breadth: .wide)
            return Composition(
                .stack,
                [.init(Composition(.row, parts, breadth: .wide)), .init(answers, heading: try words("answer"))],
                breadth: .wide)
        }
    }
}

extension Maps {
    /// The digit in grey, whatever it is in.
    fileprivate var gray: GrayImage {
        if case .color(let image) = picture { return image.gray.map { $0.rounded() } }
        return GrayImage(width: columns, height: rows, bytes: digit)
    }
}
