import Datasets
import Figures
import Foundation
import Imaging
import Languages
import Lessons
import NeuralNetwork
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Notebook

@Suite("Networks in a lesson that is its documents alone", .limited)
struct NetworkBlockTests {
    private static let front = """
        ---
        title: Week 3
        question: What has it learnt?
        goals: [Train a network]
        minutes: 5
        ---

        """

    private static let convolution = """
        { "data": "mnist",
          "layers": [
            { "layer": "Conv2D", "filters": 3, "kernel": 3, "activation": "relu" },
            { "layer": "MaxPooling2D", "size": 4 },
            { "layer": "Conv2D", "filters": 2, "kernel": 3, "activation": "relu" },
            { "layer": "Flatten" },
            { "layer": "Dense", "units": 10, "activation": "softmax" }],
          "loss": "categoricalCrossEntropy", "optimizer": { "kind": "adam" }, "epochs": 2, "batch": 16,
          "validation": 0.25 }
        """

    private static let cleaner = """
        { "data": "fashion-mnist", "noise": { "kind": "gaussian", "deviation": 0.3 },
          "layers": [
            { "layer": "Flatten" },
            { "layer": "Dense", "units": 12, "activation": "relu" },
            { "layer": "Dense", "units": 784, "activation": "sigmoid" }],
          "loss": "binaryCrossEntropy", "optimizer": { "kind": "adam" }, "epochs": 1, "batch": 16 }
        """

    private static func block(_ line: String, caption: String = "Look.") -> String {
        ":::{\(line)\n---\ntitle: A figure\nalt: A figure.\n---\n\(caption)\n:::\n\n"
    }

    /// The units that a course computes.
    private final class Computed: Sendable {
        let names = Mutex<[String]>([])

        var reporter: Reporter {
            Reporter(
                say: { _ in }, warn: { _ in }, progress: { _ in },
                unit: { event in
                    if case .began(let name) = event { self.names.withLock { $0.append(name) } }
                })
        }
    }

    /// A folder with networks, a digit and lessons.
    private struct Place {
        let folder: URL

        func write(_ text: String, as name: String) throws {
            let url = folder.appending(path: "own").appending(path: name)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }

        func curriculum(_ lessons: [String: String]) throws -> Curriculum {
            var files: [String: String] = [:]
            for (id, body) in lessons { files["\(id).en.md"] = front + body }
            return try .course(with: Curriculum.carriedDocuments(with: files), in: folder.appending(path: "own"))
        }

        func page(
            _ body: String, settings: RunSettings = .sketch, telling computed: Computed? = nil
        ) throws -> Page {
            let curriculum = try curriculum(["week3": body])
            let course = Course(
                settings: settings, store: ResultStore(folder: folder.appending(path: "store")), threads: 2,
                reporter: computed?.reporter ?? .silent)
            return try curriculum.page(at: curriculum.index(of: "week3"), using: course)
        }
    }

    private func inPlace(_ body: (Place) throws -> Void) throws {
        try withFolder { folder in
            let place = Place(folder: folder)
            try place.write(Self.convolution, as: "net.json")
            try place.write(Self.cleaner, as: "nets/clean_up.json")
            try place.write("{ \"data\": \"mnist\",\n  \"layer\": [] }", as: "wrong.json")
            var digit = GrayImage(width: 60, height: 60, repeating: 255)
            for row in 10..<50 { for column in 28..<33 { digit[row, column] = 0 } }
            try Data(PNG.encode(digit)).write(to: folder.appending(path: "own/digit.png"))
            try Data(PNG.encode(GrayImage(width: 9, height: 9, repeating: 9))).write(
                to: folder.appending(path: "own/blank.png"))
            try body(place)
        }
    }

    private func words(_ figure: FigureCell) -> String { figure.caption.text(in: NumberFormat(.en)) }

    @Test("all figures of one network come of one training, and a second page computes nothing")
    func everyFigure() throws {
        try inPlace { place in
            let shows = ["curves", "confusion", "mistakes", "filters", "maps1", "maps2"]
            let body = shows.map { Self.block("train} net.json show=\($0)") }.joined()
            let computed = Computed()
            let page = try place.page(body, telling: computed)
            #expect(page.figures.map(\.id) == shows.map { "net-\($0)" })
            #expect(computed.names.withLock { $0 } == ["train/net.json", "train/net.json/results"])
            let renderer = FigureRenderer(format: NumberFormat(.es), dpi: 40)
            for cell in page.figures {
                #expect(try !renderer.transcript(cell.figure(), title: cell.title).texts.joined().contains("⟨"))
            }
            #expect(try page.figures[0].figure() is Curves)
            #expect(try page.figures[1].figure() is ConfusionChart)
            let again = Computed()
            _ = try place.page(Self.block("train} net.json id=other show=filters"), telling: again)
            #expect(again.names.withLock { $0 } == [])
            // Blanks in the file change nothing, an epoch more does.
            try place.write(Self.convolution.replacing("\n", with: "\n\n"), as: "net.json")
            _ = try place.page(Self.block("train} ./net.json"), telling: again)
            #expect(again.names.withLock { $0 } == [])
            try place.write(Self.convolution.replacing("\"batch\": 16", with: "\"batch\": 8"), as: "net.json")
            _ = try place.page(Self.block("train} net.json"), telling: again)
            #expect(again.names.withLock { $0.count } == 2)
        }
    }

    @Test("maps behind ReLU are shown from nothing up, those of a layer without it around zero")
    func signs() throws {
        try inPlace { place in
            func isSigned(_ block: String) throws -> Set<Bool> {
                let page = try place.page(Self.block(block))
                let grid = try #require(try page.figures.first?.figure() as? ImageGrid)
                return Set(grid.items.map { if case .signed = $0.picture { true } else { false } })
            }
            #expect(try isSigned("train} net.json show=maps1") == [false])
            let linear = Self.convolution.replacing(
                "\"kernel\": 3, \"activation\": \"relu\" },\n    { \"layer\": \"Max",
                with: "\"kernel\": 3 },\n    { \"layer\": \"Max")
            #expect(linear != Self.convolution)
            try place.write(linear, as: "linear.json")
            #expect(try isSigned("train} linear.json show=maps1").contains(true))
        }
    }

    @Test("its numbers are slots and results, once for all blocks of the file")
    func slots() throws {
        try inPlace { place in
            let caption =
                "{net_parameters} parameters, {net_epochs, plural, one {# epoch} other {# epochs}} of {net_images} images, "
                + "{net_testCount} tests: {net_right} right and {net_wrong} wrong, {net_accuracy, number, percent}, loss "
                + "{net_loss, number, ::.00}, {net_trainingLoss, number, ::.00}."
            let page = try place.page(
                Self.block("train} net.json", caption: caption) + "Right {net_accuracy, number, percent}.\n\n"
                    + Self.block("train} net.json show=confusion"))
            // 3 kernels of 3 x 3, 2 of 3 x 3 x 3, 4 x 4 x 2 numbers to ten classes.
            let parameters = 3 * 9 + 3 + 2 * 27 + 2 + 32 * 10 + 10
            let text = words(page.figures[0])
            // A sketch sees eighty images once, of which a quarter is held back.
            #expect(text.hasPrefix("\(parameters) parameters, 1 epoch of 60 images, 200 tests: "), "\(text)")
            let results = try JSONEncoder().encode(page.results)
            let numbers = try #require(try JSONSerialization.jsonObject(with: results) as? [String: Any])
            let accuracy = try #require(numbers["net.accuracy"] as? Double)
            let right = try #require(numbers["net.right"] as? Int)
            #expect(numbers["net.parameters"] as? Int == parameters && accuracy == Double(right) / 200)
            #expect(text.contains(" \(right) right and \(200 - right) wrong"), "\(text)")
        }
    }

    @Test("a network that gives back pictures shows those, and has no accuracy")
    func cleaner() throws {
        try inPlace { place in
            let page = try place.page(
                Self.block(
                    "train} nets/clean_up.json show=cleaned",
                    caption: "{clean_up_meanSquaredError, number, ::.0000}, {clean_up_testCount}."))
            #expect(page.figures.map(\.id) == ["clean-up-cleaned"])
            #expect(try page.figures[0].figure() is ImageGrid)
            #expect(page.notices == [.drawnGarments, .quick])
            let error = caught((any Error).self) {
                try place.page(Self.block("train} nets/clean_up.json", caption: "{clean_up_accuracy, number, percent}"))
            }
            #expect("\(error as Any)".contains("week3.en.md:12:"), "\(error as Any)")
        }
    }

    @Test("the page says that the run was quick, and on which data")
    func notices() throws {
        try inPlace { place in
            let page = try place.page(Self.block("train} net.json"))
            #expect(page.notices == [.drawnDigits, .quick])
            #expect(try place.page("Only text.").notices == [])
            let asked = try place.page(Self.block("classify} one image=digit.png net=net.json"))
            #expect(asked.notices == [.drawnDigits, .quick])
        }
    }

    @Test("two lessons that name a file train it once; what they need is planned, each unit once")
    func shared() throws {
        try inPlace { place in
            let curriculum = try place.curriculum([
                "week3": Self.block("train} net.json") + Self.block("classify} one image=digit.png net=net.json"),
                "week4": Self.block("train} net.json show=filters") + Self.block("classify} one image=digit.png"),
            ])
            #expect(try curriculum.units(of: "week3").map(\.name) == ["train/net.json", "train/net.json/results"])
            let plan = curriculum.plan(for: .sketch)
            #expect(plan.count { $0.unit == "train/net.json" } == 1)
            let results = try #require(plan.first { $0.unit == "train/net.json/results" })
            #expect(results.needs == plan.filter { $0.unit == "train/net.json" }.map(\.key))
            #expect(plan.count { $0.unit == "train/compact" } == 1, "the course's own network is asked, and no other")
            let forecast = try Forecast(
                of: curriculum.units(of: "week3"),
                using: Course(settings: .sketch, store: ResultStore(folder: place.folder), threads: 1))
            #expect(forecast.models == ["net"] && forecast.seconds > 0)
        }
    }

    @Test("a network is asked what is on a picture: of the course, of a file, of weights")
    func classify() throws {
        try inPlace { place in
            let network = try Network(CourseModels.baseline.model, seed: 1).parameters
            try Data(Safetensors(network, metadata: ["model": "baseline"]).encoded()).write(
                to: place.folder.appending(path: "own/w.safetensors"))
            let caption = "It is {one_class}, {one_probability, number, percent}, {one_width} by {one_height}."
            for from in ["net=net.json", "weights=w.safetensors", "model=baseline"] {
                let page = try place.page(Self.block("classify} one image=digit.png \(from)", caption: caption))
                #expect(try page.figures[0].figure() is ProbabilityBars)
                let results = try JSONEncoder().encode(page.results)
                let numbers = try #require(try JSONSerialization.jsonObject(with: results) as? [String: Any])
                let label = try #require(numbers["one.label"] as? Int)
                let text = words(page.figures[0])
                #expect(text.hasPrefix("It is \(label), ") && text.hasSuffix("28 by 28."), "\(text)")
                // Weights are what they are; nothing was trained for them.
                #expect(page.notices.contains(.quick) == !from.hasPrefix("weights"))
            }
        }
    }

    @Test(
        "what is wrong is told with file, line and what may have been meant",
        arguments: [
            ("train} nett.json", "net.json"), ("train} net.json show=confusoin", "confusion"),
            ("train} net.json show=cleaned", "there are curves, confusion"),
            ("train} nets/clean_up.json show=maps1", "curves"),
            ("train} wrong.json", "wrong.json:2:3: "), ("train} wrong.json", "did you mean layers?"),
            ("train} net.json epoch=3", "no use for “epoch”"), ("train} ../net.json", "leads out"),
            ("train} net", "no file of a network"), ("train}", "net.json"), ("train} net.json id=a/b", "no name"),
            ("classify} one image=digt.png", "digit.png"), ("classify} one", "image=photo.png"),
            ("classify} one image=digit.png model=compct", "compact"),
            ("classify} one image=digit.png net=nat.json", "net.json"),
            ("classify} one image=digit.png net=net.json model=cnn", "leave one"),
            ("classify} one image=digit.png weights=digit.png", "digit.png: "),
            ("classify} one image=digit.png model=denoising", "name another network"),
            ("classify} one image=blank.png net=net.json", "nothing stands out"),
        ])
    func faults(line: String, hint: String) throws {
        try inPlace { place in
            let error = caught((any Error).self) { try place.page(Self.block(line)) }
            let words = error.map { "\($0)" } ?? "no error"
            #expect(words.contains("week3.en.md:7:") && words.contains(hint), "\(words)")
        }
    }

    @Test(
        "a wrong network or figure is found before anything is computed; so are two files whose slots are called the same"
    )
    func early() throws {
        try inPlace { place in
            for line in [
                "train} wrong.json", "train} net.json show=cleaned", "classify} one image=digit.png net=wrong.json",
            ] {
                let error = caught((any Error).self) { try place.curriculum(["week3": Self.block(line)]) }
                #expect("\(error as Any)".contains("week3.en.md"), "\(error as Any)")
            }
            try place.write(Self.convolution, as: "nets/net.json")
            let error = caught((any Error).self) {
                try place.curriculum(["week3": Self.block("train} net.json") + Self.block("train} nets/net.json id=b")])
            }
            #expect("\(error as Any)".contains("begin with net_"), "\(error as Any)")
        }
    }

    @Test(
        "what else is wrong on the page is told before a network is trained",
        arguments: ["classify} one image=digt.png net=net.json", "convolve} one image=digit.png kernel=sobel-z"])
    func beforeTraining(line: String) throws {
        try inPlace { place in
            let computed = Computed()
            let error = caught((any Error).self) {
                try place.page(Self.block("train} net.json") + Self.block(line), telling: computed)
            }
            #expect("\(error as Any)".contains("week3.en.md:15:"), "\(error as Any)")
            #expect(computed.names.withLock { $0 } == [])
        }
    }

    @Test("slots that a network does not offer get the near miss")
    func slotFault() throws {
        try inPlace { place in
            let error = caught((any Error).self) {
                try place.page(Self.block("train} net.json", caption: "{net_acuracy, number, percent}"))
            }
            #expect("\(error as Any)".contains("net_accuracy"), "\(error as Any)")
        }
    }
}
