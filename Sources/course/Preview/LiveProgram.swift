import Platform
import Threads

/// The program itself, built anew from a checkout's sources and started in its own place.
struct LiveProgram: Sendable {
    let checkout: Checkout
    /// Of this program.
    let executable: URL
    /// `release` or `debug`, as this program was built.
    let configuration: String

    /// nil where this program was not built in the checkout: then its sources are none of its business.
    init?(of checkout: Checkout) {
        guard let path = Self.pathOfThisProgram else { return nil }
        let executable = URL(filePath: path).resolvingSymlinksInPath()
        let configuration = executable.deletingLastPathComponent().lastPathComponent
        guard executable.path.hasPrefix(checkout.root.resolvingSymlinksInPath().path + "/.build/"),
            ["release", "debug"].contains(configuration)
        else { return nil }
        (self.checkout, self.executable, self.configuration) = (checkout, executable, configuration)
    }

    private static var pathOfThisProgram: String? {
        #if os(Linux)
            try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        #else
            CommandLine.arguments.first
        #endif
    }

    /// What the compiler says.
    struct Failure: Error, Equatable, CustomStringConvertible {
        /// The first error, or the last line where there is none.
        let message: String
        /// Below the checkout.
        let file: String?
        let line: Int?

        var description: String {
            [file, line.map(String.init)].compactMap(\.self).joined(separator: ":") + (file == nil ? "" : ": ")
                + message
        }

        /// - Parameter output: of the compiler.
        init(_ output: String, below root: String) {
            let lines = output.split(separator: "\n").map(String.init)
            for line in lines {
                guard let mark = line.firstRange(of: ": error: ") else { continue }
                let place = line[..<mark.lowerBound].split(separator: ":")
                guard place.count >= 2, let number = Int(place[1]) else { continue }
                let path = String(place[0])
                file = path.hasPrefix(root + "/") ? String(path.dropFirst(root.count + 1)) : path
                self.line = number
                message = String(line[mark.upperBound...])
                return
            }
            (file, line) = (nil, nil)
            message = lines.last { $0.contains("error") } ?? lines.last ?? "the build failed and said nothing"
        }
    }

    /// Builds the program, and once more for what is saved while it is built: nobody would look at that again.
    ///
    /// - Throws: ``Failure`` with the compiler's first error.
    func build() throws {
        var before: Date?
        var newest = newestSource
        while before != newest {
            before = newest
            do { try buildOnce() } catch {
                newest = newestSource
                // An error that has been mended meanwhile need not be reported.
                if before == newest { throw error }
                continue
            }
            newest = newestSource
        }
    }

    /// When a source was saved last.
    private var newestSource: Date? {
        [checkout.lessons, checkout.sources].flatMap { folder in
            ((try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? [])
                .filter { $0.hasSuffix(".swift") }
                .compactMap { path in
                    let values = try? FileManager.default.attributesOfItem(atPath: folder.appending(path: path).path)
                    return values?[.modificationDate] as? Date
                }
        }.max()
    }

    private func buildOnce() throws {
        let static_ = configuration == "release" ? " --static-swift-stdlib" : ""
        let command = "'\(checkout.root.path)/Scripts/build' -c \(configuration) --product course\(static_) 2>&1"
        guard let stream = popen(command, "r") else {
            throw Failure("the system starts no other program", below: checkout.root.path)
        }
        var output: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 14)
        while true {
            let count = fread(&buffer, 1, buffer.count, stream)
            if count == 0 { break }
            output += buffer.prefix(count)
        }
        let status = pclose(stream)
        guard status == 0 else {
            throw Failure(String(decoding: output, as: UTF8.self), below: checkout.root.path)
        }
    }

    /// Becomes the new program, which goes on at the same port. Returns only where the system refuses.
    func restart(with arguments: [String]) {
        let words = ([executable.path] + arguments).map { (word: String) -> UnsafeMutablePointer<CChar>? in strdup(word)
        }
        defer { for word in words { free(word) } }
        execv(executable.path, words + [nil])
    }
}
