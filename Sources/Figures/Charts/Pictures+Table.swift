import Imaging
import Languages

// What charts made of pixels show, as tables: rows and columns count from 0 at the upper left.

extension PixelGrid {
    /// Every cell's value, by row and column.
    public var table: FigureTable? { .values(of: [(nil, values)]) }
}

extension FlattenDiagram {
    /// The numbers, by row and column.
    public var table: FigureTable? { .values(of: [(nil, values)]) }
}

extension PoolingDiagram {
    /// The values before pooling, by row and column.
    public var table: FigureTable? { .values(of: [(nil, values)]) }
}

extension ValueMap {
    /// The values of the map, by row and column.
    public var table: FigureTable? { .values(of: [(nil, values)]) }
}

extension AngleMap {
    /// Every pixel's angle and strength, by row and column.
    public var table: FigureTable? {
        .values(of: [
            (Localized(.columnsAngle), angles),
            (Localized(.columnsStrength), strength),
        ])
    }
}

extension ArrowField {
    /// Both parts of every gradient, by row and column.
    public var table: FigureTable? { .values(of: [(.x, x), (.y, y)]) }
}

extension Pictures {
    /// The values of each picture, by row and column, under its caption.
    public var table: FigureTable? { .values(of: panels.map { ($0.caption, $0.picture.values) }) }
}

extension ImageGrid {
    /// The values of each picture, by row and column, under its label.
    public var table: FigureTable? { .values(of: items.map { ($0.label, $0.picture.values) }) }
}

extension BeforeAfter {
    /// The values before and after each step, and the kernel's weights, by row and column.
    public var table: FigureTable? {
        .values(
            of: steps.flatMap { step in
                let kernel = GrayImage(
                    width: step.kernel.columns, height: step.kernel.rows, pixels: step.kernel.weights)
                return [
                    (Localized(.columnsBefore), step.before.values),
                    (Localized(.columnsNamedKernel, ["kernel": .text(step.kernel.id)]), kernel),
                    (Localized(.columnsAfter), step.after.values),
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
            columns: [.row, .column, .pixel, .weight, .product],
            rows: kernel.weights.indices.map { index in
                let (i, j) = (top + index / kernel.columns, left + index % kernel.columns)
                let (pixel, weight) = (window[i, j], kernel.weights[index])
                return [.integer(i), .integer(j), .init(pixel), .init(weight), .init(pixel * weight)]
            })
    }
}

extension KernelSlide {
    /// The picture's values and the kernel's weights, by row and column.
    public var table: FigureTable? {
        .values(
            of: [
                (.picture, window),
                (
                    Localized(.columnsKernel),
                    GrayImage(width: kernel.columns, height: kernel.rows, pixels: kernel.weights)
                ),
            ])
    }
}
