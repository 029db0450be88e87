import Foundation
import Languages
import Notebook
import Storage
import TestSupport
import Testing

@testable import Publishing

@Suite("Nobody's files are lost in a report's folder", .limited)
struct OwnershipTests {
    /// Every kind of file that stands in such a folder when all is well.
    private static let kinds = OwnedReport.paths + ["manifest.json", "timings.json"]

    @Test("somebody else's file is in the way of whatever has its name", arguments: kinds + [".manifest.journal"])
    func foreign(path: String) throws {
        try withFolder { folder in
            try Files.write("mine", to: folder.appending(path: path))
            let before = files(in: folder)
            let error = caught(StorageError.self) { try OwnedReport.write(in: folder) }
            let file = FileInTheWay(path: folder.appending(path: path).path, .foreign)
            #expect(error == .inTheWay([file], place: "folder with --output"))
            #expect(try text(path, in: folder) == "mine" && files(in: folder) == before)
            try OwnedReport.write(in: folder, replacesAnything: true)
            #expect(!FileManager.default.fileExists(atPath: folder.appending(path: ".manifest.journal").path))
            #expect(Self.kinds.allSatisfy { (try? text($0, in: folder)).map { $0 != "mine" } == true })
        }
    }

    @Test("so is one of ours that was edited", arguments: kinds)
    func edited(path: String) throws {
        try withFolder { folder in
            try OwnedReport.write(in: folder)
            let written = try text(path, in: folder)
            let changed = written.replacing("a processor", with: "mine").replacing("finish", with: "mine")
            let edited = changed == written ? written + "mine" : changed
            try Files.write(edited, to: folder.appending(path: path))
            let error = caught(StorageError.self) { try OwnedReport.write("new", in: folder) }
            let file = FileInTheWay(path: folder.appending(path: path).path, .changed)
            #expect(error == .inTheWay([file], place: "folder with --output"))
            #expect(try text(path, in: folder) == edited)
            try OwnedReport.write("new", in: folder, replacesAnything: true)
            #expect(try text(path, in: folder) != edited)
            try OwnedReport.write("newer", in: folder)
        }
    }

    @Test("a refused run changes nothing, and what stays is still known as ours or not")
    func refused() throws {
        try withFolder { folder in
            try OwnedReport.write(in: folder)
            try Files.write("mine", to: folder.appending(path: "en/a.html"))
            let before = try files(in: folder).filter { $0.contains(".") }.map { try text($0, in: folder) }
            #expect(throws: StorageError.self) { try OwnedReport.write("new", in: folder) }
            #expect(try files(in: folder).filter { $0.contains(".") }.map { try text($0, in: folder) } == before)
            let files = try WrittenFiles(in: folder)
            if case .changed = files.state(of: "en/a.html") {
            } else {
                Issue.record("a page of somebody's counts as ours")
            }
            if case .unchanged = files.state(of: "index.html") {} else { Issue.record("a page of ours is lost") }
        }
    }

    @Test("what is put there after the check is found when it is written over")
    func late() throws {
        try withFolder { folder in
            let writer = ReportFolder(folder)
            try writer.check(OwnedReport.paths)
            try Files.write("mine", to: folder.appending(path: "en/a.html"))
            #expect(throws: StorageError.self) { try writer.write(bytes("page"), to: "en/a.html") }
            #expect(try text("en/a.html", in: folder) == "mine")
            #expect(files(in: folder) == ["en", "en/a.html"])
        }
    }

    @Test("what holds already what it is to hold is in nobody's way; nor is an empty file")
    func identical() throws {
        try withFolder { folder in
            try Files.write("page", to: folder.appending(path: "en/a.html"))
            try Files.write("", to: folder.appending(path: "en/b.html"))
            let writer = ReportFolder(folder)
            try writer.check(["en/b.html"])
            try writer.write(bytes("page"), to: "en/a.html")
            try writer.write(bytes("other"), to: "en/b.html")
            try writer.finish()
            #expect(try text("en/a.html", in: folder) == "page" && text("en/b.html", in: folder) == "other")
        }
    }

    @Test("where nothing has to be computed first, that is known beforehand: all or nothing is written")
    func held() throws {
        try withFolder { folder in
            for path in OwnedReport.paths { try Files.write("page \(path)", to: folder.appending(path: path)) }
            func write(_ words: String, isCostly: Bool) throws {
                let writer = ReportFolder(folder)
                try writer.check(OwnedReport.paths, isCostly: isCostly)
                for path in ["en/new.html"] + OwnedReport.paths {
                    try writer.write(bytes("\(words) \(path)"), to: path)
                }
                #expect(files(in: folder).filter { $0.contains("new") || $0.contains("manifest") }.isEmpty)
                try writer.finish()
            }
            let costly = caught(StorageError.self) { try write("page", isCostly: true) }
            let other = caught(StorageError.self) { try write("other", isCostly: false) }
            guard case .inTheWay(let all, _) = costly, case .inTheWay(let same, _) = other else {
                Issue.record("not refused")
                return
            }
            #expect(all.count == 3 && Set(all.map(\.path)) == Set(same.map(\.path)))
            #expect(files(in: folder).filter { $0.contains("new") || $0.contains("manifest") }.isEmpty)
            try write("page", isCostly: false)
            #expect(try text("en/new.html", in: folder) == "page en/new.html")
            #expect(try Manifest.read(in: folder)?.beside?.count == 4)
        }
    }

    @Test("the first three files are named, the others are counted")
    func many() throws {
        try withFolder { folder in
            let paths = (1...5).map { "en/\($0).html" }
            for path in paths { try Files.write("mine", to: folder.appending(path: path)) }
            let error = caught(StorageError.self) { try ReportFolder(folder).check(paths) }
            let words = error?.description ?? ""
            #expect(words.contains("en/3.html (not written by this program) and 2 more are in the way"), "\(words)")
            #expect(words.contains("--output") && words.contains("--force") && words.contains("move them away"))
            let one = caught(StorageError.self) { try ReportFolder(folder).check(["en/1.html"]) }
            #expect(one?.description.contains("is in the way, and nothing was replaced") == true)
        }
    }

    @Test("a folder where a file is to be, and a file where a folder is to be, are told of")
    func wrongKinds() throws {
        try withFolder { folder in
            try Files.createFolder(folder.appending(path: "index.html"))
            try Files.write("mine", to: folder.appending(path: "en"))
            try FileManager.default.createSymbolicLink(
                at: folder.appending(path: "es"), withDestinationURL: folder.appending(path: "gone"))
            for (path, words) in [
                ("index.html", "it is a folder"), ("es/a.html", "is a link that leads nowhere"),
                ("en/a.html", "a file is where a folder should be"),
            ] {
                for replacesAnything in [false, true] {
                    let error = caught(StorageError.self) {
                        try ReportFolder(folder, replacesAnything: replacesAnything).check([path])
                    }
                    #expect(error?.description.contains(words) == true, "\(String(describing: error))")
                }
            }
        }
    }

    @Test("an earlier version's manifest and timings, which had no seal, are ours")
    func earlierVersion() throws {
        try withFolder { folder in
            let page = SHA256.hex(of: "page")
            try Files.write("{\"files\": {\"en/a.html\": \"\(page)\"}}", to: folder.appending(path: "manifest.json"))
            try Files.write("page", to: folder.appending(path: "en/a.html"))
            try Files.write("[{\"seconds\": 1, \"step\": \"finish\"}]", to: folder.appending(path: "timings.json"))
            try OwnedReport.write(in: folder)
        }
    }

    @Test("what is announced beforehand is at least what a report writes")
    func announced() throws {
        try withFolder { folder in
            let report = Sample.report()
            let writer = ReportWriter(
                folder: ReportFolder(folder), publisher: try HTMLPublisher(report),
                figureFiles: FigureFiles(style: FigureStyle(themes: [.light, .dark]), provenance: []), dpi: 200)
            let announced = Set(writer.possiblePaths)
            let site = try HTMLPublisher(report).site(
                [Sample.kernelsPage(), Sample.edgesPage()], figures: Sample.figures)
            #expect(site.map(\.path).allSatisfy(announced.contains))
            #expect(announced.isSuperset(of: ["course.html", "timings.json", "results/edges.json"]))
        }
    }
}
