/// A small picture of what somebody wrote or drew, as data sets have it: bright on black, of one size.
///
/// The rule, in the order in which it is applied:
///
/// 1. Colours become grey, as everywhere in the course.
/// 2. The pixels of the border are paper; what they have in common (their median) is its brightness.
/// 3. Paper in the brighter half of the picture's own range means dark ink on light paper, as people write; then light
///    and dark change places. Ink is how far a pixel is from the paper.
/// 4. What is no farther from the paper than four times what half of the border is at most is paper too: grain, the shade
///    of a photo. The strongest ink counts as white.
/// 5. The smallest upright box around the ink is scaled so that its longer side fills the ``Frame``, each new pixel the
///    mean of the area that it covers.
/// 6. The box is placed so that the ``Frame``'s middle is the middle of the ink: its centre of mass, or that of the box.
public struct InkPicture: Equatable, Sendable {
    /// What the ink is brought to.
    public struct Frame: Hashable, Sendable {
        /// Rows and columns of the picture.
        public let side: Int
        /// What the longer side of the ink's box becomes.
        public let box: Int
        /// Whether the centre of mass is put in the middle, rather than that of the box.
        public let centresMass: Bool

        /// - Precondition: `box` is in 1...`side`.
        public init(side: Int, box: Int, centresMass: Bool) {
            precondition((1...side).contains(box), "a box of \(box) in \(side)")
            self.side = side
            self.box = box
            self.centresMass = centresMass
        }

        /// As MNIST was made: 20 x 20 within 28 x 28, by the centre of mass.
        /// Y. LeCun and others, *Gradient-Based Learning Applied to Document Recognition*, 1998.
        public static let digit = Frame(side: 28, box: 20, centresMass: true)

        /// As Fashion-MNIST was made: the longest edge becomes 28, and the middle stays.
        /// H. Xiao, K. Rasul, R. Vollgraf, *Fashion-MNIST*, 2017.
        public static let article = Frame(side: 28, box: 28, centresMass: false)
    }

    /// A picture in which there is nothing.
    public struct Blank: Error, Equatable, CustomStringConvertible {
        /// What is missing.
        public let description = "nothing stands out from its background: all of it is about as bright as its border"
    }

    /// 0 (paper) to 255 (ink), `side` by `side`.
    public let image: GrayImage
    /// Whether the picture was dark on light, so that light and dark have changed places.
    public let wasDarkOnLight: Bool

    /// Ink below this share of the strongest is no edge of the box: what is left of scaling and compressing.
    private static let faint: Float = 0.1
    /// The least difference from the paper that counts, as a share of white.
    private static let least: Float = 0.04

    /// - Throws: ``Blank`` where there is no ink.
    public init(_ picture: SourcePicture, frame: Frame) throws(Blank) {
        var ink = picture.brightness
        let border = ink.border.sorted()
        guard let range = ink.range, !border.isEmpty else { throw Blank() }
        let paper = border[border.count / 2]
        wasDarkOnLight = paper - range.lowerBound > range.upperBound - paper
        let sign: Float = wasDarkOnLight ? -1 : 1
        // Half of it, since a narrow page has ink at its border.
        let grain = border.map { abs($0 - paper) }.sorted()[(border.count - 1) / 2] * 4
        for index in ink.pixels.indices {
            let distance = sign * (ink.pixels[index] - paper)
            ink.pixels[index] = distance > grain ? distance : 0
        }
        let strongest = ink.pixels.max() ?? 0
        guard strongest >= Self.least else { throw Blank() }
        for index in ink.pixels.indices { ink.pixels[index] *= 255 / strongest }
        guard let box = ink.box(above: 255 * Self.faint) else { throw Blank() }
        image = ink.cropped(to: box).placed(in: frame)
    }
}

extension SourcePicture {
    /// How bright each pixel is, from 0 to 1; colours weighed as ``ColorImage/gray`` does.
    fileprivate var brightness: GrayImage {
        let weights: [Float] = channelCount == 1 ? [1] : [0.299, 0.587, 0.114]
        var gray = GrayImage(width: width, height: height)
        func add<Sample: PlaneSample>(_ planes: [Plane<Sample>], _ number: (Sample) -> Float) {
            for (plane, weight) in zip(planes, weights) {
                _ = plane.withRows { row, samples in
                    for column in 0..<width { gray.pixels[row * width + column] += weight * number(samples[column]) }
                }
            }
        }
        switch samples {
        case .bytes(let planes): add(planes) { Float($0) / 255 }
        case .words(let planes): add(planes) { Float($0) / 65_535 }
        }
        return gray
    }
}

/// An upright box of pixels.
private struct Box {
    let rows: ClosedRange<Int>
    let columns: ClosedRange<Int>
}

extension GrayImage {
    /// The outermost pixels: a fiftieth of the shorter side at each edge, at least one.
    fileprivate var border: [Float] {
        let thick = max(1, min(width, height) / 50)
        return (0..<height).flatMap { row -> [Float] in
            let line = pixels[row * width..<(row + 1) * width]
            if row < thick || row >= height - thick { return Array(line) }
            return Array(line.prefix(thick) + line.suffix(thick))
        }
    }

    /// The smallest box around all pixels above a value; nil where there are none.
    fileprivate func box(above value: Float) -> Box? {
        var (top, bottom, left, right) = (height, -1, width, -1)
        for row in 0..<height {
            for column in 0..<width where pixels[row * width + column] > value {
                (top, bottom) = (min(top, row), row)
                (left, right) = (min(left, column), max(right, column))
            }
        }
        return bottom < 0 ? nil : Box(rows: top...bottom, columns: left...right)
    }

    fileprivate func cropped(to box: Box) -> GrayImage {
        GrayImage(
            width: box.columns.count, height: box.rows.count,
            pixels: box.rows.flatMap {
                pixels[$0 * width + box.columns.lowerBound...$0 * width + box.columns.upperBound]
            })
    }

    /// The picture scaled and put on black as the frame says.
    fileprivate func placed(in frame: InkPicture.Frame) -> GrayImage {
        let longer = max(width, height)
        func scaled(_ extent: Int) -> Int { max(1, (2 * extent * frame.box + longer) / (2 * longer)) }
        // Repeated first, pixels are averaged where the box grows, too: a picture and its enlargement become the same.
        let fine = longer < frame.box ? enlarged(by: frame.box) : self
        let small = fine.resized(width: scaled(width), height: scaled(height))
        // MNIST's centres of mass lie in the middle of pixel 14 of 0 to 27: seen in 9,999 of its 10,000 test images.
        let middle = Float(frame.side) / 2 + (frame.centresMass ? 0.5 : 0)
        func start(_ centre: Float, _ extent: Int) -> Int {
            min(max(Int((middle - centre).rounded()), 0), frame.side - extent)
        }
        let centre = frame.centresMass ? small.centreOfMass : (Float(small.height) / 2, Float(small.width) / 2)
        let (top, left) = (start(centre.0, small.height), start(centre.1, small.width))
        var result = GrayImage(width: frame.side, height: frame.side)
        for row in 0..<small.height {
            for column in 0..<small.width { result[top + row, left + column] = min(small[row, column], 255) }
        }
        return result
    }

    /// The mean place of the ink, each pixel at its middle: row and column.
    private var centreOfMass: (Float, Float) {
        var (sum, rows, columns): (Double, Double, Double) = (0, 0, 0)
        for row in 0..<height {
            for column in 0..<width {
                let mass = Double(self[row, column])
                sum += mass
                rows += mass * (Double(row) + 0.5)
                columns += mass * (Double(column) + 0.5)
            }
        }
        return sum > 0 ? (Float(rows / sum), Float(columns / sum)) : (Float(height) / 2, Float(width) / 2)
    }
}
