import Datasets
import Figures
import Imaging
import Languages
import Notebook

/// Exploring the data.
struct MNIST: Lesson {
    static let id = "mnist"
    static let units: [any CourseUnit] = [Survey.measurement]

    func run(into material: inout Material, using course: Course) throws {
        Self.exercises(&material)
        let survey = try course.value(of: Survey.measurement)
        let classes = Classes(course.settings)
        material.outcome("origin", DataOrigin(course.settings.digits))
        material.outcome("isOwn", classes.isOwn)
        material.outcome("isColour", survey.channels > 1)
        material.value("dataName", .text(course.settings.digits.kind.name))
        material.value("classCount", classes.count)
        contents(survey, classes, &material)
        self.classes(survey, classes, &material)
        intensities(survey, &material)
        memory(survey, &material)
        preparation(survey, classes, &material)
    }

    private func contents(_ survey: Survey, _ classes: Classes, _ material: inout Material) {
        func labels(_ samples: [Survey.Sample]) -> Material.Value {
            .name(samples.map { classes.name($0.label) }.joined(by: ", "))
        }
        for (name, count) in [("trainCount", survey.trainCount), ("testCount", survey.testCount)] {
            material.value(name, count)
            material.record(name, count)
        }
        material.table("shapes") { words in
            [(try words("training"), survey.trainCount), (try words("test"), survey.testCount)].map { part, count in
                [
                    part, Localized(same: "\(count)"),
                    Localized(same: "(\(([count] + survey.shape).map(String.init).joined(separator: ", ")))"),
                    Localized(same: "\(count)"),
                ]
            }
        }
        material.value("firstLabels", labels(survey.firstNine))
        material.value("classLabels", labels(survey.onePerClass))
        material.figure("first9") { _ in ImageGrid(survey.firstNine.map { $0.item(survey, classes) }, columns: 9) }
        material.figure("digits") { _ in ImageGrid(survey.onePerClass.map { $0.item(survey, classes) }, columns: 10) }
        material.value("variedDigit", classes.word(classes.example(Survey.variedDigit)))
        material.value("variedCount", survey.variety.count)
        material.figure("variety") { _ in
            ImageGrid(survey.variety.map { ImageGrid.Item($0.picture(survey)) }, columns: 10)
        }
    }

    /// What the data weigh.
    private func memory(_ survey: Survey, _ material: inout Material) {
        // snippet.memory
        let images = survey.trainCount + survey.testCount
        let bytes = images * survey.rows * survey.columns
        let asFloats = bytes * MemoryLayout<Float>.size
        // snippet.end
        // The listing counts grey pictures, as MNIST's are.
        let (all, allAsFloats) = (bytes * survey.channels, asFloats * survey.channels)
        material.record("bytes", all)
        material.record("bytesAsFloat32", allAsFloats)
        material.printed("memory", [:], ["bytes": .integer(all), "floatBytes": .integer(allAsFloats)])
        material.value("kilo", Memory.kilo)
        material.value("megabytes", Memory.megabytes(all))
        material.value("floatMegabytes", Memory.megabytes(allAsFloats))
        // Gigabytes, as one of the texts behind the course has it.
        material.value("claim", 1.4)
    }

    /// Dividing by 255, the channel axis, one-hot labels.
    private func preparation(_ survey: Survey, _ classes: Classes, _ material: inout Material) {
        material.value("rows", survey.rows)
        material.value("columns", survey.columns)
        material.value("channels", survey.channels)
        // snippet.one-hot
        let labels = survey.firstNine.map(\.label)
        let oneHot = labels.map { label in (0..<10).map { $0 == label ? 1 : 0 } }
        // snippet.end
        // The listing has ten classes, as the digits do.
        let first = (0..<classes.count).map { $0 == labels.first ? 1 : 0 }
        material.output("one-hot", "\(labels.first ?? 0) -> \(classes.isOwn ? first : oneHot.first ?? [])")
        material.figure("onehot") { _ in
            OneHot(labels: labels, classes: classes.names)
        }
        material.table("glance") { words in
            func range(_ statistics: Survey.Statistics) throws -> Localized {
                try words(
                    "range", ["minimum": .number(statistics.minimum), "maximum": .number(statistics.maximum)])
            }
            return [
                [try words("training"), Localized(same: "\(survey.trainCount)")],
                [try words("test"), Localized(same: "\(survey.testCount)")],
                [try words("size"), Localized(same: "\(plain: survey.rows) × \(plain: survey.columns)")],
                [try words("channels"), Localized(same: "\(survey.channels)")],
                [try words("classes"), Localized(same: "\(survey.trainCounts.count)")],
                [try words("intensities"), try range(survey.raw)],
                [try words("normalised"), try range(survey.normalised)],
            ]
        }
    }
}

extension Survey.Sample {
    /// The picture, white on black.
    func image(_ survey: Survey) -> GrayImage {
        GrayImage(width: survey.columns, height: survey.rows, bytes: pixels)
    }

    /// The picture as it is, grey or in colour.
    func picture(_ survey: Survey) -> Picture { Picture(pixels, rows: survey.rows, columns: survey.columns) }

    /// The picture with its class beneath.
    func item(_ survey: Survey, _ classes: Classes) -> ImageGrid.Item {
        ImageGrid.Item(picture(survey), label: classes.name(label))
    }
}
