import Foundation
import Testing

@Suite("Where the data come from")
struct DataTests {
    /// Empty files under the published names: nothing reads them before something is computed.
    private func place(_ kind: String, in folder: URL) throws {
        let own = folder.appending(path: kind)
        try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
        for name in ["train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1"] {
            try Data().write(to: own.appending(path: "\(name)-ubyte"))
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
            #expect(wrong.output.contains("damaged: ") && wrong.output.contains("expected 47040016 bytes, found 0"))
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
                let lesson = try CommandRun(arguments: ["lesson", "edges"], in: folder, environment: alone)
                #expect(lesson.status == 0 && lesson.errors.isEmpty, "a lesson without data asks for none")
            }
        }
    #endif
}
