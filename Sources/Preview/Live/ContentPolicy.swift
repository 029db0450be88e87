/// A page's security policy (Content Security Policy Level 3): directives by name.
struct ContentPolicy {
    private var directives: [(name: String, sources: [String])]

    init(_ text: String) {
        directives = text.split(separator: ";").compactMap { directive in
            let words = directive.split(whereSeparator: \.isWhitespace).map(String.init)
            return words.first.map { ($0.lowercased(), Array(words.dropFirst())) }
        }
    }

    var text: String {
        directives.map { ([$0.name] + $0.sources).joined(separator: " ") }.joined(separator: "; ")
    }

    /// The same, with the preview's script and its questions let through. All else stays forbidden, so that a page that
    /// breaks its own policy does so in the preview as well.
    ///
    /// - Parameters:
    ///   - host: by which the server was asked.
    ///   - nonce: what the script's element has, for policies in which no address counts.
    func admitting(host: String, nonce: String) -> ContentPolicy {
        var policy = self
        // A policy can't name an IPv6 address.
        let address = host.hasPrefix("[") ? "'self'" : "http://\(host)\(LiveScript.folder)"
        let isStrict = position(deciding: "script-src").map { index in
            directives[index].sources.contains { $0.lowercased() == "'strict-dynamic'" }
        }
        policy.admit(isStrict == true ? "'nonce-\(nonce)'" : address, to: "script-src")
        policy.admit("'self'", to: "connect-src")
        return policy
    }

    private mutating func admit(_ source: String, to name: String) {
        guard let known = position(deciding: name) else { return }
        let sources = directives[known].sources.filter { $0.lowercased() != "'none'" } + [source]
        if directives[known].name == "default-src" {
            directives.append((name, sources))
        } else {
            directives[known].sources = sources
        }
    }

    /// What is scripts' own, if anything, decides before what is everything's; where neither says a word, all may.
    private func position(deciding name: String) -> Int? {
        let element = name == "script-src" ? "script-src-elem" : name
        return [element, name, "default-src"].lazy.compactMap(position(of:)).first
    }

    /// The first one counts.
    private func position(of name: String) -> Int? { directives.firstIndex { $0.name == name } }
}
