import Foundation
import TestSupport
import Testing

@testable import Storage

@Suite("JSON of any shape", .limited)
struct JSONValueTests {
    private func value(_ text: String) throws -> JSONValue {
        try CanonicalJSON.decode(JSONValue.self, from: Array(text.utf8))
    }

    @Test("each kind is itself: a truth value is no number, and a number no truth value")
    func kinds() throws {
        #expect(
            try value(#"{"a": [null, true, false, 1, 0, -1, 1.5, "1", {}, []]}"#)
                == .object([
                    "a": .list([
                        .null, .boolean(true), .boolean(false), .whole(1), .whole(0), .number(-1), .number(1.5),
                        .text("1"), .object([:]), .list([]),
                    ])
                ]))
    }

    @Test("whole numbers keep every bit", arguments: [0, 1 << 53 + 1, UInt64.max, UInt64.max - 1] as [UInt64])
    func whole(number: UInt64) throws {
        #expect(try value("[\(number)]") == .list([.whole(number)]))
    }

    @Test("a whole number is one however it is written, and nothing else is one")
    func asWhole() throws {
        for (text, whole) in [
            ("7", 7), ("7.0", 7), ("7e2", 700), ("1.5", nil), ("-1", nil), ("1e30", nil), ("true", nil), ("\"7\"", nil),
            ("null", nil),
        ] as [(String, UInt64?)] {
            guard case .list(let list) = try value("[\(text)]") else {
                Issue.record("\(text)")
                continue
            }
            #expect(list.map(\.whole) == [whole], "\(text)")
        }
    }

    @Test(
        "what is no JSON is an error",
        arguments: ["", "{", "[1 2]", "{\"a\": 1e999}", "[01]", "{\"a\" 1}", "nul", "[\"\\ud800\"]"])
    func malformed(text: String) throws {
        #expect(throws: DecodingError.self) { try value(text) }
    }

    @Test("and so is what nests without end")
    func endless() throws {
        for start in ["[", "{\"a\":"] {
            #expect(throws: DecodingError.self) { try value(String(repeating: start, count: 100_000)) }
        }
    }

    @Test("messages show it as it was typed")
    func description() throws {
        #expect(try "\(value(#"{"b": [1, 1.5, true, null], "a": "x"}"#))" == "{a: x, b: [1, 1.5, true, null]}")
    }
}
