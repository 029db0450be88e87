import Foundation
import TestSupport
import Testing

@testable import Lessons
@testable import Notebook

@Suite("Three edges of the lesson on gradients, by hand", .limited)
struct GradientLessonTests {
    private struct Kept: Decodable {
        let straight: [[Int]]
    }

    @Test(
        "through their middle runs an edge from 40 over 120 to 200: four times 160 across or down, and three times both"
    )
    func straight() throws {
        try HandMade.withCourse { course in
            var material = Material()
            try Gradients().run(into: &material, using: course)
            let kept = try JSONDecoder().decode(Kept.self, from: JSONEncoder().encode(material.results))
            // Slanted: 120 + 2 * 200 + 200 on one side, 40 + 2 * 40 + 120 on the other.
            #expect(kept.straight == [[0, 640], [640, 0], [480, 480]])
        }
    }
}
