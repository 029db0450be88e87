import Imaging
import Languages

// What charts made of pixels show: the value of every pixel, by row and column.

extension PixelGrid {
    /// Every cell's value.
    public var data: FigureData { FigureData(pictures: [.init(nil, values)]) }
}

extension FlattenDiagram {
    /// The numbers, as they lie before they are unrolled.
    public var data: FigureData { FigureData(pictures: [.init(nil, values)]) }
}

extension OneHot {
    /// A row for each label: a one in the column of its class, and zeros.
    public var data: FigureData {
        FigureData(
            columns: [.label] + classes.map { .init($0) },
            rows: labels.map { label in
                [classes.indices.contains(label) ? .init(classes[label]) : .integer(label)]
                    + classes.indices.map { .integer($0 == label ? 1 : 0) }
            })
    }
}

extension PoolingDiagram {
    /// The numbers before and after pooling.
    public var data: FigureData {
        FigureData(pictures: [
            .init(Localized(.columnsBefore), values), .init(Localized(.columnsAfter), pooled),
        ])
    }
}

extension ValueMap {
    /// The values of the map.
    public var data: FigureData { FigureData(pictures: [.init(nil, values)]) }
}

extension AngleMap {
    /// Every pixel's angle and strength.
    public var data: FigureData { FigureData(pictures: [.init(angles: angles, strength: strength)]) }
}

extension ArrowField {
    /// The picture, and both parts of the gradient at every pixel of it.
    public var data: FigureData {
        guard picture.pixels.count == x.pixels.count, x.pixels.count == y.pixels.count else {
            return FigureData(pictures: [.init(nil, picture)])
        }
        return FigureData(pictures: [
            .init(
                name: nil, width: picture.width, height: picture.height,
                channels: [
                    .init(column: .value, values: picture.pixels), .init(column: .x, values: x.pixels),
                    .init(column: .y, values: y.pixels),
                ])
        ])
    }
}

extension Pictures {
    /// The values of each picture, of one in colour its red, green and blue, under its caption.
    public var data: FigureData { FigureData(pictures: panels.map { .init($0.caption, $0.picture) }) }
}

extension ImageGrid {
    /// The values of each picture, under its label.
    public var data: FigureData { FigureData(pictures: items.map { .init($0.label, $0.picture) }) }
}

extension KernelMaps {
    /// The weights and the answers before and after pooling, under the names of channel and line.
    public var data: FigureData {
        FigureData(
            pictures: channels.flatMap { channel in
                [(names.kernel, channel.kernel), (names.map, channel.map), (names.pooled, channel.pooled)].compactMap {
                    line, image in
                    image.map { image in
                        .init(line.map { [channel.name, $0].joined(by: ", ") } ?? channel.name, image)
                    }
                }
            })
    }
}

extension BeforeAfter {
    /// The values before and after each step, and the kernel's weights.
    public var data: FigureData {
        FigureData(
            pictures: steps.flatMap { step -> [FigureData.Plane] in
                [
                    .init(step.beforeCaption ?? Localized(.columnsBefore), step.before),
                    .init(
                        step.kernelCaption ?? Localized(.columnsNamedKernel, ["kernel": .text(step.kernel.id)]),
                        step.kernel),
                    .init(step.afterCaption ?? Localized(.columnsAfter), step.after),
                ]
            })
    }
}

extension GradientTriangles {
    /// A row for each example, both parts of the gradient and its magnitude, and behind them the pixels.
    public var data: FigureData {
        FigureData(
            columns: [.example, .x, .y, .magnitude],
            rows: examples.map { [.init($0.caption), .number($0.x), .number($0.y), .number($0.magnitude)] }
        ).and(FigureData(pictures: examples.map { .init($0.caption, $0.patch) }))
    }
}

extension KernelOverlay {
    /// The products of the arithmetic, one a row, and behind them the picture.
    public var data: FigureData {
        let picture = FigureData(pictures: [.init(Localized(.columnsPicture), window)])
        let (top, left) = (row - kernel.rows / 2, column - kernel.columns / 2)
        guard top >= 0, left >= 0, top + kernel.rows <= window.height, left + kernel.columns <= window.width else {
            return picture
        }
        let products = FigureData(
            columns: [.row, .column, .pixel, .weight, .product],
            rows: kernel.weights.indices.map { index in
                let (i, j) = (top + index / kernel.columns, left + index % kernel.columns)
                let (pixel, weight) = (window[i, j], kernel.weights[index])
                return [.integer(i), .integer(j), .init(pixel), .init(weight), .init(pixel * weight)]
            })
        return products.and(picture)
    }
}

extension KernelSlide {
    /// The picture's values, the kernel's weights, and the answers at the positions in order.
    public var data: FigureData {
        let isSound = (try? check()) != nil
        let answers = isSound ? answers.map { Float($0) } : []
        return FigureData(pictures: [
            .init(Localized(.columnsPicture), window), .init(Localized(.columnsKernel), kernel),
            .init(Localized(.columnsAfter), GrayImage(width: answers.count, height: 1, pixels: answers)),
        ])
    }
}

extension Composition {
    /// The numbers of the parts, one after another, under their headings.
    public var data: FigureData {
        FigureData(parts.flatMap { $0.figure.data.titled($0.heading).parts })
    }
}

extension Frames {
    /// The numbers of all frames, one after another.
    public var data: FigureData { FigureData(frames.flatMap(\.data.parts)) }
}
