import Foundation
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
            (["--text"], "--format svg"),
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
            let words = try CommandRun(
                "figures", "edges/similar", "--lang", "es", "--format", "svg", "--text", "--output", "b", in: folder)
            #expect(words.status == 0, "\(words.errors)")
            let file = try String(contentsOf: folder.appending(path: "b/edges/similar.es.svg"), encoding: .utf8)
            #expect(file.contains("<text") && file.contains("font-family=\"Inter, DejaVu Sans\""))
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
            let needs = misfits.compactMap { $0.firstMatch(of: /(\w+\/\w+) +needs (\d+) mm$/) }
            #expect(needs.count == misfits.count && needs.count > 1, "\(run.errors)")
            #expect(lines[start].contains("Too narrow for \(needs.count) of 5 figures"), "\(lines[start])")
            // Together they are all, and what a misfit asks for is enough.
            let names = Set(drawn.map { $0.prefix { $0 != "." } }).union(needs.map(\.1))
            #expect(names.count == 5, "\(names.sorted())")
            let most = needs.compactMap { Int($0.2) }.max() ?? 0
            let wide = try CommandRun(
                arguments: ["figures"] + needs.map { String($0.1) } + [
                    "--width", "\(most)mm", "--dpi", "60", "-o", "b",
                ],
                in: folder)
            #expect(wide.status == 0, "\(wide.errors)")
        }
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
