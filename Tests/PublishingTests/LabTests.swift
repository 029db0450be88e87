import Foundation
import Imaging
import Languages
import Notebook
import Storage
import TestSupport
import Testing

@testable import Publishing

@Suite("A lab on a page", .limited)
struct LabTests {
    static let picture = GrayImage(rows: [[0, 100], [200, 255]])
    private struct NotDrawn: Error {}

    /// The sample page with a lab behind its other figures, and one without.
    static func pages(about picture: GrayImage = picture) -> [Page] {
        let lab = Lab(.kernel, picture: picture, state: "kernel=sobel-x&negative=signed")
        var page = Sample.kernelsPage()
        page.append(
            .figure(
                FigureCell(
                    id: "kernel-lab", number: 3, title: Localized(en: "Title", es: "Título"),
                    caption: Localized(en: "Play.", es: "Juega."),
                    alternative: Localized(en: "A lab.", es: "Un laboratorio."),
                    lab: lab, figure: { throw NotDrawn() })))
        return [page, Sample.edgesPage()]
    }

    private func site() throws -> [String: String] {
        let files = try HTMLPublisher(Sample.report()).site(Self.pages(), figures: Sample.figures)
        return Dictionary(files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }) { first, _ in first }
    }

    /// What the page's script reads.
    private struct Material: Decodable {
        struct Picture: Decodable { let width, height: Int, address: String }
        struct Weights: Decodable { let id: String, weights: [Float], divisor: Float }
        let pictures: [String: Picture]
        let kernels: [Weights]
    }

    private func material(in text: String) throws -> Material {
        let start = try #require(text.range(of: "class=\"lab-material\">"))
        let end = try #require(text.range(of: "</script>", range: start.upperBound..<text.endIndex))
        return try JSONDecoder().decode(Material.self, from: Data(text[start.upperBound..<end.lowerBound].utf8))
    }

    @Test("the figure stands there for pages that can't compute, and the lab waits hidden beside it")
    func figure() throws {
        for path in ["en/kernels.html", "es/kernels.html"] {
            let page = MarkupChecker(Array(try #require(site()[path]).utf8))
            #expect(page.faults.isEmpty, "\(page.faults)")
            let labs = page.elements.filter { $0.attributes["class"] == "lab" }
            #expect(labs.count == 1 && labs[0].attributes["hidden"] != nil)
            #expect(labs[0].attributes["data-state"] == "kernel=sobel-x&amp;negative=signed")
            #expect(
                page.all("img").filter { $0.attributes["alt"]?.hasPrefix("A lab") == true }.count
                    == (path.hasPrefix("en") ? 1 : 0))
        }
    }

    @Test("pictures, kernels and colours stand in the page, as numbers that are computed with")
    func material() throws {
        let text = try #require(site()["en/kernels.html"])
        let material = try material(in: text)
        let name = LabMaterial.name(of: Self.picture)
        #expect(text.contains("data-picture=\"\(name)\""))
        let picture = try #require(material.pictures[name])
        #expect((picture.width, picture.height) == (2, 2))
        let png = try #require(Data(base64Encoded: String(picture.address.dropFirst("data:image/png;base64,".count))))
        let decoded = try PictureFile.decode(Array(png))
        #expect(decoded.gray.bytes[0] == Plane<UInt8>(Self.picture))
        #expect(material.kernels.map(\.id) == Kernel.named.map(\.id))
        for (typed, kernel) in zip(material.kernels, Kernel.named) {
            #expect(typed.weights.allSatisfy { $0 == $0.rounded() }, "\(kernel.id)")
            #expect(typed.weights.map { $0 / typed.divisor } == kernel.weights, "\(kernel.id)")
        }
    }

    @Test("its script stands in the page, the policy lets in that script alone, and other pages carry none of it")
    func policy() throws {
        let site = try site()
        for (path, hasLab) in [("en/kernels.html", true), ("en/edges.html", false), ("en/index.html", false)] {
            let text = try #require(site[path])
            let start = try #require(text.range(of: "<script>"))
            let end = try #require(text.range(of: "</script>", range: start.upperBound..<text.endIndex))
            let script = String(text[start.upperBound..<end.lowerBound])
            #expect(script.contains("class KernelLab") == hasLab)
            #expect(text.contains("lab-material") == hasLab || script.contains("lab-material"))
            #expect(text.contains("class=\"lab-material\"") == hasLab)
            let digits = Array(SHA256.hex(of: script))
            let hash = stride(from: 0, to: digits.count, by: 2).compactMap {
                UInt8(String(digits[$0...$0 + 1]), radix: 16)
            }
            #expect(text.contains("sha256-\(Data(hash).base64EncodedString())&#39;"), "\(path)")
        }
    }

    @Test(
        "scripts of labs are modules that can be joined, under 60 KB on a lesson's page, 90 for all labs in one file, and end no element",
        arguments: [
            ["kernel"], ["pooling"], ["digit"], ["digit", "replay"], ["kernel", "digit", "pooling", "replay"],
        ])
    func size(kinds: [String]) throws {
        let imports = kinds.map { "import { \($0.capitalized)Lab } from \"./\($0)-lab.js\";\n" }.joined()
        let script = try ScriptBundle.script(
            of: "import { startLabs } from \"./labs.js\";\n" + imports, modules: EmbeddedText.files)
        #expect(script.utf8.count < (kinds.count > 2 ? 90_000 : 60_000), "\(script.utf8.count) bytes")
        #expect(!script.contains("</script"))
    }

    @Test("its script says every text that the languages have for it, and no other")
    func texts() throws {
        // Exercises say what their markup has.
        let files = EmbeddedText.files.filter { $0.key != "exercises.js" }
        let modules = files.filter { $0.value.contains("words.say(") || $0.value.contains("say(\"") }
            .values
        #expect(modules.count > 3)
        let said = modules.flatMap { text in
            text.split(separator: "say(\"").dropFirst().compactMap { $0.split(separator: "\"").first.map(String.init) }
        }
        let words = Set(LabWord.allCases.map(\.rawValue))
        #expect(Set(said).subtracting(words).isEmpty, "\(Set(said).subtracting(words))")
        // Some are put together: `views.${show}`, or chosen before they are said.
        let all = modules.joined()
        for word in words where !said.contains(word) {
            let family = word.split(separator: ".").dropLast().first
            #expect(all.contains("\"\(word)\"") || family.map { all.contains("`\($0).$") } == true, "\(word)")
        }
    }

    @Test("the one file holds a picture once, however many labs are about it")
    func whole() throws {
        let drawing = try Sample.drawing
        let file = try HTMLPublisher(Sample.report())
            .wholeFile(Self.pages(), figures: Sample.figures) { _ in drawing }
        let text = String(decoding: file.bytes, as: UTF8.self)
        let page = MarkupChecker(file.bytes)
        #expect(page.faults.isEmpty, "\(page.faults)")
        #expect(page.elements.count { $0.attributes["class"] == "lab" } == 2)
        #expect(page.elements.count { $0.attributes["class"] == "lab-material" } == 1)
        #expect(text.components(separatedBy: "\"\(LabMaterial.name(of: Self.picture))\":").count == 2)
    }

    @Test("what labs compute on stands once in the one file, by a name that depends on nothing but itself")
    func parts() throws {
        let part = Lab.Part(.object([.init("weights", .text("</script>"))]))
        #expect(part.name == Lab.Part(part.value).name && part.name != Lab.Part(.object([])).name)
        var pages = Self.pages()
        for (index, id) in ["one-lab", "other-lab"].enumerated() {
            pages[1].append(
                .figure(
                    FigureCell(
                        id: id, number: 2 + index, title: Localized(en: "Title", es: "Título"),
                        caption: Localized(en: "Play.", es: "Juega."),
                        alternative: Localized(en: "A lab.", es: "Un laboratorio."),
                        lab: Lab(.digit, picture: Self.picture, parts: ["compact": part]),
                        figure: { throw NotDrawn() })))
        }
        let drawing = try Sample.drawing
        let file = try HTMLPublisher(Sample.report()).wholeFile(pages, figures: Sample.figures) { _ in drawing }
        let text = String(decoding: file.bytes, as: UTF8.self)
        #expect(MarkupChecker(file.bytes).faults.isEmpty)
        #expect(text.components(separatedBy: "\"\(part.name)\": {").count == 2)
        #expect(text.components(separatedBy: "data-parts=").count == 7)
        #expect(text.contains("class DigitLab") && text.contains("class KernelLab"))
    }

    @Test("words of another language than English, and its customs for numbers, are the lab's own")
    func words() throws {
        let text = try #require(site()["es/kernels.html"])
        #expect(text.contains("\"ownFile\": \"Un archivo tuyo\"") && text.contains("\"mark\": \",\""))
    }
}
