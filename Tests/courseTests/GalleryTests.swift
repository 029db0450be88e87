import Foundation
import TestSupport
import Testing

@Suite("A gallery of figures", .limited)
struct GalleryTests {
    @Test(
        "shows each figure with its title, its name and the command that draws it, in both languages, and fetches nothing"
    )
    func pages() throws {
        try withFolder { folder in
            let run = try CommandRun("figures", "edges/*", "pooling/*", "--gallery", "--output", "a", in: folder)
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.output.split(separator: "\n").count == 2)
            for (language, heading) in [("en", "All figures"), ("es", "Todas las figuras")] {
                let text = try String(
                    contentsOf: folder.appending(path: "a/gallery.\(language).html"), encoding: .utf8)
                #expect(text.contains("<html lang=\"\(language)\"") && text.contains("<h1>\(heading)</h1>"))
                let names = text.matches(of: /<p class="name"><code>([a-z]+\/[a-z-]+)<\/code>/).map { String($0.1) }
                #expect(names.count > 10 && Set(names).count == names.count)
                for name in names { #expect(text.contains("course figures \(name) --fit 16:9 --lang \(language)")) }
                #expect(text.matches(of: /<option value="(edges|pooling)">/).count == 2)
                #expect(text.matches(of: /<img src="data:image\/png;base64,/).count == names.count)
                #expect(text.contains("default-src &#39;none&#39;; img-src data:"))
                #expect(!text.contains("src=\"http") && !text.contains("src=\"/") && !text.contains("⟨"))
            }
            // The command that stands there draws.
            let drawn = try CommandRun("figures", "pooling/maxpool", "--fit", "16:9", "--lang", "en", in: folder)
            #expect(drawn.status == 0, "\(drawn.errors)")
        }
    }

    @Test("is noted as the program's own, and leaves a page of somebody else's alone")
    func ownership() throws {
        try withFolder { folder in
            let page = folder.appending(path: "a/gallery.en.html")
            for _ in 0..<2 {
                let run = try CommandRun("figures", "edges/similar", "--gallery", "--lang", "en", "-o", "a", in: folder)
                #expect(run.status == 0, "\(run.errors)")
            }
            try Data("mine".utf8).write(to: page)
            let run = try CommandRun("figures", "edges/similar", "--gallery", "--lang", "en", "-o", "a", in: folder)
            #expect(run.status == 1 && run.errors.contains("--force"), "\(run.errors)")
            #expect(try String(contentsOf: page, encoding: .utf8) == "mine")
        }
    }
}
