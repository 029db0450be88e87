import Foundation
import TestSupport
import Testing

@Suite("Where places lie that people name", .limited)
struct PlaceTests {
    /// Runs a command whose home folder is `home` in the folder.
    private func run(
        _ words: [String], in folder: URL, _ environment: [String: String] = [:]
    ) throws -> CommandRun {
        let home = folder.appending(path: "home")
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        return try CommandRun(
            arguments: words, in: folder, environment: ["HOME": home.path].merging(environment) { $1 })
    }

    @Test("~/ is the home folder that HOME names, in a variable, in an option and in course.json alike")
    func home() throws {
        try withFolder { folder in
            let (place, line) = ("~/a place", "/home/a place\n")
            let variable = try run(["status"], in: folder, ["COURSE_STORE": place])
            #expect(variable.status == 0 && variable.output.hasPrefix("store  \(folder.path)\(line)"), "\(variable)")
            #expect(try run(["status", "--store", place], in: folder).output.contains(folder.path + line))
            #expect(try run(["status", "--store", "~"], in: folder).output.contains("\(folder.path)/home\n"))
            let data = try run(["data", "list"], in: folder, ["COURSE_DATA": "~/gone"])
            #expect(data.errors.contains("\(folder.path)/home/gone is no folder"), "\(data.errors)")
            let lesson = try run(["figures", "edges/similar", "--dry-run", "--output", "~/out"], in: folder)
            #expect(lesson.output.contains("\(folder.path)/home/out/edges/"), "\(lesson.errors)")
            try Data(#"{"store": "~/a place"}"#.utf8).write(to: folder.appending(path: "course.json"))
            #expect(try run(["status"], in: folder, ["COURSE_STORE": ""]).output.contains(folder.path + line))
        }
    }

    @Test("so it is for files; any other name with a tilde is what it is")
    func others() throws {
        try withFolder { folder in
            let file = try run(["train", "cnn", "--weights", "~/a/b"], in: folder, ["HOME": "/dev/null"])
            #expect(file.status == 1 && file.errors.contains("/dev/null is not a folder"), "\(file.errors)")
            let user = try run(["status", "--store", "~root/x"], in: folder)
            #expect(user.output.contains("store  \(folder.path)/~root/x\n"), "\(user.output)")
        }
    }
}
