import Foundation
import Imaging
import TestSupport
import Testing

@Suite("A lesson of one's own, without a compiler", .limited)
struct OwnLessonTests {
    private static let front = """
        ---
        title: Our school
        question: What is left of a wall?
        goals: [Find the edges of a photo]
        minutes: 10
        ---

        A wall is even, and its edge is not.

        """

    private static let blocks = """

        :::{convolve} wall image=photos/school.png kernel=sobel-x gray=yes negative=signed
        ---
        title: Only the wall's side is left
        alt: A grey picture, the kernel sobel-x, and one orange line.
        ---
        From {wall_minimum, number, integer} to {wall_maximum, number, integer}.
        :::

        :::{pool} small image=photos/school.png size=2 kind=max
        ---
        title: Half as wide
        alt: The picture and a smaller one.
        ---
        {small_width} pixels wide.
        :::

        """

    /// A folder with the lesson `week3` in `own`, and a photo beside it.
    private func folder(_ body: String, _ check: (URL) throws -> Void) throws {
        try withFolder { folder in
            let photos = folder.appending(path: "own/photos")
            try FileManager.default.createDirectory(at: photos, withIntermediateDirectories: true)
            var wall = ColorImage(width: 12, height: 8, repeating: .black)
            for row in 0..<8 { for column in 6..<12 { wall[row, column] = .init(red: 100, green: 100, blue: 100) } }
            try Data(PNG.encode(wall)).write(to: photos.appending(path: "school.png"))
            try Data((Self.front + body).utf8).write(to: folder.appending(path: "own/week3.en.md"))
            try check(folder)
        }
    }

    @Test("a document and a picture become a page with figures and numbers; another language says what it lacks")
    func lesson() throws {
        try folder(Self.blocks) { folder in
            let run = try CommandRun("lesson", "week3", "--documents", "own", in: folder)
            #expect(run.status == 0, "\(run.errors)")
            let page = try String(contentsOf: folder.appending(path: "Output/en/week3.html"), encoding: .utf8)
            // Four times the step of 100.
            #expect(page.contains("From 0 to 400.") && page.contains("6 pixels wide."))
            let spanish = try String(contentsOf: folder.appending(path: "Output/es/week3.html"), encoding: .utf8)
            #expect(spanish.contains("From 0 to 400."))
            for figure in ["wall", "small"] {
                let files = try FileManager.default.contentsOfDirectory(
                    atPath: folder.appending(path: "Output/figures/week3").path)
                #expect(files.contains { $0.hasPrefix(figure + ".") }, "\(files)")
            }
            let results = try Data(contentsOf: folder.appending(path: "Output/results/week3.json"))
            let numbers = try JSONSerialization.jsonObject(with: results) as? [String: Any]
            #expect(numbers?["wall.maximum"] as? Int == 400)
        }
    }

    @Test("it stands where course.yml puts it, and its figures can be drawn alone")
    func order() throws {
        try folder(Self.blocks) { folder in
            try Data("lessons: [pixels, week3]\n".utf8).write(to: folder.appending(path: "own/course.yml"))
            let list = try CommandRun("list", "--documents", "own", in: folder)
            #expect(list.status == 0, "\(list.errors)")
            let second = list.output.split(separator: "\n").first { $0.contains("week3") }
            #expect(second?.drop { $0 == " " }.hasPrefix("2") == true, "\(list.output)")
            let figure = try CommandRun(
                "figures", "week3/wall", "--documents", "own", "--lang", "en", "--output", "slides", in: folder)
            #expect(figure.status == 0 && figure.output.contains("week3/wall"), "\(figure.errors)")
        }
    }

    @Test(
        "a wrong picture, slot or block is told with file, line and near miss, and nothing is written",
        arguments: [
            ("school.png", "scool.png", "week3.en.md:10:", "school.png"),
            ("{small_width}", "{small_widht}", "week3.en.md:", "small_width"),
            ("{pool}", "{pol}", "week3.en.md:18:", "pool"),
        ])
    func faults(right: String, wrong: String, place: String, hint: String) throws {
        try folder(Self.blocks.replacingOccurrences(of: right, with: wrong)) { folder in
            let run = try CommandRun("lesson", "week3", "--documents", "own", in: folder)
            #expect(run.status == 1 && run.errors.contains(place) && run.errors.contains(hint), "\(run.errors)")
            #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "Output/en/week3.html").path))
        }
    }

    private static let network = """
        { "data": "mnist",
          "layers": [
            { "layer": "Conv2D", "filters": 2, "kernel": 5, "activation": "relu" },
            { "layer": "MaxPooling2D", "size": 4 },
            { "layer": "Flatten" },
            { "layer": "Dense", "units": 10, "activation": "softmax" }],
          "loss": "categoricalCrossEntropy", "optimizer": { "kind": "adam" }, "epochs": 40, "batch": 4 }
        """

    private static let trained = """

        :::{train} net.json show=confusion
        ---
        title: Who is taken for whom
        alt: A square of counts.
        ---
        {net_right} of {net_testCount} are right, {net_accuracy, number, percent}, after {net_epochs} epochs.
        :::

        :::{train} net.json show=filters
        ---
        title: What it looks for
        alt: Two squares of weights.
        ---
        {net_parameters} parameters.
        :::

        :::{classify} mine image=mine.png net=net.json
        ---
        title: What it says
        alt: A picture and two bars.
        ---
        It is {mine_class}, says the network.
        :::

        """

    /// A folder with own data in two classes under the name `two`, a network, a picture and a lesson on all of them.
    private func trained(_ check: (URL) throws -> Void) throws {
        try folder(Self.trained) { folder in
            try OwnPictures.write(15, to: folder.appending(path: "photos"), classes: 2, isGray: true)
            try Data(Self.network.utf8).write(to: folder.appending(path: "own/net.json"))
            let picture = OwnPictures.picture(1, 3, width: 112, height: 112)
            try Data(PNG.encode(picture)).write(to: folder.appending(path: "own/mine.png"))
            let made = try CommandRun("data", "import", "photos", "--as", "two", in: folder)
            #expect(made.status == 0, "\(made.errors)")
            try check(folder)
        }
    }

    @Test("a network beside the document is trained once, on the data of the run, and a figure later computes nothing")
    func networks() throws {
        try trained { folder in
            let words = ["--documents", "own", "--data", "two", "--quick"]
            let plan = try CommandRun(arguments: ["plan"] + words, in: folder)
            #expect(plan.output.contains("\"train/net.json\"") && plan.output.contains("\"--documents\""))
            #expect(plan.output.contains("train/net.json/results"), "\(plan.errors)")
            let dry = try CommandRun(
                arguments: ["figures", "week3/*", "--dry-run", "--json"] + words, in: folder)
            #expect(dry.status == 0 && dry.output.contains("train/net.json"), "\(dry.errors)")
            #expect(
                dry.errors.contains("1 training and 1 measurement") && dry.errors.contains("(net)"), "\(dry.errors)")

            let run = try CommandRun(arguments: ["lesson", "week3"] + words, in: folder)
            #expect(run.status == 0 && run.errors.contains("1 training and 1 measurement"), "\(run.errors)")
            let page = try String(contentsOf: folder.appending(path: "Output/en/week3.html"), encoding: .utf8)
            #expect(page.contains("6 are right") && page.contains("after 40 epochs"), "six pictures in the test")
            #expect(page.contains("It is “cross”") || page.contains("It is “circle”"))
            #expect(page.contains("own data") && page.contains("Quick run"), "whose they are, and how much was spent")
            let results = try Data(contentsOf: folder.appending(path: "Output/results/week3.json"))
            let numbers = try #require(try JSONSerialization.jsonObject(with: results) as? [String: Any])
            #expect(numbers["net.parameters"] as? Int == 2 * 25 + 2 + 2 * 36 * 2 + 2)

            let status = try CommandRun(arguments: ["status"] + words, in: folder)
            let states = status.output.split(separator: "\n").filter { $0.hasPrefix("train/net.json") }
            #expect(states.count == 2 && states.allSatisfy { $0.hasSuffix("stored") }, "\(status.output)")
            let figure = try CommandRun(
                arguments: ["figures", "week3/net-filters", "--stored-only", "--output", "slides"] + words, in: folder)
            #expect(figure.status == 0 && figure.output.contains("net-filters"), "\(figure.errors)")
            let list = try CommandRun("list", "--documents", "own", in: folder)
            #expect(list.output.contains("net-confusion net-filters mine"), "\(list.output)")

            let more = Self.network.replacing("\"epochs\": 40", with: "\"epochs\": 41")
            try Data(more.utf8).write(to: folder.appending(path: "own/net.json"))
            let stale = try CommandRun(arguments: ["status"] + words, in: folder)
            #expect(stale.output.contains("stale: configuration changed"), "\(stale.output)")
            let refused = try CommandRun(arguments: ["lesson", "week3", "--stored-only"] + words, in: folder)
            #expect(refused.status == 1 && refused.errors.contains("not stored: train/net.json"), "\(refused.errors)")
        }
    }

    @Test("each unit of such a lesson can be computed alone, by its key")
    func units() throws {
        try trained { folder in
            let words = ["--documents", "own", "--data", "two", "--quick"]
            let run = try CommandRun(arguments: ["run-unit", "train/net.json/results"] + words, in: folder)
            #expect(run.status == 0 && run.output.contains("train-net.json-results"), "\(run.errors)")
            let lesson = try CommandRun(arguments: ["lesson", "week3", "--stored-only"] + words, in: folder)
            #expect(lesson.status == 0, "\(lesson.errors)")
        }
    }

    @Test("a wrong network gets its place and that of the block, whatever is asked of the course")
    func wrongNetwork() throws {
        try trained { folder in
            let wrong = Self.network.replacing("\"filters\"", with: "\"filers\"")
            try Data(wrong.utf8).write(to: folder.appending(path: "own/net.json"))
            for words in [["lesson", "week3"], ["list"], ["check", "week3"]] {
                let run = try CommandRun(arguments: words + ["--documents", "own"], in: folder)
                #expect(run.status == 1, "\(words)")
                #expect(run.errors.contains("week3.en.md:10: error: net.json:3:"), "\(run.errors)")
                #expect(run.errors.contains("did you mean filters?"), "\(run.errors)")
            }
        }
    }

    @Test("course check sketches it, and finds nothing to mend in its networks")
    func check() throws {
        try trained { folder in
            let run = try CommandRun("check", "week3", "--documents", "own", in: folder)
            #expect(run.errors.contains("Pages: sketched"), "\(run.errors)")
            #expect(run.output.contains("something to try"), "what any lesson lacks is told")
            #expect(!run.output.contains("net-") && !run.output.contains("mine"), "\(run.output)")
        }
    }
}
