import Foundation
import Preview
import TestSupport
import Testing

@Suite("No address leads out of what is served", .limited)
struct PathTests {
    /// A folder with a page in it, a secret beside it, and links of all kinds.
    private func withServer(_ body: (PageServer, URL) throws -> Void) throws {
        try withFolder { folder in
            let served = folder.appending(path: "served")
            try FileManager.default.createDirectory(
                at: served.appending(path: "en"), withIntermediateDirectories: true)
            try FileManager.default.createDirectory(
                at: folder.appending(path: "served2"), withIntermediateDirectories: true)
            for (path, text) in [
                ("served/index.html", "the index"), ("served/en/edges.html", "the lesson"),
                ("secret.txt", "the secret"),
                ("served2/secret.txt", "the secret"), ("served/.hidden", "the secret"),
                ("served/a b+ñ.txt", "the text"),
            ] {
                try Data(text.utf8).write(to: folder.appending(path: path))
            }
            for (path, target) in [
                ("out.txt", "../secret.txt"), ("outside", ".."), ("beside", "../served2"), ("in.txt", "a b+ñ.txt"),
                ("circle", "circle"), ("absolute.txt", "/etc/passwd"), ("hidden.txt", ".hidden"),
            ] {
                try FileManager.default.createSymbolicLink(
                    atPath: served.appending(path: path).path, withDestinationPath: target)
            }
            mkfifo(served.appending(path: "pipe").path, 0o600)
            let server = try PageServer.start(serving: FolderSource(served))
            defer { server.stop() }
            try body(server, served)
        }
    }

    @Test("what lies in the folder is served")
    func inside() throws {
        try withServer { server, _ in
            for (address, text) in [
                ("/", "the index"), ("/index.html?theme=dark", "the index"), ("/en/edges.html", "the lesson"),
                ("/a%20b+%C3%B1.txt", "the text"), ("/in.txt", "the text"),
            ] {
                let reply = try server.get(address)
                #expect(reply.status == 200 && reply.text.hasSuffix(text), "\(address)")
            }
        }
    }

    @Test("an address is decoded once: what is an escape after that is a name, and no other one")
    func once() throws {
        try withServer { server, served in
            for address in ["/en/%2565dges.html", "/%2569ndex.html", "/en%252fedges.html", "/a%2520b+%C3%B1.txt"] {
                #expect(try server.get(address).status == 404, "\(address)")
            }
            // No step upwards, but a name with percent signs in it, which nothing has here.
            #expect(try server.get("/%252e%252e/secret.txt").status == 404)
            try Data("the escape".utf8).write(to: served.appending(path: "%65.txt"))
            #expect(try server.get("/%2565.txt").text == "the escape")
        }
    }

    @Test("neither upwards, nor by links, nor anything that is no file; and there are no lists")
    func outside() throws {
        let addresses = [
            "/../secret.txt", "/en/../../secret.txt", "/./../secret.txt", "/..", "/.", "/en/..", "/en/../index.html",
            "/%2e%2e/secret.txt", "/%2E./secret.txt", "/.%2e/secret.txt", "/%252e%252e/secret.txt",
            "/..%2fsecret.txt", "/..%5csecret.txt", "/..\\secret.txt", "/en%2f..%2f..%2fsecret.txt", "/%2fetc/passwd",
            "//etc/passwd", "//secret.txt", "/en//edges.html", "/%00", "/index.html%00.png", "/secret.txt%00",
            "/%c0%ae%c0%ae/secret.txt", "/%e0%80%ae./secret.txt", "/%u002e%u002e/secret.txt", "/%", "/%2", "/%zz",
            "/%+1", "/en%0a", "/%7f", "/out.txt", "/outside/secret.txt", "/beside/secret.txt", "/absolute.txt",
            "/circle", "/.hidden", "/%2ehidden", "/en", "/en/", "/pipe", "/index.html/", "/index.html/x",
            "/C:/secret.txt",
            "/secret.txt::$DATA", "/..;/secret.txt", "/....//secret.txt", "/~root/.profile", "/\(#filePath)",
        ]
        try withServer { server, _ in
            for address in addresses {
                let reply = try server.get(address)
                #expect([400, 403, 404].contains(reply.status), "\(address): \(reply.status)")
                #expect(!reply.text.contains("the secret") && !reply.text.contains("root:"), "\(address)")
            }
        }
    }

    @Test("whatever people type, the server goes on", arguments: ["", "en/"])
    func naughty(folder: String) throws {
        try withServer { server, _ in
            for text in NaughtyStrings.all {
                let escaped = text.utf8.map { "%" + (($0 < 16 ? "0" : "") + String($0, radix: 16)) }.joined()
                let reply = try server.get("/" + folder + escaped)
                #expect([400, 403, 404, 414, 431].contains(reply.status), "\(text.prefix(80)): \(reply.status)")
                // As it is: most of it is no request at all.
                _ = try server.answer(to: server.request("/" + folder + text.prefix(1_000)))
                _ = try server.get("/", fields: ["X: \(text.prefix(1_000))"])
            }
            #expect(try server.get("/").status == 200)
        }
    }

    @Test("a folder that is itself reached by a link is served; one that is not there is named")
    func folders() throws {
        try withServer { _, served in
            let link = served.deletingLastPathComponent().appending(path: "link")
            try FileManager.default.createSymbolicLink(at: link, withDestinationURL: served)
            let linked = try PageServer.start(serving: FolderSource(link))
            defer { linked.stop() }
            #expect(try linked.get("/in.txt").text == "the text")
            let file = served.appending(path: "index.html")
            let nothing = served.appending(path: "nothing")
            for (folder, words) in [(file, "Not a directory"), (nothing, "No such file or directory")] {
                let error = caught(PreviewError.self) { try FolderSource(folder) }
                #expect(error?.description == "cannot read the folder \(folder.path): \(words)")
            }
        }
    }

    @Test("a file that can't be read is told of")
    func unreadable() throws {
        guard geteuid() != 0 else { return }
        try withServer { server, served in
            chmod(served.appending(path: "index.html").path, 0)
            let status = try server.get("/").status
            #expect(status == 500)
        }
    }

    @Test(
        "types are told by names",
        arguments: [
            ("a.css", "text/css; charset=utf-8"), ("a.js", "text/javascript; charset=utf-8"), ("a.PNG", "image/png"),
            ("a.svg", "image/svg+xml; charset=utf-8"), ("a.json", "application/json"), ("a.wasm", "application/wasm"),
            ("a.tar.gz", "application/gzip"), ("a.exe", "application/octet-stream"), ("a", "application/octet-stream"),
        ])
    func types(name: String, type: String) throws {
        try withFolder { folder in
            try Data("x".utf8).write(to: folder.appending(path: name))
            let server = try PageServer.start(serving: FolderSource(folder))
            defer { server.stop() }
            #expect(try server.get("/" + name).fields["content-type"] == type)
        }
    }
}
