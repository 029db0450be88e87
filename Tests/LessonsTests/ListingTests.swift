import Foundation
import Languages
import Lessons
import Notebook
import TestSupport
import Testing

@Suite("The listings of the course", .limited)
struct ListingTests {
    @Test("every comment has words in every language, which fit where it stands; the source itself is the English one")
    func comments() throws {
        var translated = 0
        for page in try Sketched.pages() {
            let lacking = page.findings().filter { $0.what.contains("comment") }
            #expect(lacking.isEmpty, "\(lacking.map { "\($0)" }.joined(separator: "\n"))")
            for case .code(let listing) in page.cells {
                #expect(listing.source(in: .en) == listing.source, "\(page.lesson.id)/\(listing.name)")
                let lines = Language.allCases.map { listing.source(in: $0).split(separator: "\n").count }
                #expect(Set(lines).count == 1, "\(page.lesson.id)/\(listing.name)")
                if listing.source(in: .es) != listing.source { translated += 1 }
            }
        }
        #expect(translated >= 20)
    }
}
