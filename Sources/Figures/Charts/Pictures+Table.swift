import Imaging
import Languages

// What charts made of pixels show, as tables: rows and columns count from 0 at the upper left.

extension PixelGrid {
    public var table: FigureTable? { .values(of: [("", values)]) }
}

extension FlattenDiagram {
    public var table: FigureTable? { .values(of: [("", values)]) }
}

extension PoolingDiagram {
    public var table: FigureTable? { .values(of: [("", values)]) }
}

extension ValueMap {
    public var table: FigureTable? { .values(of: [("", values)]) }
}

extension AngleMap {
    public var table: FigureTable? { .values(of: [("angle in radians", angles), ("strength", strength)]) }
}

extension ArrowField {
    public var table: FigureTable? { .values(of: [("x", x), ("y", y)]) }
}

extension Pictures {
    public var table: FigureTable? { .values(of: panels.map { ($0.caption.inEnglish, $0.picture.values) }) }
}

extension ImageGrid {
    public var table: FigureTable? { .values(of: items.map { ($0.label.inEnglish, $0.picture.values) }) }
}

extension BeforeAfter {
    public var table: FigureTable? {
        .values(
            of: steps.flatMap { step in
                let kernel = GrayImage(
                    width: step.kernel.columns, height: step.kernel.rows, pixels: step.kernel.weights)
                return [
                    ("before", step.before.values), ("kernel \(step.kernel.id)", kernel), ("after", step.after.values),
                ]
            })
    }
}

extension KernelOverlay {
    /// The products of the arithmetic, one a row.
    public var table: FigureTable? {
        let (top, left) = (row - kernel.rows / 2, column - kernel.columns / 2)
        guard top >= 0, left >= 0, top + kernel.rows <= window.height, left + kernel.columns <= window.width else {
            return nil
        }
        return FigureTable(
            columns: ["row", "column", "pixel", "weight", "product"],
            rows: kernel.weights.indices.map { index in
                let (i, j) = (top + index / kernel.columns, left + index % kernel.columns)
                let (pixel, weight) = (window[i, j], kernel.weights[index])
                return [.integer(i), .integer(j), .init(pixel), .init(weight), .init(pixel * weight)]
            })
    }
}

extension KernelSlide {
    public var table: FigureTable? {
        .values(
            of: [
                ("picture", window),
                ("kernel", GrayImage(width: kernel.columns, height: kernel.rows, pixels: kernel.weights)),
            ])
    }
}

extension Bilingual? {
    fileprivate var inEnglish: String { self?.text(in: NumberFormat(.en)) ?? "" }
}
