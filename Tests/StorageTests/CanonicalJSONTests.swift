import Storage
import TestSupport
import Testing

@Suite("Canonical JSON", .limited)
struct CanonicalJSONTests {
    @Test("keys are sorted, slashes stay, a line feed ends the file")
    func form() throws {
        let bytes = try CanonicalJSON.encode(["b": "x/y", "a": "ñ"])
        #expect(String(decoding: bytes, as: UTF8.self) == "{\n  \"a\" : \"ñ\",\n  \"b\" : \"x/y\"\n}\n")
    }

    @Test("numbers read back as the numbers that they were")
    func numbers() throws {
        let values = [0.1, 1e-300, 123_456_789.123_456_789, 0.9886]
        #expect(try CanonicalJSON.decode([Double].self, from: CanonicalJSON.encode(values)) == values)
    }

    @Test("what JSON can't hold is an error")
    func infinite() {
        #expect(throws: EncodingError.self) { try CanonicalJSON.encode([Double.infinity]) }
    }

    @Test(
        "half a character is an error on every system, whole ones are read",
        arguments: [
            (#"["\ud800"]"#, nil), (#"["\udc00"]"#, nil), (#"["\ud83dx\ude00"]"#, nil), (#"["\ud83d\ud83d"]"#, nil),
            (#"["\ud83d\n"]"#, nil), (#"["\ud83d"#, nil), (#"["\ud83d\ude00"]"#, "\u{1F600}"),
            (#"["\\ud800"]"#, "\\ud800"), (#"["\u00f1"]"#, "ñ"),
        ] as [(String, String?)])
    func surrogates(json: String, text: String?) {
        let found = try? CanonicalJSON.decode([String].self, from: Array(json.utf8))
        #expect(found == text.map { [$0] })
    }

    @Test(
        "what is no string in JSON is an error in a key and in a value alike",
        arguments: [#"\q"#, #"\u12"#, #"\u12g4"#, "a\tb", "\u{0}", #"\ud800"#, "a\nb", #"\"#])
    func strings(text: String) {
        for json in ["{\"\(text)\": 1}", "{\"a\": \"\(text)\"}"] {
            #expect(throws: DecodingError.self, "\(json)") {
                try CanonicalJSON.decode(JSONValue.self, from: Array(json.utf8))
            }
        }
    }

    @Test("every escape of JSON is read")
    func escapes() throws {
        let read = try CanonicalJSON.decode([String].self, from: Array(#"["\"\\\/\b\f\n\r\tñ\u00F1"]"#.utf8))
        #expect(read == ["\"\\/\u{8}\u{C}\n\r\tññ"])
    }
}
