import Datasets
import Figures
import Imaging
import Languages
import Notebook

/// Lesson 7: exploring the data.
struct MNIST: Lesson {
    static let id = "mnist"
    static let units: [any CourseUnit] = [Survey.measurement]

    func run(into material: inout Material, using course: Course) throws {
        let survey = try course.value(of: Survey.measurement)
        material.outcome("isDrawn", course.settings.digits.isDrawn)
        contents(survey, &material)
        classes(survey, &material)
        intensities(survey, &material)
        memory(survey, &material)
        preparation(survey, &material)
    }

    private func contents(_ survey: Survey, _ material: inout Material) {
        func labels(_ samples: [Survey.Sample]) -> Material.Value {
            .text(samples.map { String($0.label) }.joined(separator: ", "))
        }
        for (name, count) in [("trainCount", survey.trainCount), ("testCount", survey.testCount)] {
            material.value(name, count)
            material.record(name, count)
        }
        material.table("shapes") { words in
            [(try words("training"), survey.trainCount), (try words("test"), survey.testCount)].map { part, count in
                [
                    part, Localized(same: "\(count)"),
                    Localized(same: "(\(plain: count), \(plain: survey.rows), \(plain: survey.columns))"),
                    Localized(same: "\(count)"),
                ]
            }
        }
        material.value("firstLabels", labels(survey.firstNine))
        material.value("classLabels", labels(survey.onePerClass))
        material.figure("first9") { _ in ImageGrid(survey.firstNine.map { $0.item(survey) }, columns: 9) }
        material.figure("digits") { _ in ImageGrid(survey.onePerClass.map { $0.item(survey) }, columns: 10) }
        material.value("variedDigit", Survey.variedDigit)
        material.value("variedCount", survey.variety.count)
        material.figure("variety") { _ in
            ImageGrid(survey.variety.map { ImageGrid.Item(.gray($0.image(survey))) }, columns: 10)
        }
    }

    /// What the data weigh.
    private func memory(_ survey: Survey, _ material: inout Material) {
        // snippet.memory
        let images = survey.trainCount + survey.testCount
        let bytes = images * survey.rows * survey.columns
        let asFloats = bytes * MemoryLayout<Float>.size
        // snippet.end
        material.record("bytes", bytes)
        material.record("bytesAsFloat32", asFloats)
        material.output("memory", "\(bytes) bytes as UInt8, \(asFloats) as Float")
        material.value("megabytes", Double(bytes) / 1e6)
        material.value("floatMegabytes", Double(asFloats) / 1e6)
        // Gigabytes, as one of the texts behind the course has it.
        material.value("claim", 1.4)
    }

    /// Dividing by 255, the channel axis, one-hot labels.
    private func preparation(_ survey: Survey, _ material: inout Material) {
        material.value("rows", survey.rows)
        material.value("columns", survey.columns)
        // snippet.one-hot
        let labels = survey.firstNine.map(\.label)
        let oneHot = labels.map { label in (0..<10).map { $0 == label ? 1 : 0 } }
        // snippet.end
        material.output("one-hot", "\(labels.first ?? 0) -> \(oneHot.first ?? [])")
        material.figure("onehot") { _ in
            OneHot(labels: labels, classes: (0..<10).map { Localized(same: "\(plain: $0)") })
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
                [try words("channels"), Localized(same: "1")],
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

    /// The picture with its label beneath.
    func item(_ survey: Survey) -> ImageGrid.Item {
        ImageGrid.Item(.gray(image(survey)), label: Localized(same: "\(label)"))
    }
}
