import Foundation
import Imaging
import TestSupport
import Testing

@Suite("What course figures is told", .limited)
struct FigureOptionsTests {
    /// But for what the folder notes of them.
    private func files(below folder: URL) -> [String] {
        (FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? [])
            .filter { !$0.contains("manifest") && !FileManager.default.isDirectory(folder.appending(path: $0)) }
            .sorted()
    }

    @Test(
        "a mistyped value is a usage error that names the near miss",
        arguments: [
            (["--format", "pgn"], "png"), (["--theme", "darc"], "dark"), (["--theme", "proyector"], "projector"),
            (["--width", "wide"], "120mm"), (["--width", "3mm"], "40 to 1000 mm"), (["--width", "nanmm"], "120mm"),
            (["--dpi", "7"], "36 to 1200"), (["--font", "DejaVu Sens"], "DejaVu Sans"),
            (["--outlines"], "--format svg"), (["--fit", "16:10"], "16:9"), (["--fit", "fone"], "phone"),
            (["--fit", "1920x"], "1920x1080"), (["--fit", "0x90mm"], "120x90mm"),
            (["--fit", "9x9mm"], "40 to 1000 mm"),
            (["--fit", "4:3", "--width", "90mm"], "exclude"), (["--paper", "withe"], "white"),
            (["--paper", "white", "--theme", "dark"], "dark paper"),
            (["--transparent", "--paper", "white"], "exclude"),
            (["--outlines", "--text", "--format", "svg"], "exclude"),
        ])
    func nearMisses(arguments: [String], answer: String) throws {
        try withFolder { folder in
            let run = try CommandRun(arguments: ["figures", "edges/similar"] + arguments, in: folder)
            #expect(run.status == 64)
            #expect(run.errors.contains(answer), "\(run.errors)")
            #expect(run.output.isEmpty)
        }
    }

    @Test("a format, a theme, a width and a font give a file that has them")
    func formats() throws {
        try withFolder { folder in
            let pixels = try CommandRun(
                "figures", "edges/similar", "--lang", "en", "--width", "900px", "--theme", "projector", "--font",
                "dejavu sans", "--json", "--output", "a", in: folder)
            #expect(pixels.status == 0, "\(pixels.errors)")
            let list = try #require(
                try JSONSerialization.jsonObject(with: Data(pixels.output.utf8)) as? [[String: Any]])
            #expect(list.count == 1)
            #expect(list.first?["width"] as? Int == 900)
            #expect(list.first?["theme"] as? String == "projector")
            for (kind, start) in [("svg", "<?xml"), ("pdf", "%PDF-")] {
                let run = try CommandRun(
                    "figures", "edges/similar", "--lang", "es", "--format", kind, "--theme", "print", "--output", "a",
                    in: folder)
                #expect(run.status == 0, "\(run.errors)")
                let file = try Data(contentsOf: folder.appending(path: "a/edges/similar.es.print.\(kind)"))
                #expect(file.starts(with: Data(start.utf8)))
            }
            for (option, hasText) in [("--text", true), ("--outlines", false)] {
                let run = try CommandRun(
                    "figures", "edges/similar", "--lang", "es", "--format", "svg", option, "--output", "b", in: folder)
                #expect(run.status == 0, "\(run.errors)")
                let file = try String(contentsOf: folder.appending(path: "b/edges/similar.es.svg"), encoding: .utf8)
                #expect(file.contains("<text") == hasText)
                #expect(file.contains("font-family=\"Inter, DejaVu Sans\"") == hasText)
                #expect(file.contains("<title>") && file.contains("<desc>"))
            }
        }
    }

    @Test("a page too narrow for what stands side by side is told so, with the width that it needs")
    func narrow() throws {
        try withFolder { folder in
            let run = try CommandRun("figures", "kernels/overlay", "--width", "45mm", in: folder)
            #expect(run.status == 1)
            #expect(run.errors.contains("needs") && run.errors.contains("mm"), "\(run.errors)")
        }
    }

    @Test("one that is too narrow keeps none of the others from being drawn; the end lists what each needs")
    func misfits() throws {
        try withFolder { folder in
            let run = try CommandRun(
                "figures", "edges/*", "--width", "60mm", "--dpi", "60", "--output", "a", in: folder)
            #expect(run.status == 1)
            let drawn = files(below: folder.appending(path: "a"))
            #expect(run.output.split(separator: "\n").count == drawn.count && !drawn.isEmpty, "\(run.output)")
            let lines = run.errors.split(separator: "\n")
            let start = try #require(lines.firstIndex { $0.contains("which were not drawn:") }, "\(run.errors)")
            let misfits = lines[(start + 1)...]
            let needs = misfits.compactMap { $0.firstMatch(of: /(\w+\/[\w-]+) +needs (\d+) mm$/) }
            #expect(needs.count == misfits.count && needs.count > 1, "\(run.errors)")
            #expect(lines[start].contains("Too narrow for \(needs.count) of 6 figures"), "\(lines[start])")
            // Together they are all, and what a misfit asks for is enough.
            let names = Set(drawn.map { $0.prefix { $0 != "." } }).union(needs.map(\.1))
            #expect(names.count == 6, "\(names.sorted())")
            let most = needs.compactMap { Int($0.2) }.max() ?? 0
            let wide = try CommandRun(
                arguments: ["figures"] + needs.map { String($0.1) } + [
                    "--width", "\(most)mm", "--dpi", "60", "-o", "b",
                ],
                in: folder)
            #expect(wide.status == 0, "\(wide.errors)")
        }
    }

    private func sizes(_ run: CommandRun) throws -> [String: [Int]] {
        let list = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
        return Dictionary(
            list.map { ($0["figure"] as? String ?? "", [$0["width"] as? Int ?? 0, $0["height"] as? Int ?? 0]) },
            uniquingKeysWith: { one, _ in one })
    }

    @Test("a slide has the slide's shape, whatever figure is on it; a size in pixels is kept to the pixel")
    func slides() throws {
        try withFolder { folder in
            let named = try CommandRun(
                "figures", "edges/*", "--fit", "16:9", "--dpi", "72", "--lang", "en", "--json", in: folder)
            #expect(named.status == 0, "\(named.errors)")
            #expect(try Set(sizes(named).values) == [[960, 540]])
            let pixels = try CommandRun(
                "figures", "edges/similar", "edges/gallery", "--fit", "1920x1080", "--lang", "es", "--json", in: folder)
            #expect(pixels.status == 0, "\(pixels.errors)")
            #expect(try sizes(pixels) == ["edges/similar": [1920, 1080], "edges/gallery": [1920, 1080]])
        }
    }

    @Test("what can't be read in a box is left out and listed; the others are drawn, and the exit status is 1")
    func unreadable() throws {
        try withFolder { folder in
            let run = try CommandRun(
                "figures", "pixels/*", "--fit", "60x60mm", "--dpi", "60", "--lang", "en", "--json", in: folder)
            #expect(run.status == 1)
            let drawn = try sizes(run)
            let misfits = run.errors.split(separator: "\n").compactMap { $0.wholeMatch(of: /\s+(pixels\/\w+)/)?.1 }
            #expect(!drawn.isEmpty && !misfits.isEmpty && drawn.count + misfits.count == 5, "\(run.errors)")
            #expect(run.errors.contains("In that box \(misfits.count) of 5 figures can't be read"))
        }
    }

    @Test("without its headline a figure is lower, and its file still says what it is called")
    func untitled() throws {
        try withFolder { folder in
            func run(_ more: String...) throws -> CommandRun {
                try CommandRun(
                    arguments: ["figures", "edges/gallery", "--lang", "en", "--dpi", "60", "--json"] + more, in: folder)
            }
            let (with, without) = (try sizes(run()), try sizes(run("--no-title", "--output", "a")))
            #expect(try #require(with["edges/gallery"])[1] > #require(without["edges/gallery"])[1])
            let file = try Data(contentsOf: folder.appending(path: "a/edges/gallery.png"))
            #expect(file.firstRange(of: Data("Title".utf8)) != nil)
        }
    }

    @Test("the paper of course.json holds, unless another one is typed or the theme can't be seen on it")
    func paper() throws {
        try withFolder { folder in
            func corner(_ more: String...) throws -> Color {
                let run = try CommandRun(
                    arguments: ["figures", "edges/gallery", "--lang", "en", "--dpi", "40", "--force", "-o", "a"] + more,
                    in: folder)
                #expect(run.status == 0, "\(run.errors)")
                let name = more.contains("dark") ? "gallery.en.dark.png" : "gallery.en.png"
                let pixel = try PNG.decode(
                    Array(Data(contentsOf: folder.appending(path: "a/edges/\(name)"))))[0, 0]
                return pixel.alpha == 0 ? .none : Color(red: pixel.red, green: pixel.green, blue: pixel.blue)
            }
            #expect(try corner() == Color(red: 0xfd, green: 0xfc, blue: 0xf8))
            #expect(try corner("--transparent") == .none)
            try Data("{ \"paper\": \"white\" }".utf8).write(to: folder.appending(path: "course.json"))
            #expect(try corner() == Color(red: 255, green: 255, blue: 255))
            #expect(try corner("--paper", "cream") == Color(red: 0xfd, green: 0xfc, blue: 0xf8))
            #expect(try corner("--theme", "dark") == Color(red: 0x17, green: 0x17, blue: 0x1c))
        }
    }

    private enum Color: Equatable {
        case none
        case rgb(UInt8, UInt8, UInt8)
        init(red: UInt8, green: UInt8, blue: UInt8) { self = .rgb(red, green, blue) }
    }

    @Test("what the desktop says of fonts changes no figure")
    func desktop() throws {
        try withFolder { folder in
            let settings = folder.appending(path: "settings/fontconfig")
            try FileManager.default.createDirectory(at: settings, withIntermediateDirectories: true)
            try Data(
                """
                <fontconfig><match target="pattern"><edit name="family" mode="prepend" binding="strong">
                <string>DejaVu Sans Mono</string></edit></match>
                <match target="font"><edit name="embolden" mode="assign"><bool>true</bool></edit></match></fontconfig>
                """.utf8
            ).write(to: settings.appending(path: "fonts.conf"))
            for (output, first) in [("a", ""), ("b", "export XDG_CONFIG_HOME=\"$PWD/settings\";")] {
                let run = try CommandRun(
                    shell: "\(first) exec \"$0\" figures edges/similar --lang en --output \(output)", in: folder)
                #expect(run.status == 0, "\(run.errors)")
            }
            let (one, other) = (folder.appending(path: "a"), folder.appending(path: "b"))
            #expect(files(below: one) == ["edges/similar.en.png"])
            #expect(
                try Data(contentsOf: one.appending(path: "edges/similar.en.png"))
                    == Data(contentsOf: other.appending(path: "edges/similar.en.png")))
        }
    }

    @Test("a page larger than Cairo can draw is told so, with what to do")
    func tooLarge() throws {
        try withFolder { folder in
            let run = try CommandRun("figures", "edges/similar", "--width", "1000mm", "--dpi", "1200", in: folder)
            #expect(run.status == 1)
            #expect(run.errors.contains("32,767") && run.errors.contains("fewer dots"), "\(run.errors)")
        }
    }

    @Test("an animation becomes a file each frame, all of one size")
    func frames() throws {
        try withFolder { folder in
            let run = try CommandRun("figures", "kernels/slide", "--frames", "--json", "--output", "a", in: folder)
            #expect(run.status == 0, "\(run.errors)")
            let list = try #require(
                try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
            let names = files(below: folder.appending(path: "a"))
            #expect(names.count == list.count && list.count % 6 == 0 && !list.isEmpty)
            #expect(names.first?.contains(".01.") == true && names.last?.contains(".06.") == true)
            #expect(Set(list.compactMap { $0["height"] as? Int }).count == 1)
        }
    }

    @Test("a dry run names every file and writes none")
    func dryRun() throws {
        try withFolder { folder in
            let run = try CommandRun("figures", "pooling/*", "--dry-run", "--output", "slides", in: folder)
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.output.split(separator: "\n").allSatisfy { $0.hasSuffix(".png") })
            #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "slides").path))
            let real = try CommandRun("figures", "pooling/*", "--output", "slides", in: folder)
            #expect(real.output == run.output)
            #expect(files(below: folder.appending(path: "slides")).count == run.output.split(separator: "\n").count)
        }
    }

    @Test("the bytes do not depend on how many threads draw")
    func threads() throws {
        try withFolder { folder in
            for threads in ["1", "3"] {
                _ = try CommandRun(
                    "figures", "pooling/*", "--threads", threads, "--dpi", "60", "--output", threads, in: folder)
            }
            let names = files(below: folder.appending(path: "1"))
            #expect(!names.isEmpty && names == files(below: folder.appending(path: "3")))
            for name in names {
                let (one, three) = (folder.appending(path: "1/\(name)"), folder.appending(path: "3/\(name)"))
                #expect(try Data(contentsOf: one) == Data(contentsOf: three), "\(name)")
            }
        }
    }

    @Test(
        "a folder that is a file, and a disk that takes no more, are errors that name the place",
        .enabled(if: CommandRun.canLimitFiles))
    func unwritable() throws {
        try withFolder { folder in
            try Data().write(to: folder.appending(path: "taken"))
            let run = try CommandRun("figures", "edges/similar", "--output", "taken", in: folder)
            #expect(run.status == 1)
            #expect(run.errors.contains("taken"), "\(run.errors)")
            // A limit on the size of files stops a write half way, as a full disk does.
            let full = try CommandRun(
                shell: "trap '' XFSZ; ulimit -f 1; exec \"$0\" figures edges/similar --output full", in: folder)
            #expect(full.status == 1)
            #expect(full.errors.contains("similar"), "\(full.errors)")
            #expect(files(below: folder.appending(path: "full")).isEmpty)
        }
    }

    @Test(
        "a list that can't be printed is an error",
        .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")), arguments: [[], ["--json"]])
    func fullOutput(options: [String]) throws {
        try withFolder { folder in
            let words = (["edges/similar", "--dry-run"] + options).joined(separator: " ")
            let run = try CommandRun(shell: "exec \"$0\" figures \(words) >/dev/full", in: folder)
            #expect(run.status == 1)
            #expect(!run.errors.isEmpty)
        }
    }
}

extension FileManager {
    fileprivate func isDirectory(_ url: URL) -> Bool {
        var isFolder: ObjCBool = false
        return fileExists(atPath: url.path, isDirectory: &isFolder) && isFolder.boolValue
    }
}
