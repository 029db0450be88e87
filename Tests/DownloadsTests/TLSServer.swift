import Foundation

/// An HTTPS server on the loopback interface with a certificate of its own that nobody has signed. Python serves, and
/// OpenSSL makes the certificate, each time anew.
final class TLSServer {
    let port: Int
    /// The certificate, for whoever is to trust it.
    let certificate: URL
    private let process = Process()

    /// The tools that it takes.
    static let isPossible = ["openssl", "python3"].allSatisfy { (try? run(["which", $0])) == 0 }

    /// - Parameters:
    ///   - folder: what is served: `/files/x` gives the file x, `/redirect/x` leads to x without TLS.
    ///   - work: where certificate and key are put.
    init(serving folder: URL, work: URL) throws {
        try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
        certificate = work.appending(path: "certificate.pem")
        let key = work.appending(path: "key.pem")
        let made = try Self.run([
            "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days",
            "2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key.path, "-out",
            certificate.path,
        ])
        guard made == 0 else { throw POSIXError(.EIO) }
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", Self.server, folder.path, certificate.path, key.path]
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        var line = Data()
        while let byte = try output.fileHandleForReading.read(upToCount: 1), byte != Data("\n".utf8) { line += byte }
        guard let port = Int(String(decoding: line, as: UTF8.self)) else { throw POSIXError(.ECONNREFUSED) }
        self.port = port
    }

    func stop() {
        // A process that a thread of Dispatch starts inherits that it does not receive SIGTERM.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    func address(_ folder: String) throws -> URL {
        guard let url = URL(string: "https://127.0.0.1:\(port)/\(folder)/") else { throw POSIXError(.EINVAL) }
        return url
    }

    private static func run(_ words: [String]) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = words
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    private static let server = """
        import http.server, os, ssl, sys
        folder, certificate, key = sys.argv[1:]
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                name = os.path.basename(self.path)
                if self.path.startswith("/redirect/"):
                    self.send_response(302)
                    self.send_header("Location", "http://127.0.0.1:%d/files/%s" % (server.server_port, name))
                    self.end_headers()
                else:
                    body = open(os.path.join(folder, name), "rb").read()
                    self.send_response(200)
                    self.send_header("Content-Length", str(len(body)))
                    self.end_headers()
                    self.wfile.write(body)
            def log_message(self, *words): pass
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        print(server.server_port, flush=True)
        server.serve_forever()
        """
}
