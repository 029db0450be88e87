import Drawing
import Imaging

// What is left of a chart where there is room for a stamp. A chart that is not here has none.

extension Pictures {
    /// The pictures, up to six.
    public var emblem: Emblem? { Emblem(.pictures(panels.map(\.picture))) }
}

extension ImageGrid {
    /// The first pictures, up to six.
    public var emblem: Emblem? { items.isEmpty ? nil : Emblem(.pictures(items.map(\.picture))) }
}

extension BeforeAfter {
    /// What the last kernel has made.
    public var emblem: Emblem? { steps.last.map { Emblem(.pictures([$0.after])) } }
}

extension ValueMap {
    /// The map.
    public var emblem: Emblem? { Emblem(.pictures([picture])) }
}

extension AngleMap {
    /// The map, without its wheel.
    public var emblem: Emblem? { Emblem(.pictures([.angle(angles, strength: strength)])) }
}

extension KernelMaps {
    /// Three kernels over their maps.
    public var emblem: Emblem? {
        let shown = channels.prefix(3)
        let kernels = shown.compactMap { $0.kernel.map { Picture.signed($0) } }
        let pictures = kernels + shown.map { Picture.magnitude($0.map) }
        return pictures.isEmpty ? nil : Emblem(.pictures(pictures))
    }
}

extension KernelOverlay {
    /// The kernel.
    public var emblem: Emblem? { Emblem(kernel) }
}

extension KernelSlide {
    /// The kernel.
    public var emblem: Emblem? { Emblem(kernel) }
}

extension PixelGrid {
    /// Three by three of the numbers, those that differ most.
    public var emblem: Emblem? {
        guard !values.pixels.isEmpty else { return nil }
        let (height, width) = (min(3, values.height), min(3, values.width))
        let windows = (0...values.height - height).flatMap { row in
            (0...values.width - width).map { column in
                values.cropped(row: row, column: column, width: width, height: height)
            }
        }
        func spread(_ window: GrayImage) -> Int { Set(window.pixels).count }
        guard let window = windows.max(by: { spread($0) < spread($1) }) else { return nil }
        let digits = Digits.needed(for: window, atMost: 1)
        let most = Double(max(1, values.pixels.lazy.map(abs).max() ?? 1))
        let isGray = tone == .gray
        return Emblem(
            .cells(
                .init(
                    rows: height, columns: width,
                    fill: { row, column, context in
                        let value = Double(window[row, column])
                        return isGray ? ColorMap.gray[value / 255] : context.theme.tint(.input, abs(value) / most)
                    },
                    number: { row, column, context in
                        let value = Double(window[row, column])
                        let fill =
                            isGray ? ColorMap.gray[value / 255] : context.theme.tint(.input, abs(value) / most)
                        return (context.format.decimal(value, digits: digits), context.theme.text(on: fill))
                    }, outline: nil)))
    }
}

extension PoolingDiagram {
    /// The numbers, each window in its colour.
    public var emblem: Emblem? {
        guard values.width > 0, values.height > 0 else { return nil }
        let (values, window) = (values, window)
        let across = max(1, values.width / window)
        let digits = Digits.needed(for: values, atMost: 1)
        @Sendable func fill(_ row: Int, _ column: Int, _ context: FigureContext) -> Color {
            context.theme.tint(.category(1 + row / window * across + column / window), 0.3)
        }
        return Emblem(
            .cells(
                .init(
                    rows: values.height, columns: values.width, fill: fill,
                    number: { row, column, context in
                        (
                            context.format.decimal(Double(values[row, column]), digits: digits),
                            context.theme.text(on: fill(row, column, context))
                        )
                    }, outline: nil)))
    }
}

extension ConfusionChart {
    /// The matrix, in colours alone.
    public var emblem: Emblem? {
        let counts = counts
        guard !counts.isEmpty, counts.allSatisfy({ $0.count == counts.count }) else { return nil }
        return Emblem(
            .cells(
                .init(
                    rows: counts.count, columns: counts.count,
                    fill: { row, column, context in
                        let total = max(1, counts[row].reduce(0, +))
                        let share = Double(counts[row][column]) / Double(total)
                        return context.theme.tint(row == column ? .output : .error, share.squareRoot())
                    }, number: nil, outline: nil)))
    }
}

extension Curves {
    /// The lines of the first panel.
    public var emblem: Emblem? {
        guard let panel = panels.first else { return nil }
        return Emblem(
            .plot(
                .init(
                    series: panel.series.map {
                        .init(points: zip($0.x, $0.y).map { Point($0, $1) }, role: $0.role, isLine: $0.form != .points)
                    })))
    }
}

extension ContourTrajectories {
    /// The walks.
    public var emblem: Emblem? {
        Emblem(
            .plot(
                .init(
                    series: trajectories.map {
                        .init(points: zip($0.x, $0.y).map { Point($0, $1) }, role: $0.role, isLine: true)
                    }, hasAxes: false)))
    }
}

extension RunsChart {
    /// All runs.
    public var emblem: Emblem? {
        Emblem(
            .plot(
                .init(
                    series: series.map { series in
                        let points = series.runs.enumerated().flatMap { index, runs in
                            runs.map { Point(Double(index), $0) }
                        }
                        return .init(points: points, role: series.role, isLine: false)
                    })))
    }
}

extension CategoryDots {
    /// All dots.
    public var emblem: Emblem? {
        Emblem(
            .plot(
                .init(
                    series: series.map {
                        .init(
                            points: $0.values.enumerated().map { Point(Double($0), $1) }, role: $0.role,
                            isLine: false)
                    })))
    }
}

extension Bars {
    /// The bars of the first series.
    public var emblem: Emblem? {
        guard let first = series.first, !first.values.isEmpty else { return nil }
        return Emblem(.plot(.init(bars: first.values.map { ($0, first.role) })))
    }
}

extension HistogramChart {
    /// The first panel, its bars joined so that no more than fit stand there.
    public var emblem: Emblem? {
        guard let panel = panels.first, !panel.counts.isEmpty else { return nil }
        let width = (panel.counts.count + 23) / 24
        let bars = stride(from: 0, to: panel.counts.count, by: width).map { start in
            panel.counts[start..<min(start + width, panel.counts.count)].reduce(0, +)
        }
        return Emblem(.plot(.init(bars: bars.map { (Double($0), panel.role) })))
    }
}

extension NetworkGraph {
    /// Its layers, up to six units of each.
    public var emblem: Emblem? {
        layers.isEmpty ? nil : Emblem(.network(layers.map { (min(6, $0.units.count), $0.role) }))
    }
}

extension Frames {
    /// That of the first frame.
    public var emblem: Emblem? { frames.first?.emblem }
}

extension Moving {
    /// That of the figure.
    public var emblem: Emblem? { figure.emblem }
}

extension Composition {
    /// What comes first.
    public var emblem: Emblem? { parts.lazy.compactMap(\.figure.emblem).first }

    /// The emblems of all parts in order.
    public var strip: Emblem? { .row(parts.compactMap { ($0.figure as? Composition)?.strip ?? $0.figure.emblem }) }
}

extension Emblem {
    /// A kernel as every figure shows it, a factor before it left out.
    init(_ kernel: Kernel) {
        let numbers = KernelNumbers(kernel)
        self.init(
            .cells(
                .init(
                    rows: kernel.rows, columns: kernel.columns,
                    fill: { _, _, context in context.theme.tint(.kernel, 0.1) },
                    number: { row, column, context in
                        let weight = numbers.weights[row * kernel.columns + column]
                        return (context.format.decimal(weight, digits: numbers.digits), context.theme.kernel)
                    }, outline: .kernel)))
    }
}
