import Languages
import TestSupport
import Testing

@Suite("Near misses", .limited)
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

    @Test(
        "a word that shares hardly a letter is no miss, however short it is",
        arguments: [
            ("nope", "net"), ("cat", "dog"), ("mean", "max"), ("b", "a"), ("es", "edges"), ("shapes", "pets"),
            ("7", "12"), ("last", "fast2"), ("kernel", "labels"),
        ])
    func far(typed: String, other: String) {
        #expect(NearMisses.of(typed, in: [other]).isEmpty)
    }

    @Test(
        "a folder or an ending that both have makes no two names alike",
        arguments: [
            ("nope.json", "net.json"), ("cat.png", "dog.png"), ("edges/xyz", "edges/hed"),
            ("a.safetensors", "b.safetensors"),
        ])
    func frames(typed: String, other: String) {
        #expect(NearMisses.of(typed, in: [other]).isEmpty)
    }

    @Test(
        "a slip in a name with folder and ending finds it, and so does another ending",
        arguments: [
            ("edges/laplcian", "edges/laplacian"), ("ent.json", "net.json"), ("photo.png", "photo.jpg"),
            ("phto.png", "photo.png"), ("edges/", "edges/canny"), ("NET.JSON", "net.json"),
        ])
    func framed(typed: String, meant: String) {
        #expect(NearMisses.of(typed, in: [meant]) == [meant])
    }

    @Test(
        "a word of ten thousand letters finds nothing, and at once; two letters find what begins with them, three ends")
    func lengths() {
        let word = String(repeating: "kernels", count: 1_500)
        #expect((0..<500).allSatisfy { _ in NearMisses.of(word, in: lessons).isEmpty })
        #expect(NearMisses.of("gr", in: lessons) == ["gradients"])
        #expect(NearMisses.of("es", in: lessons).isEmpty)
        #expect(NearMisses.of("ling", in: lessons) == ["pooling"])
    }

    @Test("the question lists what is near")
    func question() {
        #expect(NearMisses.question(for: "mnits", in: lessons) == "did you mean mnist?")
        #expect(NearMisses.question(for: "bat", in: ["cat", "bad"]) == "did you mean bad or cat?")
    }
}
