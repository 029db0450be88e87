/// Who may ask. A page of somebody else's, open in the same browser, reaches the loopback address as well: by a name
/// that is made to lead there (DNS rebinding), or straight away.
struct Gate {
    /// `localhost:8000` and the other names of this server, as the field Host has them.
    private let hosts: [String]

    init(port: Int) {
        let names = ["127.0.0.1", "localhost", "[::1]"]
        hosts = names.map { "\($0):\(port)" } + (port == 80 ? names : [])
    }

    /// - Returns: the name by which the server was asked.
    /// - Throws: ``Refusal`` where it was asked by another name, or by a page that it did not serve.
    func admit(_ head: RequestHead) throws(Refusal) -> String {
        let named = head.values(of: "host")
        guard named.count == 1 else { throw Refusal(.badRequest, "A request names its host, and once.") }
        let host = named[0].lowercased()
        guard hosts.contains(host) else {
            throw Refusal(.misdirected, "This server answers at http://\(hosts[0])/ and under no other name.")
        }
        if let authority = head.authority, authority.lowercased() != host {
            throw Refusal(.badRequest, "The address names another host than the field Host.")
        }
        let foreign = Refusal(.forbidden, "What lies here is for its own pages alone.")
        for origin in head.values(of: "origin") {
            let origin = origin.lowercased()
            guard hosts.contains(where: { origin == "http://" + $0 }) else { throw foreign }
        }
        // Browsers say where a request comes from even where they send no origin: `<img src>` in a foreign page. A link
        // that somebody follows is nobody's reading.
        let isOwn = head.values(of: "sec-fetch-site").allSatisfy { ["same-origin", "none"].contains($0) }
        let isVisit =
            head.values(of: "sec-fetch-mode") == ["navigate"] && head.values(of: "sec-fetch-dest") == ["document"]
        guard isOwn || isVisit else { throw foreign }
        return host
    }
}
