import Foundation
import TestSupport
import Testing

@Suite("Lessons in the browser while they are written", .limited)
struct PreviewTests {
    /// The documents of this checkout.
    private static let lessons = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Lessons")

    /// Runs lines of the shell while documents of our own are served: `$at` is the server's address, `$doc` the folder,
    /// `page PATH TEXT` waits until a page says something, and prints what it waited for or that it waited in vain.
    private func preview(_ lines: String, in folder: URL) throws -> CommandRun {
        let documents = folder.appending(path: "documents")
        try FileManager.default.copyItem(at: Self.lessons, to: documents)
        return try CommandRun(
            shell: """
                doc=$PWD/documents
                "$0" preview edges --no-open --documents documents >out.txt 2>err.txt &
                server=$!
                tries=0
                until grep -q 'Serving http' err.txt || [ $tries -ge 600 ]; do tries=$((tries + 1)); sleep 0.05; done
                at=$(sed -n 's|^Serving \\(http://[^/]*\\)/.*|\\1|p' err.txt)
                # A bare machine has no curl; bash opens sockets itself.
                get() {
                    bash -c 'exec 3<>/dev/tcp/${0%:*}/${0##*:} &&
                        printf "GET /%s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n" "$1" "$0" >&3 && cat <&3' \
                        "${at#http://}" "$1"
                }
                page() {
                    tries=0
                    until get "$1" | grep -q "$2"; do
                        tries=$((tries + 1))
                        [ $tries -lt 300 ] || { echo "in vain: $2"; return; }
                        sleep 0.05
                    done
                    echo "seen: $2"
                }
                \(lines)
                kill -TERM $server
                wait $server
                echo "ended: $?"
                """, in: folder)
    }

    @Test(
        "a changed word is on the page, an error is told with its place, and the page is well again when that is mended"
    )
    func words() throws {
        try withFolder { (folder: URL) throws in
            let run = try preview(
                """
                page en/edges.html 'Even areas turn black'
                sed 's/Even areas turn black/Flat areas go black/' $doc/Edges/edges.en.md >new
                mv new $doc/Edges/edges.en.md
                page en/edges.html 'Flat areas go black'
                page es/edges.html 'Las zonas uniformes se vuelven negras'
                sed 's/Flat areas go black/Flat areas go black $\\\\srqt{2}$/' $doc/Edges/edges.en.md >new
                mv new $doc/Edges/edges.en.md
                tries=0
                until grep -q srqt err.txt || [ $tries -ge 300 ]; do tries=$((tries + 1)); sleep 0.05; done
                sed 's/ [$][^ ]*srqt{2}[$]//' $doc/Edges/edges.en.md >new
                mv new $doc/Edges/edges.en.md
                page en/edges.html 'Flat areas go black'
                sed 's/{figure} laplacian/{figrue} laplacian/' $doc/Edges/edges.en.md >new
                mv new $doc/Edges/edges.en.md
                tries=0
                until grep -q figrue err.txt || [ $tries -ge 300 ]; do tries=$((tries + 1)); sleep 0.05; done
                page en/edges.html 'Flat areas go black'
                page en/pixels.html '<h1'
                page en/search/edges.js 'Flat areas go black'
                page es/search/pooling.js '"places":'
                page es/search/glossary.js '"places":'
                """, in: folder)
            #expect(!run.output.contains("in vain"), "\(run.output)")
            #expect(run.output.contains("ended: 143"), "\(run.output)")
            let errors = try String(contentsOf: folder.appending(path: "err.txt"), encoding: .utf8)
            let english = try String(contentsOf: Self.lessons.appending(path: "Edges/edges.en.md"), encoding: .utf8)
            let line = try #require(
                english.components(separatedBy: "\n").firstIndex { $0.contains("Even areas turn black") })
            #expect(
                errors.contains("Edges/edges.en.md:\(line + 1): error: unknown TeX command \\srqt"), "\(errors)")
            #expect(errors.contains("no block is called {figrue}; did you mean figure?"), "\(errors)")
        }
    }

    @Test("what can't be shown is refused before anything is served")
    func refusals() throws {
        try withFolder { (folder: URL) throws in
            for (words, status, message) in [
                (["preview", "egdes"], 64, "did you mean edges?"),
                (["preview", "--port", "0"], 64, "--port takes a number from 1 to 65535"),
                (["preview", "--documents", "nowhere"], 1, "nowhere"),
            ] as [([String], Int32, String)] {
                let run = try CommandRun(
                    arguments: words + (words.contains("--no-open") ? [] : ["--no-open"]), in: folder)
                #expect(run.status == status && run.errors.contains(message), "\(words): \(run.status) \(run.errors)")
            }
        }
    }
}
