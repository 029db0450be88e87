import Notebook

/// What a page knows of the right answer: enough to check one, too little to read it.
///
/// It keeps an answer from eyes that wander, not from somebody who means to find it: a page has nobody to ask, and whoever
/// can read its script can try numbers.
struct AnswerHash {
    /// Different for every exercise, the same in every language: `kernels/corner`.
    let salt: String
    /// The answer as a whole number: in units of its last decimal, or the place of a choice, from 1.
    let answer: Int

    /// FNV-1a of 32 bits (Fowler, Noll and Vo, RFC 9923), as `exercises.js` computes it.
    var text: String {
        var hash: UInt32 = 0x811C_9DC5
        for byte in "\(salt):\(answer)".utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }
}
