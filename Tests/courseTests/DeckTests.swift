import Foundation
import Imaging
import TestSupport
import Testing

@Suite("Figures as slides", .limited)
struct DeckTests {
    /// Looks into a deck with Python's own reader of archives and of XML, and prints what is on each slide.
    private static let reader = """
        import json, sys, zipfile
        from xml.etree import ElementTree
        a = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
        p = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
        r = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
        archive = zipfile.ZipFile(sys.argv[1])
        assert archive.testzip() is None
        names = archive.namelist()
        assert names[0] == "[Content_Types].xml" and len(set(names)) == len(names)
        assert all(entry.date_time == (1980, 1, 1, 0, 0, 0) for entry in archive.infolist())
        parts = {name: ElementTree.fromstring(archive.read(name)) for name in names if not name.endswith(".png")}
        types = parts["[Content_Types].xml"]
        told = {entry.get("PartName", "")[1:] for entry in types}
        assert told - {""} <= set(names), told - set(names)
        import posixpath
        def links(path):
            folder, name = posixpath.split(path)
            base = folder
            found = {}
            for link in parts[f"{folder}/_rels/{name}.rels"]:
                target = posixpath.normpath(posixpath.join(base, link.get("Target")))
                assert target in names, target
                found[link.get("Id")] = target
            return found
        slides = []
        show = links("ppt/presentation.xml")
        size = parts["ppt/presentation.xml"].find(p + "sldSz")
        for entry in parts["ppt/presentation.xml"].find(p + "sldIdLst"):
            path = show[entry.get(r + "id")]
            slide, beside = parts[path], links(path)
            title = [s for s in slide.iter(p + "sp") if s.find(f".//{p}ph[@type='title']") is not None][0]
            picture = slide.find(f".//{p}pic")
            image = archive.read(beside[picture.find(f".//{a}blip").get(r + "embed")])
            assert image.startswith(b"\\x89PNG")
            notes = parts[[t for t in beside.values() if "notesSlide" in t][0]]
            where = picture.find(f"{p}spPr/{a}xfrm/{a}ext")
            slides.append({
                "title": "".join(t.text for t in title.iter(a + "t")),
                "notes": [ "".join(t.text for t in q.iter(a + "t")) for q in notes.iter(a + "p")],
                "alt": picture.find(f".//{p}cNvPr").get("descr"),
                "languages": sorted({run.get("lang") for run in list(slide.iter(a + "rPr")) + list(notes.iter(a + "rPr"))}),
                "shape": int.from_bytes(image[16:20], "big") / int.from_bytes(image[20:24], "big")
                    - int(where.get("cx")) / int(where.get("cy")),
            })
        core = "".join(parts["docProps/core.xml"].itertext())
        print(json.dumps({"slides": slides, "core": core, "size": [int(size.get("cx")), int(size.get("cy"))]}))
        """

    private struct Deck: Decodable {
        struct Slide: Decodable {
            let title: String
            let notes: [String]
            let alt: String
            let languages: [String]
            let shape: Double
        }
        let slides: [Slide]
        let core: String
        let size: [Int]
    }

    private func read(_ name: String, in folder: URL) throws -> Deck {
        let run = try CommandRun(
            program: "/usr/bin/env", arguments: ["python3", "-c", Self.reader, name], in: folder,
            environment: ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"])
        #expect(run.status == 0, "\(run.errors)")
        return try JSONDecoder().decode(Deck.self, from: Data(run.output.utf8))
    }

    @Test("a slide a figure: headline, caption as notes, alternative text, in the reader's language; a file a language")
    func slides() throws {
        try withFolder { folder in
            let run = try CommandRun(
                "figures", "edges/similar", "edges/different", "edges/laplacian", "--deck", "talks/edges.pptx", "--dpi",
                "60", in: folder)
            #expect(run.status == 0, "\(run.errors)")
            #expect(
                run.output.split(separator: "\n").map { $0.suffix(14) }
                    == ["edges.en.pptx", "edges.es.pptx"].map { "/" + $0 })
            let (english, spanish) = (
                try read("talks/edges.en.pptx", in: folder), try read("talks/edges.es.pptx", in: folder)
            )
            #expect(english.slides.count == 3 && spanish.slides.count == 3)
            #expect(english.size == [12_192_000, 6_858_000])
            for (deck, language) in [(english, "en"), (spanish, "es")] {
                #expect(deck.core.contains(language))
                for slide in deck.slides {
                    #expect(slide.languages == [language])
                    #expect(!slide.title.isEmpty && slide.notes.contains { $0.count > 20 } && slide.alt.count > 20)
                    #expect(
                        !slide.notes.joined().contains("$") && !slide.notes.joined().contains("]("), "\(slide.notes)")
                    #expect(abs(slide.shape) < 0.02)
                }
            }
            #expect(zip(english.slides, spanish.slides).allSatisfy { $0.title != $1.title && $0.alt != $1.alt })
            // The page says the same.
            let page = try CommandRun("lesson", "edges", "--lang", "en", "--output", "Page", in: folder)
            #expect(page.status == 0)
            let text = try String(contentsOf: folder.appending(path: "Page/en/edges.html"), encoding: .utf8)
                .replacingOccurrences(of: "&#39;", with: "'")
            for slide in english.slides { #expect(text.contains("alt=\"\(slide.alt)\""), "\(slide.alt)") }
        }
    }

    @Test("what has to be known of a run stands on the slide's notes and in the alternative text")
    func notices() throws {
        try withFolder { folder in
            let picture = OwnPictures.picture(0, 1, width: 180, height: 140)
            try Data(PNG.encode(picture)).write(to: folder.appending(path: "mine.png"))
            let run = try CommandRun(
                "figures", "pixels/scene", "pixels/profile", "--image", "mine.png", "--lang", "en", "--deck", "a.pptx",
                "--dpi", "60",
                in: folder)
            #expect(run.status == 0, "\(run.errors)")
            let noted = try read("a.pptx", in: folder).slides.filter { $0.notes.last == "Own picture" }
            #expect(!noted.isEmpty && noted.allSatisfy { $0.alt.contains("Own picture") })
        }
    }

    @Test("the same bytes for the same figures, at any number of threads; slides of old have their shape")
    func bytes() throws {
        try withFolder { folder in
            for (name, threads) in [("one.pptx", "1"), ("three.pptx", "3")] {
                let run = try CommandRun(
                    "figures", "pooling/maxpool", "pooling/average", "--lang", "es", "--fit", "4:3", "--dpi", "50",
                    "--deck", name, "--threads",
                    threads, in: folder)
                #expect(run.status == 0, "\(run.errors)")
            }
            #expect(
                try Data(contentsOf: folder.appending(path: "one.pptx"))
                    == Data(contentsOf: folder.appending(path: "three.pptx")))
            #expect(try read("one.pptx", in: folder).size == [9_144_000, 6_858_000])
        }
    }

    @Test("a deck is replaced where the program wrote it, and nothing else is, unless somebody says so")
    func ownership() throws {
        try withFolder { folder in
            func draw(_ figure: String, _ more: String...) throws -> CommandRun {
                try CommandRun(
                    arguments: ["figures", figure, "--lang", "en", "--dpi", "40", "--deck", "a.pptx"] + more, in: folder
                )
            }
            let place = folder.appending(path: "a.pptx")
            #expect(try draw("edges/similar").status == 0)
            let first = try Data(contentsOf: place)
            #expect(try draw("edges/different").status == 0)
            #expect(try Data(contentsOf: place) != first)
            var changed = try Data(contentsOf: place)
            changed[200] ^= 1
            for content in [changed, Data("my own notes".utf8)] {
                try content.write(to: place)
                let run = try draw("edges/similar")
                #expect(run.status == 1 && run.errors.contains("--force"), "\(run.errors)")
                #expect(try Data(contentsOf: place) == content)
            }
            #expect(try draw("edges/similar", "--force").status == 0)
            #expect(try Data(contentsOf: place) == first)
        }
    }

    @Test(
        "a name that is no deck's, or options that exclude each other, are told",
        arguments: [
            (["--deck", "a.ppt"], "ends with .pptx"), (["--deck", ""], "ends with .pptx"),
            (["--deck", ".pptx"], "ends with .pptx"), (["--deck", "a.pptx", "--output", "b"], "exclude"),
            (["--deck", "a.pptx", "--format", "svg"], "leave out --format"),
            (["--deck", "a.pptx", "--width", "100mm"], "exclude"),
            (["--deck", "a.pptx", "--fit", "phone"], "16:9 or 4:3"),
            (["--deck", "a.pptx", "--gallery"], "exclude"), (["--gallery", "--format", "svg"], "leave out"),
        ])
    func usage(options: [String], answer: String) throws {
        try withFolder { folder in
            let run = try CommandRun(arguments: ["figures", "edges/similar"] + options, in: folder)
            #expect(run.status == 64)
            #expect(run.errors.contains(answer), "\(run.errors)")
        }
    }

    @Test("a place that can't be written is told before anything is drawn")
    func unwritable() throws {
        try withFolder { folder in
            try Data().write(to: folder.appending(path: "taken"))
            try FileManager.default.createDirectory(
                at: folder.appending(path: "folder.pptx"), withIntermediateDirectories: true)
            for place in ["taken/a.pptx", "folder.pptx"] {
                let run = try CommandRun("figures", "edges/similar", "--lang", "en", "--deck", place, in: folder)
                #expect(run.status == 1 && run.errors.contains(place), "\(run.errors)")
            }
        }
    }

    @Test("a dry run names the files and writes none")
    func dryRun() throws {
        try withFolder { folder in
            let run = try CommandRun("figures", "edges/*", "--deck", "a.pptx", "--dry-run", in: folder)
            #expect(run.status == 0 && run.output.split(separator: "\n").count == 2, "\(run.output)")
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: folder.path).allSatisfy { !$0.hasSuffix("pptx") })
        }
    }
}
