import TestSupport
import Testing

@testable import Preview

@Suite("A page gets the script as it is served, and lets it run", .limited)
struct LivePageTests {
    private func served(_ page: String, host: String = "127.0.0.1:80") -> String {
        String(decoding: LivePage(Array(page.utf8), version: "v1", host: host, nonce: "n0").bytes, as: UTF8.self)
    }

    private let script = "<script type=\"module\" src=\"/.preview/live.js\" nonce=\"n0\" data-version=\"v1\"></script>"

    @Test("at the beginning of its head, else as early as may be")
    func places() {
        for (before, after) in [
            ("<!doctype html>\n<html lang=\"en\">\n<head>", "\n<title>t</title></head>"), ("<HEAD class='a>b'>", "<p>"),
            ("<!-- <head> --><head>", ""), ("<!doctype html><html>", "<p>no head"), ("<!DOCTYPE html>", "<p>no more"),
            ("", "no markup, 1 < 2"), ("", ""), ("", "<head"), ("", "<p title='<head>'>"),
            ("", "<title><head></title>"),
            ("", "<!-- <head>"), ("", "<script>'<head>'</script>"),
        ] {
            #expect(served(before + after) == before + script + after)
        }
    }

    @Test("the policy lets in the script and its questions, and nothing else that it did not")
    func policy() {
        let own = "default-src 'none'; img-src 'self' data:; style-src 'sha256-a='; script-src 'sha256-b='"
        let opened =
            "default-src 'none'; img-src 'self' data:; style-src 'sha256-a='; "
            + "script-src 'sha256-b=' http://127.0.0.1:80/.preview/; connect-src 'self'"
        let meta = "<meta http-equiv=\"Content-Security-Policy\" content="
        let page = served("<head>\(meta)\"\(own)\"><p>")
        #expect(page == "<head>\(script)\(meta)\"\(opened)\"><p>")
        let escaped = own.replacing("'", with: "&#39;")
        #expect(served("<head>\(meta)\"\(escaped)\"><p>") == page)
        #expect(
            served("<head><META content='\(escaped)' HTTP-EQUIV=content-security-policy>").contains("\"\(opened)\""))
        #expect(served("<head>\(meta)\"\(own)\">", host: "[::1]:80").contains("script-src 'sha256-b=' 'self'"))
    }

    @Test(
        "the directive that decides is the one that is opened",
        arguments: [
            ("", ""), ("img-src *", "img-src *"),
            ("script-src 'none'", "script-src http://h/.preview/"),
            (
                "script-src-elem 'self'; script-src 'none'",
                "script-src-elem 'self' http://h/.preview/; script-src 'none'"
            ),
            ("connect-src https://a", "connect-src https://a 'self'"),
            (
                "default-src 'self'",
                "default-src 'self'; script-src 'self' http://h/.preview/; connect-src 'self' 'self'"
            ),
            // Where scripts let others in, no address counts.
            ("script-src 'sha256-b=' 'Strict-Dynamic'", "script-src 'sha256-b=' 'Strict-Dynamic' 'nonce-n0'"),
            (
                "script-src 'strict-dynamic'; script-src-elem 'sha256-b='",
                "script-src 'strict-dynamic'; script-src-elem 'sha256-b=' http://h/.preview/"
            ),
        ])
    func directives(policy: String, opened: String) {
        #expect(ContentPolicy(policy).admitting(host: "h", nonce: "n0").text == opened)
    }

    @Test("what is no page is served as it is, and the script's own files are there")
    func others() throws {
        var pages = Pages()
        let text = Array("<head></head>".utf8)
        pages.contents["a.txt"] = PageContent(text, type: .plain)
        let server = try PageServer.start(serving: pages)
        defer { server.stop() }
        #expect(try server.get("/a.txt").body == text)
        for name in ["live.js", "exchange.js", "place.js", "panel.js"] {
            let reply = try server.get("/.preview/" + name)
            #expect(reply.status == 200)
            #expect(reply.fields["content-type"] == "text/javascript; charset=utf-8")
        }
        for target in ["/.preview/", "/.preview/x.js", "/.preview/../index.html", "/.preview", "/.preview/events/"] {
            let status = try server.get(target).status
            #expect([403, 404].contains(status), "\(target)")
        }
        #expect(try server.get("/.preview/events", method: "HEAD").status == 404)
    }

    @Test("the same content has the same version, another has another")
    func versions() throws {
        let server = try PageServer.start(serving: Pages(["a.html": "1", "b.html": "1", "c.html": "2"]))
        defer { server.stop() }
        let tags = try ["a", "a", "b", "c"].map { try #require(server.get("/\($0).html").fields["etag"]) }
        #expect(tags[0] == tags[1] && tags[1] == tags[2] && tags[2] != tags[3])
        let version = tags[0].filter { $0 != "\"" }
        #expect(try server.get("/a.html").text.contains("data-version=\"\(version)\""))
    }

    @Test("a server's pages have one nonce, and no two servers the same")
    func nonces() throws {
        var found: [Set<Substring>] = []
        for _ in 0..<2 {
            let server = try PageServer.start(serving: Pages(["a.html": "1", "b.html": "2"]))
            defer { server.stop() }
            let pages = try ["a", "b"].map { try server.get("/\($0).html").text }
            found.append(Set(try pages.map { try #require($0.firstMatch(of: /nonce="([a-z0-9]{16,})"/)).output.1 }))
        }
        #expect(found.map(\.count) == [1, 1] && found[0].isDisjoint(with: found[1]))
    }
}
