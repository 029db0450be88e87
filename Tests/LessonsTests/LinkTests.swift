import Foundation
import Languages
import Lessons
import Notebook
import Publishing
import TestSupport
import Testing

@Suite("Links between the course's pages", .limited)
struct LinkTests {
    private let curriculum: Curriculum

    init() throws { curriculum = try .course }

    private func publisher(in languages: [Language] = Language.allCases) throws -> HTMLPublisher {
        try HTMLPublisher(
            Report(
                title: Localized(same: "Course"), introduction: Localized(same: "Text."),
                lessons: curriculum.descriptions, languages: languages, glossary: curriculum.glossary))
    }

    private let figures: FigureLookup = { lesson, figure, language in
        FigureFile(path: "figures/\(lesson)/\(figure).png", width: 1260, height: 700)
    }

    /// Addresses of other pages that a page's links name, with their fragments, from the folder at the top.
    private func targets(of file: PublishedFile) -> Set<String> {
        let text = String(decoding: file.bytes, as: UTF8.self)
        let folder = file.path.split(separator: "/").dropLast().joined(separator: "/")
        return Set(
            text.matches(of: /<a [^>]*href="([^"]*)"/).map { String($0.1) }
                .filter { !$0.hasPrefix("#") && !$0.hasPrefix("https://") }
                .map { URL(filePath: "/" + folder + "/", directoryHint: .isDirectory).appending(path: $0) }
                .map { String($0.standardized.path.dropFirst()).removingPercentEncoding ?? "" })
    }

    private func paths(of ids: [String]) -> Set<String> {
        Set(ids.flatMap { id in Language.allCases.map { "\($0.code)/\(id).html" } })
    }

    /// Links of a lesson's pages to what is not there, where these lessons are.
    private func deadLinks(of page: Page, among ids: [String], by publisher: HTMLPublisher) throws -> [String] {
        let there = paths(of: ids)
        return try publisher.lesson(page, reach: .only(there), figures: figures).flatMap { file in
            targets(of: file).filter { !there.contains($0.prefix { $0 != "#" }.description) }
                .map { "\(file.path), beside \(ids): \($0)" }
        }
    }

    @Test("a lesson alone, and every pair of lessons, link to nothing that is not there")
    func lonely() throws {
        let pages = try Sketched.pages()
        let (both, one) = (try publisher(), try publisher(in: [.es]))
        for page in pages {
            #expect(try deadLinks(of: page, among: [page.lesson.id], by: both).isEmpty)
            for other in pages where other.lesson.id != page.lesson.id {
                #expect(try deadLinks(of: page, among: [page.lesson.id, other.lesson.id], by: one).isEmpty)
            }
        }
        // It looks at what it says it does: with all pages there, there are links between them.
        let edges = try #require(pages.first { $0.lesson.id == "edges" })
        #expect(
            try both.lesson(edges, figures: figures).contains { targets(of: $0).contains { $0.contains("kernels") } })
    }

    @Test("in a whole report every link leads to a place that is there, whichever lesson fails")
    func failing() throws {
        let (pages, publisher) = (try Sketched.pages(), try publisher())
        let all = Set(publisher.pagePaths + ["index.html"])
        for failed in [nil] + pages.map(\.lesson.id) {
            var places = PlaceIndex()
            for page in pages where page.lesson.id != failed { try publisher.add(page, to: &places) }
            if let failed { places.fail(failed) }
            for page in pages where page.lesson.id != failed {
                for file in try publisher.lesson(page, among: places, figures: figures) {
                    for target in targets(of: file) {
                        #expect(all.contains(target.prefix { $0 != "#" }.description), "\(file.path): \(target)")
                        #expect(failed.map { !target.contains("/\($0).html#") } ?? true, "\(file.path): \(target)")
                    }
                }
            }
        }
    }
}
