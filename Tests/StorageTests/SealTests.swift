import Storage
import TestSupport
import Testing

@Suite("A file that vouches for itself", .limited)
struct SealTests {
    private func state(_ bytes: [UInt8]) -> String { "\(Seal.state(of: bytes))" }

    @Test("any byte that changes breaks the seal, or leaves none")
    func changes() throws {
        let bytes = try Seal.encode(["a": "x", "zebra": "y"])
        #expect(state(bytes) == "whole")
        for place in bytes.indices {
            var changed = bytes
            changed[place] ^= 1
            #expect(state(changed) != "whole", "byte \(place)")
        }
        #expect(state(bytes + [0x20]) == "broken")
        #expect(state(Array(bytes.dropLast())) == "broken")
    }

    @Test(
        "what has no seal has none",
        arguments: ["", "{}", "\"seal\"", "{\"seal\": \"12\"}", "{\"seal\" : 7}", "\"seal\":\""])
    func none(text: String) { #expect(state(Array(text.utf8)) == "absent") }

    @Test("a seal with other digits is broken, with spaces or without", arguments: ["\"seal\":\"", "\"seal\"  :  \""])
    func digits(start: String) {
        let blank = Array("{\(start)\(Seal.blank)\"}".utf8)
        #expect(state(blank) == "broken")
        #expect(state(Seal.close(blank)) == "whole")
    }
}
