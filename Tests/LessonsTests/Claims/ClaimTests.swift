import Figures
import Foundation
import Languages
import Lessons
import Notebook
import TestSupport
import Testing

@Suite("What captions claim is measured in what is drawn", .limited)
struct ClaimTests {
    /// The claims of all lessons, in their order.
    private static let claims: [Claim] =
        Claims.pictures + Claims.kernels + Claims.edges + Claims.channels + Claims.pooling + Claims.networks
        + Claims.learning + Claims.digits + Claims.training + Claims.results + Claims.inside + Claims.experiments
        + Claims.garments

    /// Figures of which nothing is measured here, and why.
    private static let unmeasured: [String: String] = [:]

    private func cells(using course: Course) throws -> [(id: String, cell: FigureCell)] {
        let curriculum = try Curriculum.course(with: Curriculum.carriedDocuments)
        return try Curriculum.ids.flatMap { id in
            try curriculum.page(at: curriculum.index(of: id), using: course).figures.map { (id + "/" + $0.id, $0) }
        }
    }

    private func withFigures(_ body: ([(id: String, cell: FigureCell)]) throws -> Void) throws {
        try withFolder { folder in
            try body(
                try cells(using: Course(settings: .sketch, store: ResultStore(folder: folder), threads: 2)))
        }
    }

    @Test("each claim holds in the drawing, and in none that shows nothing")
    func everyClaim() throws {
        try withFigures { figures in
            let claims = Dictionary(grouping: Self.claims, by: \.figure)
            DispatchQueue.concurrentPerform(iterations: figures.count) { index in
                let (id, cell) = figures[index]
                for claim in claims[id] ?? [] { check(claim, of: cell) }
            }
        }
    }

    private func check(_ claim: Claim, of cell: FigureCell) {
        do {
            let shown = try Shown(cell)
            let missing = claim.shortfalls(in: shown)
            #expect(missing.isEmpty, "\(claim.figure) does not show that \(claim.says): \(missing)")
            let blank = shown.blank
            #expect(!claim.shortfalls(in: blank).isEmpty, "\(claim.figure): a blank page would do as well")
        } catch {
            Issue.record("\(claim.figure): \(error)")
        }
    }

    @Test("every figure of the course has a claim that is measured, or a reason why it has none")
    func everyFigure() throws {
        try withFigures { figures in
            let ids = Set(figures.map(\.id))
            let measured = Set(Self.claims.map(\.figure))
            #expect(measured.subtracting(ids).isEmpty, "claims about figures that the course does not have")
            #expect(Set(Self.unmeasured.keys).isSubset(of: ids.subtracting(measured)), "reasons that nothing needs")
            #expect(
                ids.subtracting(measured).subtracting(Self.unmeasured.keys).sorted() == [],
                "say in Tests/LessonsTests/Claims what these show, and measure it")
            #expect(measured.count >= 60)
        }
    }
}
