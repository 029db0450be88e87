import Foundation
import Imaging
import TestSupport
import Testing

@Suite("The lessons on pictures, on a picture of one's own", .limited)
struct OwnPictureTests {
    /// Stripes of three colours, 200 pixels wide and 160 high.
    private func put(_ name: String, darker: UInt8 = 0, width: Int = 200, height: Int = 160, in folder: URL) throws {
        var image = ColorImage(width: width, height: height)
        for row in 0..<height {
            for column in 0..<width {
                image[row, column] =
                    (row + column) / 20 % 2 == 0
                    ? .init(red: 230 - darker, green: 200, blue: 40) : .init(red: 20, green: 60, blue: 120)
            }
        }
        try Data(PNG.encode(image)).write(to: folder.appending(path: name))
    }

    private func page(_ path: String, in folder: URL) throws -> String {
        try String(contentsOf: folder.appending(path: "Output/\(path)"), encoding: .utf8)
    }

    @Test("pages show it and say so; sentences on the elephant and its house step aside")
    func shown() throws {
        try withFolder { folder in
            try put("stripes.png", in: folder)
            let run = try CommandRun(
                "lesson", "pixels", "kernels", "edges", "gradients", "pooling", "--image", "stripes.png", in: folder)
            #expect(run.status == 0, "\(run.errors)")
            for (language, words) in [
                ("en", (notice: "Own picture", absent: ["elephant", "house", " sun", "balloon", "grass"])),
                ("es", (notice: "Imagen propia", absent: ["elefante", "la casa", "del sol", "globo", "hierba"])),
            ] {
                for lesson in ["pixels", "kernels", "edges", "gradients", "pooling"] {
                    let text = try page("\(language)/\(lesson).html", in: folder)
                    #expect(text.contains(words.notice), "\(language)/\(lesson)")
                    let main = text.components(separatedBy: "<main").last ?? ""
                    for word in words.absent { #expect(!main.contains(word), "\(language)/\(lesson): \(word)") }
                }
            }
            let results = try page("results/pixels.json", in: folder)
            #expect(results.contains("\"width\" : 200") || results.contains("\"width\":200"), "\(results)")
        }
    }

    @Test("a figure that shows it says so at its foot; one that shows none of it does not")
    func labels() throws {
        try withFolder { folder in
            try put("stripes.png", in: folder)
            func svg(_ figure: String, _ more: String...) throws -> String {
                let run = try CommandRun(
                    arguments: ["figures", "pixels/\(figure)", "--format", "svg", "--text", "--lang", "en"] + more,
                    in: folder)
                #expect(run.status == 0, "\(run.errors)")
                let path = run.output.split(separator: "\n").first.map(String.init) ?? ""
                return try String(contentsOfFile: path, encoding: .utf8)
            }
            #expect(try svg("profile", "--image", "stripes.png", "--output", "a").contains("Own picture"))
            #expect(try !svg("window", "--image", "stripes.png", "--output", "b").contains("Own picture"))
            #expect(try !svg("profile", "--output", "c").contains("Own picture"))
        }
    }

    @Test("what was shown on one picture doesn't mix with another")
    func mixed() throws {
        try withFolder { folder in
            try put("stripes.png", in: folder)
            try put("others.png", darker: 9, in: folder)
            #expect(try CommandRun("lesson", "edges", "--image", "stripes.png", in: folder).status == 0)
            for words in [["lesson", "kernels"], ["lesson", "kernels", "--image", "others.png"]] {
                let run = try CommandRun(arguments: words, in: folder)
                #expect(run.status == 64 && run.errors.contains("with a picture that is not this one"), "\(run.errors)")
            }
            let same = try CommandRun("lesson", "kernels", "--image", "stripes.png", in: folder)
            #expect(same.status == 0, "\(same.errors)")
            let own = try CommandRun("lesson", "kernels", "--image", "course", "--output", "Other", in: folder)
            #expect(own.status == 0, "\(own.errors)")
            #expect(
                try String(contentsOf: folder.appending(path: "Other/en/kernels.html"), encoding: .utf8)
                    .contains("house"))
        }
    }

    @Test("course.json names it as well")
    func configured() throws {
        try withFolder { folder in
            try put("stripes.png", in: folder)
            try Data(#"{"image": "stripes.png"}"#.utf8).write(to: folder.appending(path: "course.json"))
            #expect(try CommandRun("lesson", "edges", in: folder).status == 0)
            #expect(try page("en/edges.html", in: folder).contains("Own picture"))
        }
    }

    @Test(
        "what can't be shown is refused before anything is computed",
        arguments: [
            ("strips.png", "strips.png", "stripes.png"), ("small.png", "small.png", "120 on each side"),
            ("text.png", "text.png", "PNG, JPEG, WebP, HEIC"),
        ])
    func refused(name: String, file: String, reason: String) throws {
        try withFolder { folder in
            try put("stripes.png", in: folder)
            try put("small.png", width: 200, height: 100, in: folder)
            try Data("no picture at all".utf8).write(to: folder.appending(path: "text.png"))
            let run = try CommandRun("lesson", "cnn", "edges", "--image", name, in: folder)
            #expect(run.status == 1 && run.errors.contains(file) && run.errors.contains(reason), "\(run.errors)")
            #expect(!run.errors.contains("epoch"))
            #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "Output").path))
        }
    }

    @Test("a figure shows what the last report showed, and says so where that has changed or gone")
    func lastReport() throws {
        try withFolder { folder in
            try put("stripes.png", in: folder)
            let store = folder.appending(path: "store")
            try FileManager.default.createDirectory(at: store, withIntermediateDirectories: true)
            let last: [String: Any] = [
                "seed": 1, "isQuick": true, "digitsOrigin": ["drawingSeed": 1], "garmentsOrigin": ["drawingSeed": 1],
                "picture": ["path": folder.appending(path: "stripes.png").path, "identity": "another"],
            ]
            try JSONSerialization.data(withJSONObject: last).write(to: store.appending(path: "last-report.json"))
            let words = [
                "figures", "pixels/profile", "--store", store.path, "--format", "svg", "--text", "--lang", "en",
            ]
            let run = try CommandRun(arguments: words + ["--output", "a"], in: folder)
            #expect(run.status == 0 && run.errors.contains("has changed since the last report"), "\(run.errors)")
            let path = run.output.split(separator: "\n").first.map(String.init) ?? ""
            #expect(try String(contentsOfFile: path, encoding: .utf8).contains("Own picture"))
            try FileManager.default.removeItem(at: folder.appending(path: "stripes.png"))
            let gone = try CommandRun(arguments: words + ["--output", "b"], in: folder)
            #expect(gone.status == 0 && gone.errors.contains("--image names another"), "\(gone.errors)")
        }
    }
}
