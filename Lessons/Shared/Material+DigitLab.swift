import Figures
import Imaging
import Languages
import Notebook
import Storage

extension Material {
    /// Hands over the figure `digit-lab`, test images and what the compact network answers to them, and on pages that
    /// compute the lab in its place.
    ///
    /// - `{digitLab}`: whether there is a lab; pages hold no networks for colours, and none that are too large.
    /// - `{denseInLab}`: whether the dense network answers beside the compact one.
    /// - `{labCount}`, `{labRight}`: how many images there are, and how many the compact network classifies correctly.
    ///
    /// - Parameter state: what the lab shows at first, as an address has it.
    mutating func digitLab(state: String, using course: Course) throws {
        let digits = try course.value(of: LabDigits.measurement)
        let classes = Classes(course.settings)
        let answers = digits.compact.map { $0.largest }
        let columns = DigitLab.rowsOfClasses.contains(classes.count) ? classes.count : DigitLab.columns
        value("labCount", digits.labels.count)
        value("labRight", zip(answers, digits.labels).count { $0 == $1 })
        figure("digit-lab") { _ in
            ImageGrid(
                zip(digits.pixels, zip(digits.labels, answers)).map { pixels, answer in
                    ImageGrid.Item(
                        Picture(pixels, rows: digits.rows, columns: digits.columns), label: classes.name(answer.1),
                        role: answer.0 == answer.1 ? .output : .error)
                }, columns: columns)
        }
        let isReadable = course.settings.digits.kind.shape == [digits.rows, digits.columns, 1]
        let packed: (compact: PackedNetwork?, dense: PackedNetwork?) =
            try isReadable ? DigitLab.networks(using: course) : (nil, nil)
        outcome("digitLab", packed.compact != nil)
        outcome("denseInLab", packed.dense != nil)
        guard let compact = packed.compact else { return }
        let about = JSONText.object([
            .init("columns", .whole(UInt64(columns))),
            .init("labels", .list(digits.labels.map { .whole(UInt64($0)) })),
            .init("classes", .list(course.settings.digits.kind.classes.map { .text($0.plain) })),
            .init("box", .whole(UInt64(DigitLab.box(in: min(digits.rows, digits.columns))))),
        ])
        var parts = ["digits": Lab.Part(about), "compact": Lab.Part(compact.json)]
        if let dense = packed.dense { parts["dense"] = Lab.Part(dense.json) }
        lab("digit-lab", Lab(.digit, picture: digits.sheet(columns: columns), state: state, parts: parts))
    }
}

/// What the digit lab holds.
private enum DigitLab {
    /// With so many classes a row of digits has one of each.
    static let rowsOfClasses = 5...12
    static let columns = 10
    /// What both networks may take of a page, in bytes.
    private static let limit = 300_000

    /// What the longer side of a drawn digit becomes: 20 of 28 pixels, as MNIST was made, or the same share.
    static func box(in side: Int) -> Int { max(1, (side * 5 + 3) / 7) }

    /// Both networks, as far as a page can hold them: the dense one is left out first.
    static func networks(using course: Course) throws -> (compact: PackedNetwork?, dense: PackedNetwork?) {
        let compact = try PackedNetwork(course.value(of: Compact.training).network)
        guard let compact, compact.size <= limit else { return (nil, nil) }
        let dense = try PackedNetwork(course.value(of: Baseline.training).network)
        guard let dense, compact.size + dense.size <= limit else { return (compact, nil) }
        return (compact, dense)
    }
}

extension LabDigits {
    /// All of them as one picture.
    fileprivate func sheet(columns across: Int) -> GrayImage {
        let lines = (pixels.count + across - 1) / across
        var sheet = GrayImage(width: across * columns, height: lines * rows)
        for (index, image) in pixels.enumerated() {
            let (top, left) = (index / across * rows, index % across * columns)
            for (place, byte) in image.prefix(rows * columns).enumerated() {
                sheet[top + place / columns, left + place % columns] = Float(byte)
            }
        }
        return sheet
    }
}

extension [Double] {
    /// The place of the largest number, the first among equals.
    fileprivate var largest: Int { indices.max { self[$0] < self[$1] } ?? 0 }
}
