import Datasets
import Drawing
import Figures
import Imaging
import Languages
import NeuralNetwork
import Notebook
import Tensors
import TestSupport
import Testing

@testable import Lessons

@Suite("What captions claim is in the pictures of the lessons", .limited)
struct ShownLessonTests {
    private let english = FigureRenderer(format: NumberFormat(.en))

    private func withCourse(_ body: (Course) throws -> Void) throws {
        try body(Sketched.course)
    }

    // MARK: Windows

    @Test("the window that is enlarged has edges of both directions, in the course's picture and in a plain one")
    func window() throws {
        try withCourse { course in
            let gray = try course.grayScene
            let gradient = Gradient(of: gray, border: .replicate)
            let detail = Detail.richest(in: gray)
            #expect(detail.rows.count == 12 && detail.columns.count == 20)
            func strong(_ map: GrayImage) -> Int {
                detail.rows.reduce(0) { count, row in count + detail.columns.count { abs(map[row, $0]) > 200 } }
            }
            #expect(strong(gradient.horizontal) > 10 && strong(gradient.vertical) > 10)
        }
        let plain = GrayImage(width: 8, height: 5, repeating: 7)
        #expect(Detail.richest(in: plain) == Detail(rows: 0..<5, columns: 0..<8))
    }

    @Test("each rule invents other pixels around the corner: none, black, the outermost, the mirrored ones")
    func borders() throws {
        let detail = GrayImage(rows: (0..<20).map { row in (0..<20).map { Float(row * 10 + $0) + 5 } })
        let corners = Border.allCases.map { Kernels.corner(of: detail, border: $0, reach: 4) }
        let pictures = Dictionary(uniqueKeysWithValues: zip(Border.allCases, corners.map(\.picture)))
        let (valid, zero, replicate, reflect) = try (
            #require(pictures[.valid]), #require(pictures[.zero]), #require(pictures[.replicate]),
            #require(pictures[.reflect])
        )
        #expect(valid == detail.cropped(row: 0, column: 0, width: 12, height: 9))
        #expect(zero[0, 9] == 0 && zero[3, 3] == 0)
        #expect(replicate[0, 9] == detail[0, 5] && replicate[3, 3] == detail[0, 0])
        #expect(reflect[0, 9] == detail[4, 5] && reflect[3, 3] == detail[1, 1])
        // Within the frame all show the same pixels, the real ones.
        for picture in [zero, replicate, reflect] {
            #expect(picture.cropped(row: 4, column: 4, width: 12, height: 9) == valid)
        }
        #expect(corners.map { $0.frames.map(\.rows) } == [[0..<9], [4..<13], [4..<13], [4..<13]])
    }

    @Test("what the blur leaves of a window is lighter in the dark and darker in the light, by twenty levels and more")
    func blur() throws {
        try withCourse { course in
            let gray = try course.grayScene
            let detail = Detail.richest(in: gray)
            let blurred = gray.correlated(with: .boxBlur, border: .replicate)
            let changes = detail.rows.flatMap { row in detail.columns.map { blurred[row, $0] - gray[row, $0] } }
            #expect(changes.count { $0 > 20 } > 10 && changes.count { $0 < -20 } > 10)
        }
    }

    @Test("an edge is a line of orange beside a line of blue in the enlarged window of the Laplacian")
    func pairs() throws {
        try withCourse { course in
            let gray = try course.grayScene
            let edges = gray.correlated(with: .laplacian8, border: .replicate)
            let detail = Detail.richest(in: gray)
            let pairs = detail.rows.reduce(0) { count, row in
                count
                    + detail.columns.dropLast().count {
                        edges[row, $0] * edges[row, $0 + 1] < 0
                            && min(abs(edges[row, $0]), abs(edges[row, $0 + 1])) > 60
                    }
            }
            #expect(pairs > 10)
        }
    }

    @Test("the outline of a cloud has every direction, none of them dim; the sun's, where one was sent before, has not")
    func cloud() throws {
        try withCourse { course in
            let gradient = Gradient(of: try course.grayScene, border: .replicate)
            let (angle, magnitude) = (gradient.angle, gradient.magnitude)
            let visible = magnitude.strongValue
            /// The brightest of each of eight directions, 0 to 1, in a part of the picture.
            func brightness(_ rows: Range<Int>, _ columns: Range<Int>) -> [Float] {
                var found = [Float](repeating: 0, count: 8)
                for row in rows {
                    for column in columns {
                        let turn = (Double(angle[row, column]) + .pi) / (2 * .pi)
                        let sector = Int(turn * 8) % 8
                        found[sector] = max(found[sector], min(1, magnitude[row, column] / visible))
                    }
                }
                return found.map { $0.squareRoot() }
            }
            let (cloud, sun) = (brightness(14..<56, 10..<84), brightness(28..<92, 378..<440))
            let (dimmest, dimmestOfSun) = try (#require(cloud.min()), #require(sun.min()))
            #expect(dimmest > 0.6)
            #expect(dimmest > dimmestOfSun + 0.1)
        }
    }

    @Test("in the window of Canny's steps weak pixels are given up and others kept, and lines have grown thin")
    func canny() throws {
        try withCourse { course in
            let gray = try course.grayScene
            let steps = Canny(of: gray, low: 40, high: 110)
            let detail = Gradients.window(of: steps, in: gray)
            func count(_ isThere: (Int, Int) -> Bool) -> Int {
                detail.rows.reduce(0) { sum, row in sum + detail.columns.count { isThere(row, $0) } }
            }
            let kept = count { steps.edges[$0, $1] > 0 }
            let candidates = count { steps.classified[$0, $1] > 0 }
            #expect(kept > 20 && candidates - kept > 20)
            let magnitude = steps.gradient.magnitude
            #expect(count { magnitude[$0, $1] > 40 } > candidates)
        }
    }

    // MARK: Distributions

    @Test("where every level is equally frequent, every bar is equally high")
    func bars() throws {
        let counts = LevelBins.counts(of: Array(repeating: 7, count: 256))
        #expect(counts == Array(repeating: 28, count: 64))
        let figure = HistogramChart([.init(edges: LevelBins.edges(), counts: counts)])
        let theme = Theme.light
        let heights = try english.transcript(figure).marks.filter { $0.kind == .fill && $0.color == theme.input }
            .map(\.frame.height)
        #expect(heights.count == 64 && Set(heights).count == 1)
        #expect(LevelBins.edges(dividedBy: 255).last == 256.0 / 255)
    }

    @Test("equal shares of sets of different size stand equally high")
    func shares() throws {
        func images(_ counts: [Int]) -> LabeledImages {
            let labels = counts.enumerated().flatMap { Array(repeating: UInt8($0.offset), count: $0.element) }
            return LabeledImages(
                rows: 1, columns: 1, classes: counts.count, pixels: Array(repeating: 0, count: labels.count),
                labels: labels)
        }
        let survey = Survey(
            of: ImageDataset(source: RunSettings.sketch.digits, train: images([60, 120, 60]), test: images([1, 2, 1])))
        #expect(survey.shares.training == [25, 50, 25] && survey.shares.test == [25, 50, 25])
        let figure = survey.shares(
            of: ["a", "b", "c"].map { Localized(same: Phrase($0)) },
            names: (Localized(same: "training"), Localized(same: "test")), level: Localized(same: "equal"),
            valueName: Localized(same: "share"))
        let marks = try english.transcript(figure).marks
        let disks = marks.filter { $0.kind == .fill && $0.color == Theme.light.ink && $0.frame.width < 8 }
            .map(\.frame.midY).dropFirst()
        let rings = marks.filter { $0.kind == .stroke && $0.color == Theme.light.output }.map(\.frame.midY).dropFirst()
        #expect(disks.count == 3 && rings.count == 3)
        for (disk, ring) in zip(disks, rings) { #expect(abs(disk - ring) < 0.5) }
    }

    // MARK: Networks

    @Test("a walk follows one map: what pooling shows is the pooled form of the map at its left, in the same colours")
    func walk() throws {
        try withCourse { course in
            let network = try Network(CourseModels.cnn.model, seed: 3)
            let maps = try Maps(of: network, on: course.digits.test.prefix(20))
            let stations = Inside.stations(maps, picture: Localized(same: "digit")) { Localized(same: "map \($0)") }
            var shown: [(image: GrayImage, limit: Float?)] = []
            for station in stations.dropFirst().prefix(4) {
                guard case .magnitude(let image, let limit) = station.picture else {
                    Issue.record("a map is drawn as something else")
                    return
                }
                shown.append((image, limit))
            }
            for pair in [0, 2] {
                // The engine takes other sums where a pooling follows, so the last bits may differ.
                let pooled = shown[pair].image.maxPooled(window: 2, stride: 2)
                let difference = try #require(ImageDifference(shown[pair + 1].image, pooled))
                #expect(difference.largest < 1e-5 && (pooled.pixels.max() ?? 0) > 0.05)
                #expect(
                    shown[pair + 1].limit == shown[pair].limit && shown[pair].limit == shown[pair].image.pixels.max())
            }
            let labels = stations.compactMap { $0.label?.text(in: NumberFormat(.en)) }
            #expect(labels[1].split(separator: "\n").last == labels[2].split(separator: "\n").last)
            #expect(labels[3].split(separator: "\n").last == labels[4].split(separator: "\n").last)
        }
    }

    @Test("the kernels shown while they learn are the first, the last, and those of the same training in between")
    func learned() throws {
        try withCourse { course in
            let trained = try course.value(of: CNN.training)
            let learned = try course.value(of: LearnedKernels.measurement)
            #expect(trained.plan.epochs == 1)
            #expect(learned.moments.first?.step == 0)
            let fresh = try Network(CourseModels.cnn.model, seed: trained.plan.seed)
            for (network, moment) in [(fresh, learned.moments.first), (trained.network, learned.moments.last)] {
                let kernel = try #require(network.parameters["conv2d.kernel"])
                let third = try #require(moment).kernels[3]
                #expect(third == (0..<9).map { kernel.elements[$0 * 32 + 3] })
            }
            // After one epoch of one the kernels are those of the training, bit for bit: the steps were the same.
            let ends = learned.moments.suffix(2).map(\.kernels)
            #expect(ends.first == ends.last)
            #expect(learned.change > 0)
        }
        #expect(LearnedKernels.change(from: [[3, 4], [1, 0]], to: [[3, 9], [1, 0]]) == 0.5)
    }

    @Test("precision and recall have the intervals of their shares: wide where a class is rare")
    func intervals() {
        // A hundred images of the first class, ten of them taken for the second, and five of the second.
        let answers = Array(repeating: 0, count: 90) + Array(repeating: 1, count: 15)
        let images = LabeledImages(
            rows: 1, columns: 1, classes: 2, pixels: Array(repeating: 0, count: 105),
            labels: Array(repeating: 0, count: 100) + Array(repeating: 1, count: 5))
        let evaluation = Evaluation(
            loss: 0.1, Tensor([105, 2], answers.flatMap { $0 == 0 ? [1, 0] : [0, 1] }), of: images)
        #expect(evaluation.confusion == [[90, 10], [0, 5]])
        let (recall, precision) = (evaluation.recallIntervals[0], evaluation.precisionIntervals[1])
        // Wilson's interval of 90 of 100, as textbooks have it.
        #expect(abs(recall.lowerBound - 0.8256) < 1e-3 && abs(recall.upperBound - 0.9448) < 1e-3)
        #expect(precision.upperBound - precision.lowerBound > 2 * (recall.upperBound - recall.lowerBound))
    }
}
