import Foundation
import Imaging
import TestSupport
import Testing

@Suite("Commands on a picture of one's own", .limited)
struct PictureCommandTests {
    /// A step from dark to bright in the middle, in colours.
    private static let step: ColorImage = {
        var image = ColorImage(width: 8, height: 6, repeating: .init(red: 10, green: 20, blue: 30))
        for row in 0..<6 { for column in 4..<8 { image[row, column] = .init(red: 200, green: 100, blue: 50) } }
        return image
    }()

    private func put(_ image: ColorImage, _ name: String, in folder: URL) throws {
        try Data(PNG.encode(image)).write(to: folder.appending(path: name))
    }

    private func picture(_ name: String, in folder: URL) throws -> ColorImage {
        try PNG.decode([UInt8](Data(contentsOf: folder.appending(path: name))))
    }

    @Test("convolve writes what the kernel answers, for each colour, under the picture's and the kernel's name")
    func convolve() throws {
        try withFolder { folder in
            try put(Self.step, "step.png", in: folder)
            let run = try CommandRun("convolve", "step.png", "--kernel", "sobel-x", in: folder)
            #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
            #expect(run.output.hasSuffix("/step-sobel-x.png\n"))
            let answer = try picture("step-sobel-x.png", in: folder)
            // Four times the step, clipped: 4·190, 4·80 and 4·20.
            #expect(answer[3, 3] == .init(red: 255, green: 255, blue: 80))
            #expect(answer[3, 1] == .black)
        }
    }

    @Test("a matrix, a divisor and a bias, on the brightness; the numbers go into a file")
    func values() throws {
        try withFolder { folder in
            try put(Self.step, "step.png", in: folder)
            let run = try CommandRun(
                "convolve", "step.png", "--kernel", "-1,0,1", "--divisor", "2", "--bias", "128", "--gray",
                "--values", "v.csv", "--output", "x.png", in: folder)
            #expect(run.status == 0, "\(run.errors)")
            let lines = try String(contentsOf: folder.appending(path: "v.csv"), encoding: .utf8).split(separator: "\n")
            // Brightness 18 (2.99 + 11.74 + 3.42) and 124 (59.8 + 58.7 + 5.7): 106 / 2 + 128 beside the step.
            #expect(lines.count == 6 && lines[0] == "128,128,128,181,181,128,128,128")
        }
    }

    @Test("--explain prints window, products and sum, and writes nothing")
    func explain() throws {
        try withFolder { folder in
            try put(Self.step, "step.png", in: folder)
            let run = try CommandRun(
                "convolve", "step.png", "--kernel", "sobel-x", "--gray", "--explain", "2,3", in: folder)
            #expect(run.status == 0, "\(run.errors)")
            for line in [
                "row 2, column 3; correlation with sobel-x, border replicate",
                " 18  18 124   -1  0  1   -18   0 124",
                " 18  18 124   -2  0  2   -36   0 248",
                "sum of products: 424",
            ] {
                #expect(run.output.contains(line), "\(run.output)")
            }
            #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "step-sobel-x.png").path))
        }
    }

    @Test("--explain tells each colour by its name")
    func explainColours() throws {
        try withFolder { folder in
            try put(Self.step, "step.png", in: folder)
            let run = try CommandRun("convolve", "step.png", "--kernel", "sobel-x", "--explain", "2,3", in: folder)
            let parts = run.output.components(separatedBy: "row 2, column 3")
            #expect(run.status == 0 && parts.count == 4, "\(run.errors)")
            // Four times 190, 80 and 20.
            for (index, word) in ["red, ", "green, ", "blue, "].enumerated() { #expect(parts[index].hasSuffix(word)) }
            for (index, sum) in [760, 320, 80].enumerated() {
                #expect(parts[index + 1].contains("sum of products: \(sum)\n"))
            }
        }
    }

    @Test("signed answers have one scale on both sides of zero")
    func signedScale() throws {
        try withFolder { folder in
            try put(Self.step, "step.png", in: folder)
            let run = try CommandRun(
                "convolve", "step.png", "--kernel", "-1", "--gray", "--negative", "signed", "--output", "s.png",
                in: folder)
            #expect(run.status == 0, "\(run.errors)")
            let answer = try picture("s.png", in: folder)
            // Brightness 18 and 124, below zero: a weak blue, and the deepest.
            let (weak, deep) = (answer[0, 0], answer[0, 7])
            #expect(weak.red > 180 && weak.red > deep.red && deep.blue > deep.red, "\(weak) \(deep)")
        }
    }

    @Test("what can't be an answer's place, a threshold or a picture is told as that")
    func clearRefusals() throws {
        try withFolder { folder in
            try put(Self.step, "step.png", in: folder)
            for (words, status, message) in [
                (["edges", "step.png", "--output", "step.png"], 1, "Not a directory"),
                (["edges", "step.png", "--low", "-5"], 64, "--low takes a magnitude from 0 to 10000, not -5"),
                (["edges", "step.png", "--low", "nan"], 64, "--low takes a magnitude from 0 to 10000, not nan"),
                (
                    ["edges", "step.png", "--low", "90", "--high", "60"], 64,
                    "--low is 90.0, over --high, which is 60.0"
                ),
                (["classify", "stp.png", "--quick"], 1, "did you mean step.png?"),
                (["convolve", "step.png", "--kernel", "1,2;3"], 64, "has one number where"),
            ] {
                let run = try CommandRun(arguments: words, in: folder)
                #expect(run.status == Int32(status) && run.errors.contains(message), "\(run.status) \(run.errors)")
            }
        }
    }

    @Test(
        "numbers follow the rule of pictures: replaced as the program wrote them, left alone once they were changed",
        arguments: ["v.csv", "v.npy"])
    func ownNumbers(file: String) throws {
        try withFolder { folder in
            try put(Self.step, "step.png", in: folder)
            try put(Self.step, "other.png", in: folder)
            func run(_ picture: String, _ kernel: String, _ more: String...) throws -> CommandRun {
                let words = ["convolve", picture, "--kernel", kernel, "--values", file, "--output", "\(picture).png"]
                return try CommandRun(arguments: words + more, in: folder)
            }
            let place = folder.appending(path: file)
            #expect(try run("step.png", "sobel-x").status == 0)
            let first = try Data(contentsOf: place)
            #expect(try run("step.png", "sobel-y").status == 0)
            let second = try Data(contentsOf: place)
            #expect(first != second)

            let other = try run("other.png", "sobel-x")
            #expect(other.status == 1 && other.errors.contains("\(file) (made of another picture)"), "\(other.errors)")
            try (second + Data([10])).write(to: place)
            let changed = try run("step.png", "sobel-x")
            #expect(
                changed.status == 1 && changed.errors.contains("name another file with --values"), "\(changed.errors)")
            #expect(changed.errors.contains("\(file) (changed since, or not written by this program)"))
            #expect(try Data(contentsOf: place) == second + Data([10]))
            #expect(try run("step.png", "sobel-x", "--force").status == 0)
            #expect(try Data(contentsOf: place) == first)
        }
    }

    @Test("answers to two pictures never share a file without a word, whatever made their names alike")
    func namesakes() throws {
        try withFolder { folder in
            try put(Self.step, "step.png", in: folder)
            // A file is read by its bytes, whatever its name says.
            var another = Self.step
            another[2, 2] = .white
            try put(another, "step.jpg", in: folder)
            let inner = folder.appending(path: "in")
            try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
            try put(another, "step.png", in: inner)
            for (command, file) in [
                ("convolve PICTURE --kernel sobel-x", "step-sobel-x.png"), ("pool PICTURE", "step-max-2.png"),
                ("edges PICTURE", "step-edges/canny.png"),
            ] {
                func run(_ picture: String, _ more: String...) throws -> CommandRun {
                    let words = command.replacing("PICTURE", with: picture).split(separator: " ").map(String.init)
                    return try CommandRun(arguments: words + more, in: folder)
                }
                let place = folder.appending(path: file)
                #expect(try run("step.png").status == 0)
                let first = try Data(contentsOf: place)
                // The same picture, by whatever way.
                #expect(try run("./in/../step.png").status == 0)
                for other in ["step.jpg", "in/step.png"] {
                    let refused = try run(other)
                    #expect(refused.status == 1 && refused.output.isEmpty, "\(refused.errors)")
                    #expect(refused.errors.contains("(made of another picture)"), "\(refused.errors)")
                    #expect(refused.errors.contains("with --output") && refused.errors.contains("--force"))
                    #expect(try Data(contentsOf: place) == first)
                }
                #expect(try run("step.jpg", "--output", file.hasSuffix("canny.png") ? "b" : "b-\(file)").status == 0)
                #expect(try run("in/step.png", "--force").status == 0)
            }
            let rule = "any other file stays, and so does what was made of another picture, unless --force is given."
            for command in ["convolve", "edges", "pool", "classify"] {
                let help = try CommandRun(command, "--help", in: folder).output
                #expect(help.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(rule), "\(command)")
            }
        }
    }

    @Test("two matrices have two default names")
    func matrices() throws {
        try withFolder { folder in
            try put(Self.step, "step.png", in: folder)
            let runs = try ["0,1,0", "1,0,1", "1;0;1"].map {
                try CommandRun("convolve", "step.png", "--kernel", $0, in: folder)
            }
            #expect(runs.allSatisfy { $0.status == 0 } && Set(runs.map(\.output)).count == 3)
            #expect(runs[0].output.contains("/step-1x3-") && runs[2].output.contains("/step-3x1-"))
        }
    }

    @Test("pool makes windows pixels")
    func pool() throws {
        try withFolder { folder in
            try put(Self.step, "step.png", in: folder)
            let run = try CommandRun("pool", "step.png", "--size", "3", "--kind", "max", in: folder)
            #expect(run.status == 0 && run.output.hasSuffix("/step-max-3.png\n"), "\(run.errors)")
            let answer = try picture("step-max-3.png", in: folder)
            #expect(answer.width == 2 && answer.height == 2)
            #expect(answer[0, 0] == .init(red: 10, green: 20, blue: 30))
            #expect(answer[0, 1] == .init(red: 200, green: 100, blue: 50))
        }
    }

    @Test("edges writes three pictures of the picture's size and three figures a language")
    func edges() throws {
        try withFolder { folder in
            try put(Self.step, "step.png", in: folder)
            let run = try CommandRun("edges", "step.png", "--low", "20", "--high", "60", "--sigma", "0", in: folder)
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.output.split(separator: "\n").count == 9)
            let canny = try picture("step-edges/canny.png", in: folder)
            #expect(canny.width == 8 && canny.height == 6)
            // One line, a pixel wide, from top to bottom.
            for row in 0..<6 { #expect((0..<8).count { canny[row, $0] == .white } == 1) }
            let magnitude = try picture("step-edges/magnitude.png", in: folder)
            #expect(magnitude[2, 3] == .white && magnitude[2, 0] == .black)
            let again = try CommandRun("edges", "step.png", "--low", "30", "--high", "60", in: folder)
            #expect(again.status == 0, "\(again.errors)")
        }
    }

    @Test("edges without a picture names the lesson")
    func lesson() throws {
        try withFolder { folder in
            let run = try CommandRun("edges", in: folder)
            #expect(run.status == 64 && run.errors.contains("course lesson edges"), "\(run.errors)")
        }
    }

    @Test("a picture of ours is replaced, an edited or a foreign one and the picture itself are not")
    func ownership() throws {
        try withFolder { folder in
            try put(Self.step, "step.png", in: folder)
            func run(_ more: String...) throws -> CommandRun {
                try CommandRun(
                    arguments: ["convolve", "step.png", "--output", "out.png", "--kernel"] + more, in: folder)
            }
            #expect(try run("sobel-x").status == 0)
            #expect(try run("sobel-y").status == 0)
            let place = folder.appending(path: "out.png")
            let edited = try Data(contentsOf: place) + Data([0])
            try edited.write(to: place)
            let refused = try run("sobel-x")
            #expect(refused.status == 1 && refused.errors.contains("in the way"), "\(refused.errors)")
            #expect(try Data(contentsOf: place) == edited)
            #expect(try run("sobel-x", "--force").status == 0)
            let itself = try CommandRun(
                "convolve", "step.png", "--kernel", "sobel-x", "--output", "step.png", "--force", in: folder)
            #expect(itself.status == 64 && itself.errors.contains("the picture itself"), "\(itself.errors)")
            #expect(try picture("step.png", in: folder) == Self.step)
        }
    }

    @Test("the same bytes at any number of threads")
    func threads() throws {
        try withFolder { folder in
            try put(Self.step, "step.png", in: folder)
            var files: [Data] = []
            for count in ["1", "5"] {
                let run = try CommandRun(
                    "convolve", "step.png", "--kernel", "gaussian5", "--threads", count, "--values", "v\(count).npy",
                    "--output", "o\(count).png", in: folder)
                #expect(run.status == 0, "\(run.errors)")
                files += try ["v\(count).npy", "o\(count).png"].map { try Data(contentsOf: folder.appending(path: $0)) }
            }
            #expect(files[0] == files[2] && files[1] == files[3])
        }
    }

    @Test(
        "what can't be done is said, and nothing is written",
        arguments: [
            ("convolve none.png --kernel sobel-x", 1, "none.png"),
            ("convolve text.png --kernel sobel-x", 1, "text.png: "),
            ("convolve step.png --kernel sobelx", 64, "sobel-x"),
            ("convolve step.png --kernel 1,2;3", 64, "row 2"),
            ("convolve step.png --kernel sobel-x --border mirror", 64, "reflect"),
            ("convolve step.png --kernel sobel-x --divisor 0", 64, "--divisor"),
            ("convolve step.png --kernel sobel-x --explain 6,0", 1, "rows 0 to 5"),
            ("convolve step.png --kernel sobel-x --explain a,b", 64, "20,31"),
            ("convolve step.png --kernel sobel-x --output x.jpg", 64, ".png"),
            ("convolve step.png --kernel sobel-x --values x.txt", 64, ".npy"),
            ("pool step.png --size 7", 1, "7 x 7"),
            ("pool step.png --size 0", 64, "--size"),
            ("pool step.png --kind mean", 64, "average"),
            ("edges step.png --low 9 --high 3", 64, "--high"),
            ("edges step.png --sigma 99", 64, "--sigma"),
        ])
    func refused(line: String, status: Int32, words: String) throws {
        try withFolder { folder in
            try put(Self.step, "step.png", in: folder)
            try Data("a picture".utf8).write(to: folder.appending(path: "text.png"))
            let before = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            let run = try CommandRun(arguments: line.split(separator: " ").map(String.init), in: folder)
            #expect(run.status == status && run.errors.contains(words), "\(run.status) \(run.errors)")
            #expect(run.output.isEmpty)
            let after = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            #expect(after.filter { !$0.hasPrefix("store") } == before.filter { !$0.hasPrefix("store") })
        }
    }
}
