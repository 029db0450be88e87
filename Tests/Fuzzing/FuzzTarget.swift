/// A parser, the bytes to begin with, and what must hold whatever the bytes are. Errors that are thrown are answers;
/// a trap, a bad access or a broken promise is a finding.
struct FuzzTarget: Sendable {
    let name: String
    /// Small inputs that get the fuzzer into the parser's rooms.
    let seeds: [[UInt8]]
    /// The most bytes that the fuzzer tries. Texts are short, and long ones cost time without leading anywhere new.
    var longest = 1024
    let parse: @Sendable ([UInt8]) throws -> Void

    static let all = data + pictures + stored + texts + drafts + languages + requests
}

extension FuzzTarget {
    /// The bytes as a text, as files are read: what is no UTF-8 becomes U+FFFD.
    static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    static func promise(_ holds: Bool, file: StaticString = #fileID, line: UInt = #line) {
        precondition(holds, "a promise does not hold", file: file, line: line)
    }
}
