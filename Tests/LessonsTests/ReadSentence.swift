import Foundation
import Languages
import Lessons
import Notebook
import TestSupport

/// A lesson that hands over one value, and whose page is that value.
private struct Reading: SampleLesson {
    static let id = "reading"
    static let texts = ["en": "{value}", "es": "{value}"]
}

extension Material.Value {
    /// What pages of the course say of it, in English and in Spanish.
    func read() throws -> [String] {
        var material = Material()
        material.value("value", self)
        let shared = Curriculum.carriedDocuments.filter { $0.key.contains("/shared.") }
        let curriculum = try Curriculum(samples: [Reading.self], files: shared)
        let course = Course(settings: .sketch, store: ResultStore(folder: URL(filePath: "/nowhere")), threads: 1)
        guard case .prose(let text) = try curriculum.page(at: 0, from: material, using: course).cells.first else {
            return []
        }
        return Language.allCases.map { text.text(in: NumberFormat($0)) }
    }
}
