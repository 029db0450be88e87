@testable import Preview

extension FuzzTarget {
    /// What the page server is sent, and pages that it sends.
    static let requests = [
        FuzzTarget(
            name: "request",
            seeds: Seeds.texts(
                "GET /en/edges.html?a=b HTTP/1.1\r\nHost: 127.0.0.1:80\r\nAccept: */*\r\n",
                "HEAD /%2e%2e/a%20b HTTP/1.1\r\nHost: localhost:80\r\nOrigin: http://localhost:80\r\n",
                "GET http://127.0.0.1:80/en/?a HTTP/1.1\r\nHost: 127.0.0.1:80\r\n",
                "GET /.preview/live.js HTTP/1.1\r\nHost: [::1]:80\r\nSec-Fetch-Site: none\r\n")
        ) { bytes in
            let head = try RequestHead(bytes[...])
            let host = try? Gate(port: 80).admit(head)
            promise(
                host.map { ["127.0.0.1", "localhost", "[::1]"].contains($0.split(separator: ":80").first) } ?? true)
            for segment in try PagePath(target: head.target).segments {
                promise(!segment.isEmpty && segment.utf8.first != UInt8(ascii: "."))
                promise(!segment.utf8.contains { $0 < 0x20 || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") })
            }
        },
        FuzzTarget(
            name: "live-page",
            seeds: Seeds.texts(
                "<!doctype html><html lang=en><!-- <head> --><head class='a>b'><title><p></title>",
                "<head><meta content=\"default-src 'none'; script-src &#39;self&#39;\" http-equiv=Content-Security-Policy>"
            )
        ) { bytes in
            let page = LivePage(bytes, version: "v", host: "127.0.0.1:80", nonce: "n").bytes
            let script = LiveScript.element(version: "v", nonce: "n").utf8
            let place = page.indices.first { page[$0...].starts(with: script) }
            promise(place != nil)
            // Without a policy nothing else is touched.
            if let place, !HTMLTag.opening(bytes, within: 1024).contains(where: { $0.name == "meta" }) {
                promise(Array(page[..<place] + page[(place + script.count)...]) == bytes)
            }
        },
    ]
}
