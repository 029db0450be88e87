import Figures
import Imaging
import Languages
import Notebook

/// What the network sees.
struct Inside: Lesson {
    static let id = "inside"
    static let units: [any CourseUnit] =
        [Maps.measurement, Patches.measurement, Occlusion.measurement, LabDigits.measurement]

    func run(into material: inout Material, using course: Course) throws {
        Self.exercises(&material)
        let maps = try course.value(of: Maps.measurement)
        material.record("seed", course.settings.seed)
        material.record("dataHash", course.settings.digits.identity)
        material.record("quick", course.settings.isQuick)
        let classes = Classes(course.settings)
        material.outcome("isOwn", classes.isOwn)
        material.outcome("isColour", maps.channels > 1)
        material.value("classes", classes.count)
        filters(maps, &material)
        firstMaps(maps, classes, &material)
        secondMaps(maps, &material)
        walk(maps, classes, &material)
        oneMap(maps, classes, &material)
        try patches(course.value(of: Patches.measurement), classes, &material)
        try occlusion(course.value(of: Occlusion.measurement), classes, &material)
        try material.digitLab(state: "digit=2&layer=3&map=6&at=4,5", using: course)
    }

    private func filters(_ maps: Maps, _ material: inout Material) {
        // A kernel that answers nothing to an even picture has weights that cancel.
        let limit: Float = 0.25
        let balanced = maps.filters.count { abs($0.reduce(0, +)) < limit * $0.map(abs).reduce(0, +) }
        material.value("balance", Double(limit))
        material.record("filters", maps.filters)
        material.record("balancedFilters", balanced)
        material.value("filters", maps.filters.count)
        material.value("balanced", balanced)
        material.figure("filters") { _ in
            // Only the pattern counts: on one scale two kernels would leave the others pale.
            ImageGrid(
                maps.filters.enumerated().map { index, weights in
                    ImageGrid.Item(
                        .signed(maps.picture(ofKernel: weights)),
                        label: Localized(same: "\(plain: index + 1)"))
                }, columns: 11, scale: .own)
        }
    }

    /// Which pieces of which images drive a map most.
    private func patches(_ patches: Patches, _ classes: Classes, _ material: inout Material) {
        let side = patches.side
        let mixed = patches.maps.count { Set($0.patches.map(\.label)).count > 1 }
        material.record("mixedMaps", mixed)
        material.record(
            "patches",
            patches.maps.map { map in map.patches.map { [map.index + 1, $0.image, $0.row, $0.column] } })
        material.value("side", side)
        material.value("tastes", patches.maps.count)
        material.value("pieces", Patches.perMap)
        material.value("mixed", mixed)
        material.figure("patches") { _ in
            ImageGrid(
                patches.maps.flatMap { map in
                    map.patches.map {
                        ImageGrid.Item(
                            Picture($0.pixels, rows: side, columns: side), label: classes.name($0.label))
                    }
                }, columns: Patches.perMap, order: .lines, side: 42)
        }
    }

    /// What covering a part costs.
    private func occlusion(_ occlusion: Occlusion, _ classes: Classes, _ material: inout Material) {
        material.record("occlusion.probabilities", occlusion.cases.map(\.probability))
        material.record("occlusion.largestLosses", occlusion.cases.map { $0.lost.max() ?? 0 })
        material.record("occlusion.harmlessShare", occlusion.harmlessShare)
        material.value("square", Occlusion.square)
        material.value("places", occlusion.rows * occlusion.columns)
        material.value("reading", occlusion.reading(classes))
        material.value("harmlessShare", occlusion.harmlessShare)
        material.figure("occlusion") { words in
            ImageGrid(
                occlusion.cases.map {
                    ImageGrid.Item(
                        Picture($0.pixels, rows: occlusion.rows, columns: occlusion.columns),
                        label: classes.name($0.label) + Localized(same: ": \($0.probability, percent: 1)"))
                }
                    + occlusion.cases.map {
                        ImageGrid.Item(
                            .signed(GrayImage(width: occlusion.columns, height: occlusion.rows, pixels: $0.lost)),
                            outline: GrayImage(gray: $0.pixels, rows: occlusion.rows, columns: occlusion.columns))
                    }, columns: max(occlusion.cases.count, 1), order: .lines, legend: try words("lost"))
        }
    }
}
