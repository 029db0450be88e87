import Foundation
import TestSupport
import Testing

@Suite("Where the data come from", .limited)
struct DataTests {
    private static let names = ["train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1"]

    /// Empty files under the published names: nothing reads them before something is computed.
    private func place(_ kind: String, in folder: URL, as rename: (String) -> String = { $0 }) throws {
        let own = folder.appending(path: kind)
        try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
        for name in Self.names {
            try Data().write(to: own.appending(path: rename("\(name)-ubyte")))
        }
    }

    @Test("files as 7-Zip unpacks them, and folders as torchvision lays them, are found")
    func otherNames() throws {
        try withFolder { folder in
            for (place, suffix) in [("a", ""), ("b", ".gz"), ("c/mnist", ".gz")] {
                try self.place(place, in: folder) { $0.replacing("-idx", with: ".idx") + suffix }
            }
            for (named, line) in [("a", "MNIST, drawn"), ("b", "MNIST, drawn"), ("c", "MNIST, drawn")] {
                let run = try CommandRun("status", "--data-dir", named, in: folder)
                #expect(run.status == 0 && run.output.contains(line), "\(run.errors)")
            }
            try place("torch/MNIST/raw", in: folder)
            try place("torch/FashionMNIST/raw", in: folder)
            let torch = try CommandRun("status", "--data-dir", "torch", in: folder)
            #expect(torch.output.contains("MNIST, Fashion-MNIST,"), "\(torch.errors)")
            for named in ["torch/MNIST", "torch/MNIST/raw"] {
                #expect(try CommandRun("status", "--data-dir", named, in: folder).output.contains("MNIST, drawn"))
            }
            let list = try CommandRun("data", "list", "--data-dir", "torch", in: folder)
            #expect(list.output.contains("FashionMNIST/raw/t10k-labels-idx1-ubyte") && list.errors.isEmpty)
        }
    }

    @Test("what has almost the right name is named, with the right one; a folder that is not one is reported")
    func nearNames() throws {
        try withFolder { folder in
            try place("data", in: folder) { $0.hasPrefix("t10k-images") ? "t10k-images (1).gz" : $0 }
            let advice = "data/t10k-images (1).gz may be it: give it the name t10k-images-idx3-ubyte"
            let list = try CommandRun("data", "list", "--data-dir", "data", in: folder)
            #expect(list.status == 0 && list.output.contains(advice), "\(list.output)")
            let report = try CommandRun("report", "--data-dir", "data", in: folder)
            #expect(report.status == 1 && report.errors.contains(advice), "\(report.errors)")
            try place("other", in: folder) { $0.hasPrefix("train-labels") ? "train_labels.zip" : "x" + $0 }
            let other = try CommandRun("data", "list", "--data-dir", "other", in: folder)
            #expect(other.output.contains("train_labels.zip may hold train-labels-idx1-ubyte: unpack it there"))
            #expect(other.errors.contains("other holds no data set"))
            #expect(try CommandRun("data", "list", "--data-dir", "gone", in: folder).errors.contains("is no folder"))
        }
    }

    @Test("a folder without the data is an error only where they are read")
    func unread() throws {
        try withFolder { folder in
            let lesson = try CommandRun("lesson", "edges", "--data-dir", "/nowhere", in: folder)
            #expect(lesson.status == 0, "\(lesson.errors)")
            #expect(lesson.errors.contains("/nowhere is no folder; nothing that was asked for reads digits"))
            let figure = try CommandRun(
                arguments: ["figures", "edges/similar", "--dry-run"], in: folder, environment: ["COURSE_DATA": "gone"])
            #expect(figure.status == 0, "\(figure.errors)")
            let train = try CommandRun("train", "cnn", "--data-dir", "/nowhere", in: folder)
            #expect(train.status == 1 && train.errors.contains("does not hold MNIST"), "\(train.errors)")
            // Of the garments some are there: who reads them must know, who does not need not.
            try place("mnist", in: folder)
            try place("fashion-mnist", in: folder) { $0.hasPrefix("t10k") ? "x" + $0 : $0 }
            let garments = try CommandRun("train", "denoising", "--data-dir", ".", in: folder)
            #expect(garments.status == 1 && garments.errors.contains("does not hold Fashion-MNIST"))
        }
    }

    @Test("without a folder both sets are drawn; a folder with MNIST alone leaves the garments drawn")
    func sources() throws {
        try withFolder { folder in
            #expect(try CommandRun("status", in: folder).output.contains("drawn digits, drawn garments,"))
            try place("mnist", in: folder)
            let digits = try CommandRun("status", "--data-dir", ".", in: folder)
            #expect(digits.output.contains("MNIST, drawn garments,"), "\(digits.errors)")
            try place("fashion-mnist", in: folder)
            #expect(try CommandRun("status", "--data-dir", ".", in: folder).output.contains("MNIST, Fashion-MNIST,"))
        }
    }

    @Test("data list names every file with its sum and its mirrors; verify fails while any is absent or wrong")
    func listAndVerify() throws {
        try withFolder { folder in
            let list = try CommandRun("data", "list", "--json", in: folder)
            let object = try JSONSerialization.jsonObject(with: Data(list.output.utf8))
            let files = try #require(object as? [[String: Any]])
            #expect(files.count == 8)
            for file in files {
                #expect(file["state"] as? String == "absent")
                #expect((file["sha256"] as? String)?.count == 64)
                let mirrors = try #require(file["mirrors"] as? [String])
                #expect(mirrors.count == 2 && mirrors.allSatisfy { $0.hasPrefix("https://") })
            }
            #expect(try CommandRun("data", "verify", in: folder).status == 1)
            try place("mnist", in: folder)
            let wrong = try CommandRun("data", "verify", "mnist", "--data-dir", ".", in: folder)
            #expect(wrong.status == 1)
            #expect(wrong.output.contains("damaged: ") && wrong.output.contains("is an empty file"))
        }
    }

    @Test("a data set that does not exist is a usage error with the near miss, and so is fetching offline")
    func usage() throws {
        try withFolder { folder in
            let slip = try CommandRun("data", "verify", "fashion-mnits", in: folder)
            #expect(slip.status == 64 && slip.errors.contains("did you mean fashion-mnist?"), "\(slip.errors)")
            #expect(try CommandRun("data", "fetch", in: folder).status == 64)
        }
    }

    #if DEBUG
        @Test("where no mirror answers, the error says which files to put where, and what needs them is drawn")
        func noMirror() throws {
            try withFolder { folder in
                // Port 1 of this machine: nobody listens there.
                let alone = ["COURSE_OFFLINE": "0", "COURSE_TEST_MIRROR_PORT": "1"]
                let fetch = try CommandRun(arguments: ["data", "fetch"], in: folder, environment: alone)
                #expect(fetch.status == 1)
                for part in [
                    "ba891046e6505d7aadcbbe25680a0738", "127.0.0.1:1/train-images-idx3-ubyte.gz", "data/mnist",
                ] {
                    #expect(fetch.errors.contains(part), "\(part)")
                }
                // A run needs no page of it each time that it starts.
                let plan = try CommandRun(
                    arguments: ["plan", "--format", "json"], in: folder, environment: alone)
                #expect(plan.status == 0)
                let lines = plan.errors.split(separator: "\n")
                #expect(lines.count == 1, "\(plan.errors)")
                for part in ["MNIST and Fashion-MNIST could not be fetched", "`course data fetch`", "--offline"] {
                    #expect(lines.first?.contains(part) == true, "\(plan.errors)")
                }
                let lesson = try CommandRun(arguments: ["lesson", "edges"], in: folder, environment: alone)
                #expect(lesson.status == 0 && lesson.errors.isEmpty, "a lesson without data asks for none")
            }
        }
    #endif
}
