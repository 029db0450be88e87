import Languages
import Testing

@Suite("Near misses")
struct NearMissesTests {
    private let lessons = ["pixels", "kernels", "edges", "gradients", "pooling", "mnist", "cnn"]

    @Test(
        "a slip of the finger finds the word that was meant",
        arguments: [
            ("edge", "edges"), ("kernls", "kernels"), ("poolnig", "pooling"), ("CNN", "cnn"), ("grad", "gradients"),
        ])
    func slips(typed: String, meant: String) {
        #expect(NearMisses.of(typed, in: lessons).first == meant)
    }

    @Test("a word like none finds none")
    func none() {
        #expect(NearMisses.of("transformer", in: lessons).isEmpty)
        #expect(NearMisses.question(for: "transformer", in: lessons).isEmpty)
    }

    @Test("a word of ten thousand letters finds nothing, and at once; two letters find what begins or ends with them")
    func lengths() {
        let word = String(repeating: "kernels", count: 1_500)
        #expect((0..<500).allSatisfy { _ in NearMisses.of(word, in: lessons).isEmpty })
        #expect(NearMisses.of("gr", in: lessons) == ["gradients"])
        #expect(NearMisses.of("es", in: lessons) == ["edges"])
    }

    @Test("the question lists what is near")
    func question() {
        #expect(NearMisses.question(for: "mnits", in: lessons) == "did you mean mnist?")
        #expect(NearMisses.question(for: "b", in: ["a", "c"]) == "did you mean a or c?")
    }
}
