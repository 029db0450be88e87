import Documents
import Figures
import Imaging

extension OperationResult {
    /// The author's picture as it is.
    static func picture(_ picture: SourcePicture, _ attributes: Attributes) throws(DocumentError) -> OperationResult {
        try attributes.check(known: ["image"])
        return OperationResult(
            figure: Pictures([.init(picture.shown)]),
            values: [("width", .integer(picture.width)), ("height", .integer(picture.height))])
    }

    /// What a kernel makes of it, as `course convolve` has it.
    static func convolve(
        _ source: SourcePicture, _ attributes: Attributes, threads: Int
    ) throws(DocumentError) -> OperationResult {
        try attributes.check(
            known: ["image", "kernel", "divisor", "bias", "border", "mode", "negative", "gray"])
        let picture = try attributes.isSo("gray") ? source.gray : source
        let kernel: Kernel
        do { kernel = try Kernel(parsing: attributes.value("kernel", such: "sobel-x")) } catch let error as KernelError
        {
            throw attributes.fault("kernel: \(error)")
        } catch let error as DocumentError {
            throw error
        } catch {
            throw attributes.fault("kernel: \(error)")
        }
        let divisor = try attributes.number("divisor", in: -1e6...1e6, otherwise: 1)
        guard divisor != 0 else { throw attributes.fault("divisor=0 divides by zero; take another number") }
        let filter = PictureFilter(
            kernel: kernel, divisor: Float(divisor),
            bias: Float(try attributes.number("bias", in: -65_535...65_535, otherwise: 0)),
            border: try attributes.choice("border", otherwise: .replicate),
            mode: try attributes.choice("mode", otherwise: .correlation))
        let negatives: Negatives = try attributes.choice("negative", otherwise: .clip)
        let answers: Answers
        do throws(OperationError) { answers = try filter.answers(to: picture, threads: threads) } catch {
            throw attributes.fault("\(error)")
        }
        let after = answers.shownPicture(negatives)
        // A larger matrix can't be read on a page.
        let figure: any Figure =
            max(kernel.rows, kernel.columns) <= 7
            ? BeforeAfter(picture.shown, filter.laid, after)
            : Pictures([.init(picture.shown), .init(after)], arrows: true)
        let range = answers.range ?? 0...0
        let all = answers.channels.reduce(0) { $0 + $1.width * $1.height }
        let negative = answers.channels.reduce(0) { count, channel in
            count + channel.withRows { _, samples in samples.count { $0 < 0 } }.reduce(0, +)
        }
        return OperationResult(
            figure: figure,
            values: [
                ("minimum", .number(Double(range.lowerBound))), ("maximum", .number(Double(range.upperBound))),
                ("negative", .number(Double(negative) / Double(max(1, all)))),
                ("width", .integer(answers.width)), ("height", .integer(answers.height)),
            ])
    }

    /// Its edges, as `course edges` has them: one of the three figures.
    static func edges(
        _ picture: SourcePicture, _ attributes: Attributes, threads: Int
    ) throws(DocumentError) -> OperationResult {
        try attributes.check(known: ["image", "low", "high", "sigma", "show"])
        let low = try attributes.number("low", in: 0...1e4, otherwise: 40)
        let high = try attributes.number("high", in: 0...1e4, otherwise: 110)
        guard low <= high else { throw attributes.fault("low=\(low) is over high=\(high)") }
        let sigma = try attributes.number("sigma", in: 0...10, otherwise: -1)
        let found = PictureEdges(
            of: picture, low: Float(low), high: Float(high),
            deviation: sigma < 0 ? nil : Float(sigma), threads: threads)
        let wanted: EdgeFigures.Name = try attributes.choice("show", otherwise: .canny)
        let figures = EdgeFigures(of: found)
        return OperationResult(
            figure: figures[wanted].figure,
            values: [
                ("share", .number(figures.share)),
                ("strongest", .number(Double(found.gradient.magnitude.range?.upperBound ?? 0))),
            ])
    }

    /// It made smaller, as `course pool` does.
    static func pool(_ source: SourcePicture, _ attributes: Attributes) throws(DocumentError) -> OperationResult {
        try attributes.check(known: ["image", "size", "stride", "kind", "gray"])
        let picture = try attributes.isSo("gray") ? source.gray : source
        let size = try attributes.whole("size", in: 1...4096, otherwise: 2)
        let stride = try attributes.whole("stride", in: 1...4096, otherwise: size)
        let pooling = PicturePooling(size: size, stride: stride, kind: try attributes.choice("kind", otherwise: .max))
        let answers: Answers
        do throws(OperationError) { answers = try pooling.answers(to: picture) } catch {
            throw attributes.fault("\(error)")
        }
        return OperationResult(
            figure: Pictures([.init(picture.shown), .init(answers.shownPicture(.clip))], arrows: true),
            values: [("width", .integer(answers.width)), ("height", .integer(answers.height))])
    }
}

extension Attributes {
    /// Whether something is so: `gray=yes`.
    fileprivate func isSo(_ name: String) throws(DocumentError) -> Bool {
        let answer: YesNo = try choice(name, otherwise: .no)
        return answer == .yes
    }

    private enum YesNo: String, CaseIterable { case yes, no }
}

extension SourcePicture {
    /// As a figure shows it: the mean of blocks where it is larger than a page can show.
    fileprivate var shown: Picture {
        .color(PageSize.fitting(width, height).map { self.image(width: $0.width, height: $0.height) } ?? image)
    }
}

extension Answers {
    /// As a figure shows it.
    fileprivate func shownPicture(_ negatives: Negatives) -> Picture {
        if channels.count == 1, negatives == .signed { return .signed(GrayImage(channels[0]).fitting) }
        let planes = shown(negatives)
        guard planes.count == 3 else { return .gray(GrayImage(planes[0]).fitting) }
        return .color(ColorImage(red: planes[0], green: planes[1], blue: planes[2]).fitting)
    }
}

/// How large pictures are on a page.
private enum PageSize {
    /// The longest side, in pixels.
    static let most = 1024

    /// The size at which a picture fits; nil where it does as it is.
    static func fitting(_ width: Int, _ height: Int) -> (width: Int, height: Int)? {
        let longest = max(width, height)
        guard longest > most else { return nil }
        return (max(1, width * most / longest), max(1, height * most / longest))
    }
}

extension ColorImage {
    fileprivate var fitting: ColorImage {
        PageSize.fitting(width, height).map { resized(width: $0.width, height: $0.height) } ?? self
    }
}

extension GrayImage {
    fileprivate var fitting: GrayImage {
        PageSize.fitting(width, height).map { resized(width: $0.width, height: $0.height) } ?? self
    }
}
