import Foundation
import Preview

// Serves a folder, and tells open pages what is saved in it: `served-folder FOLDER [PORT]`. Says its address, then reads
// lines: `failed FILE LINE MESSAGE`, `working MESSAGE` and `mended` are announced, and the end of the input is the server's end.
// `Scripts/test-preview` looks at it with a browser; it is no part of the course.

func say(_ text: String, to stream: FileHandle) { stream.write(Data((text + "\n").utf8)) }

func announcement(_ line: String) -> Announcement? {
    let words = line.split(separator: " ", maxSplits: 3).map(String.init)
    if words == ["mended"] { return .mended }
    if words.first == "working" { return .working(words.dropFirst().joined(separator: " ")) }
    guard words.count == 4, words[0] == "failed" else { return nil }
    return .failed(message: words[3], file: words[1], line: Int(words[2]))
}

do {
    let arguments = CommandLine.arguments
    guard arguments.count > 1 else {
        say("usage: served-folder FOLDER [PORT]", to: .standardError)
        exit(64)
    }
    let folder = URL(filePath: arguments[1])
    let server = try PageServer.start(
        serving: FolderSource(folder), port: arguments.count > 2 ? Int(arguments[2]) : nil)
    let watch = try FolderWatch.start([folder]) { changes in
        server.announce(.changed(changes.map { String($0.path.dropFirst(folder.path.count + 1)) }))
    }
    say(server.address, to: .standardOutput)
    while let line = readLine() {
        guard let announcement = announcement(line) else {
            say("what is “\(line)”?", to: .standardError)
            exit(64)
        }
        server.announce(announcement)
    }
    watch.stop()
    server.stop()
} catch {
    say("\(error)", to: .standardError)
    exit(1)
}
