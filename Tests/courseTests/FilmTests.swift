import Foundation
import TestSupport
import Testing

@Suite("Figures that move as films", .limited)
struct FilmTests {
    private static let ffmpeg = "/usr/bin/ffmpeg"
    private static let probe = "/usr/bin/ffprobe"
    static let hasProgram = [ffmpeg, probe].allSatisfy { FileManager.default.isExecutableFile(atPath: $0) }

    private func frames(of file: String, in folder: URL) throws -> Int {
        let run = try CommandRun(
            program: Self.probe,
            arguments: [
                "-v", "error", "-count_frames", "-select_streams", "v:0", "-show_entries", "stream=nb_read_frames",
                "-of",
                "csv=p=0", file,
            ], in: folder)
        #expect(run.status == 0, "\(run.errors)")
        return try #require(Int(run.output.trimmingCharacters(in: .whitespacesAndNewlines.union([","]))))
    }

    @Test(
        "the sliding kernel as a film has its six positions, and is the same bytes each time",
        .enabled(if: hasProgram), arguments: ["gif", "mp4"])
    func slide(format: String) throws {
        try withFolder { folder in
            for name in ["a", "b"] {
                let run = try CommandRun(
                    "figures", "kernels/slide", "--format", format, "--dpi", "60", "--lang", "en", "-o", name,
                    in: folder)
                #expect(run.status == 0, "\(run.errors)")
                #expect(run.output.hasSuffix("/\(name)/kernels/slide.en.\(format)\n"), "\(run.output)")
            }
            let files = ["a", "b"].map { folder.appending(path: "\($0)/kernels/slide.en.\(format)") }
            #expect(try Data(contentsOf: files[0]) == Data(contentsOf: files[1]))
            // The last picture stands for two; a film of 24 pictures a second shows each as often.
            let count = try frames(of: files[0].path, in: folder)
            #expect(format == "gif" ? count == 7 : (150...170).contains(count), "\(count)")
        }
    }

    @Test("of several figures those that move are drawn", .enabled(if: hasProgram))
    func moving() throws {
        try withFolder { folder in
            let run = try CommandRun(
                "figures", "pooling/*", "learning/descent", "--format", "gif", "--dpi", "40", "--lang", "es", "-o", "a",
                in: folder)
            #expect(run.status == 0, "\(run.errors)")
            let names = run.output.split(separator: "\n").map {
                $0.split(separator: "/").suffix(2).joined(separator: "/")
            }
            #expect(names == ["pooling/shrink.es.gif", "learning/descent.es.gif"], "\(names)")
        }
    }

    @Test(
        "a figure that stands still is told, and a machine without the program, with what to do",
        .enabled(if: hasProgram))
    func still() throws {
        try withFolder { folder in
            let run = try CommandRun("figures", "edges/similar", "--format", "mp4", in: folder)
            #expect(run.status == 1 && run.errors.contains("does not move"), "\(run.errors)")
        }
    }

    @Test(
        "commands whose figures stand still know no film",
        arguments: [["edges", "a.png"], ["train", "cnn", "--figures", "b"], ["classify", "a.png"]])
    func otherCommands(arguments: [String]) throws {
        try withFolder { folder in
            let run = try CommandRun(arguments: arguments + ["--format", "gif"], in: folder)
            #expect(run.status == 64 && run.errors.contains("course figures draws"), "\(run.errors)")
        }
    }

    @Test(
        "a machine without the program says what to install, before anything is drawn",
        arguments: ["gif", "webp", "mp4"])
    func missing(format: String) throws {
        try withFolder { folder in
            let run = try CommandRun(
                arguments: ["figures", "kernels/slide", "--format", format], in: folder,
                environment: ["PATH": folder.path])
            #expect(run.status == 1)
            #expect(run.errors.contains("apt install") && run.errors.contains("--frames"), "\(run.errors)")
            #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "Output/figures").path))
        }
    }
}
