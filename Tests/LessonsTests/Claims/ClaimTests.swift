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

    @Test("each claim holds in the drawing, and in none that shows nothing")
    func everyClaim() throws {
        let figures = try Sketched.figures()
        let claims = Dictionary(grouping: Self.claims, by: \.figure)
        DispatchQueue.concurrentPerform(iterations: figures.count) { index in
            let (id, cell) = figures[index]
            check(claims[id] ?? [], of: cell, id)
        }
    }

    private func check(_ claims: [Claim], of cell: FigureCell, _ id: String) {
        do {
            let shown = try Shown(cell)
            let blank = shown.blank
            for claim in claims {
                let missing = claim.shortfalls(in: shown)
                #expect(missing.isEmpty, "\(id) does not show that \(claim.says): \(missing)")
                #expect(!claim.shortfalls(in: blank).isEmpty, "\(id): a blank page would do as well")
            }
        } catch {
            Issue.record("\(id): \(error)")
        }
    }

    @Test("every figure of the course has a claim that is measured, or a reason why it has none")
    func everyFigure() throws {
        let ids = Set(try Sketched.figures().map(\.id))
        let measured = Set(Self.claims.map(\.figure))
        #expect(measured.subtracting(ids).isEmpty, "claims about figures that the course does not have")
        #expect(Set(Self.unmeasured.keys).isSubset(of: ids.subtracting(measured)), "reasons that nothing needs")
        #expect(
            ids.subtracting(measured).subtracting(Self.unmeasured.keys).sorted() == [],
            "say in Tests/LessonsTests/Claims what these show, and measure it")
        #expect(measured.count >= 60)
    }
}
