import Foundation
import TestSupport
import Testing

@Suite("Own data, from a folder of pictures to a report", .limited)
struct OwnDataTests {
    private static let isThorough = ProcessInfo.processInfo.environment["COURSE_THOROUGH"] != nil

    @Test("an import tells what it made, list and verify show it, and other commands take it by its name")
    func commands() throws {
        try withFolder { folder in
            try OwnPictures.write(20, to: folder.appending(path: "photos"))
            let made = try CommandRun("data", "import", "photos", "--as", "shapes", "--gray", in: folder)
            #expect(made.status == 0, "\(made.errors)")
            for part in [
                "5 classes (circle, cross, ring, square, triangle)", "28 x 28 grey", "80 pictures", "--data shapes",
            ] {
                #expect(made.output.contains(part), "\(made.output)")
            }
            let list = try CommandRun("data", "list", in: folder)
            #expect(list.output.contains("shapes  own data: 5 classes") && list.output.contains("mnist  train-images"))
            let one = try CommandRun("data", "list", "shapes", "--json", in: folder)
            let files = try #require(JSONSerialization.jsonObject(with: Data(one.output.utf8)) as? [[String: Any]])
            #expect(files.count == 4 && files[0]["state"] as? String == "present")
            #expect((files[0]["classes"] as? [String])?.first == "circle")
            #expect(try CommandRun("data", "verify", "shapes", in: folder).status == 0)
            let status = try CommandRun("status", "--data", "shapes", in: folder)
            #expect(status.output.contains("own data shapes, drawn garments,"))
            let train = try CommandRun(
                "train", "baseline", "--data", "shapes", "--epochs", "30", "--weights", "w.safetensors", "--json",
                in: folder)
            #expect(train.status == 0, "\(train.errors)")
            let told = try #require(JSONSerialization.jsonObject(with: Data(train.output.utf8)) as? [String: Any])
            #expect(told["parameters"] as? Int == 784 * 128 + 128 + 128 * 5 + 5)
            #expect(try #require(told["testAccuracy"] as? Double) > 0.6, "shapes can be told")
            #expect(train.errors.contains("Data: own data shapes"))
        }
    }

    @Test("--data-dir takes pictures, IDX files and imported data as they lie, and all mean the same")
    func dataDir() throws {
        try withFolder { folder in
            try OwnPictures.write(15, to: folder.appending(path: "shapes"), classes: 2, isGray: true)
            let words = ["train", "baseline", "--epochs", "1", "--json"]
            let direct = try CommandRun(arguments: words + ["--data-dir", "shapes"], in: folder)
            #expect(direct.status == 0, "\(direct.errors)")
            #expect(try CommandRun("data", "import", "shapes", "--as", "two", in: folder).status == 0)
            let imported = try CommandRun(arguments: words + ["--data", "two"], in: folder)
            #expect(imported.output == direct.output)
            let place = ".cache/convolution-course/data/two"
            #expect(try CommandRun(arguments: words + ["--data-dir", place], in: folder).output == direct.output)
            try Data("{\"data\": \"two\"}".utf8).write(to: folder.appending(path: "course.json"))
            #expect(try CommandRun(arguments: words, in: folder).output == direct.output)
        }
    }

    @Test("files under a published set's names are not taken for it, and the way out works")
    func published() throws {
        try withFolder { folder in
            let data = folder.appending(path: "kmnist")
            try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
            func idx(_ dimensions: [Int], _ content: [UInt8]) -> Data {
                Data(
                    [0, 0, 8, UInt8(dimensions.count)]
                        + dimensions.flatMap { [0, 0, UInt8($0 / 256), UInt8($0 % 256)] } + content)
            }
            for (half, count) in [("train", 40), ("t10k", 10)] {
                let pixels = (0..<count * 784).map { UInt8(truncatingIfNeeded: $0 &* 31) }
                let labels = (0..<count).map { UInt8($0 % 2) }
                try idx([count, 28, 28], pixels).write(to: data.appending(path: "\(half)-images-idx3-ubyte"))
                try idx([count], labels).write(to: data.appending(path: "\(half)-labels-idx1-ubyte"))
            }
            let wrong = try CommandRun("train", "baseline", "--epochs", "1", "--data-dir", "kmnist", in: folder)
            #expect(wrong.status == 1 && wrong.errors.contains("expected 47040016 bytes"), "\(wrong.errors)")
            #expect(wrong.errors.contains("course data import FOLDER --as NAME"))
            #expect(try CommandRun("data", "import", "kmnist", "--as", "kmnist", in: folder).status == 0)
            let right = try CommandRun("train", "baseline", "--epochs", "1", "--data", "kmnist", in: folder)
            #expect(right.status == 0, "\(right.errors)")
        }
    }

    @Test("folders that are numbers are classes in their order, and the file with the classes' names is read")
    func order() throws {
        try withFolder { folder in
            let photos = folder.appending(path: "photos")
            try OwnPictures.write(12, to: photos, classes: 3)
            for (old, new) in zip(OwnPictures.classes, ["1", "2", "10"]) {
                try FileManager.default.moveItem(at: photos.appending(path: old), to: photos.appending(path: new))
            }
            try Data(#"{"10": "ten"}"#.utf8).write(to: photos.appending(path: "classes.json"))
            let made = try CommandRun("data", "import", "photos", "--as", "numbers", in: folder)
            #expect(made.status == 0, "\(made.errors)")
            #expect(!(made.output + made.errors).contains("Not read"), "\(made.output) \(made.errors)")
            let list = try CommandRun("data", "list", "numbers", "--json", in: folder)
            let files = try #require(JSONSerialization.jsonObject(with: Data(list.output.utf8)) as? [[String: Any]])
            #expect(files[0]["classes"] as? [String] == ["1", "2", "ten"], "\(list.output)")
        }
    }

    @Test("a slip in a name or an option is a usage error, with what may have been meant")
    func usage() throws {
        try withFolder { folder in
            try OwnPictures.write(13, to: folder.appending(path: "photos"), classes: 2)
            #expect(try CommandRun("data", "import", "photos", "--as", "shapes", in: folder).status == 0)
            for (words, part) in [
                ("status --data shaps", "did you mean shapes?"), ("data verify shaps", "did you mean shapes?"),
                ("status --data fashion-mnist", "own data, or mnist"),
                ("data import photos --as mnist", "own data always have their own"),
                ("data import photos --as x --size 28", "such as 28x28"),
                ("data import photos --as x --size 9x9", "from 18 to 128"),
                ("data import photos --as x --test-share 1", "between 0 and 1"),
                ("data fetch shapes", "there is no data set"),
            ] {
                let run = try CommandRun(arguments: words.split(separator: " ").map(String.init), in: folder)
                #expect(
                    run.status == 64 && run.errors.contains(part) || words.hasPrefix("data fetch"),
                    "\(words): \(run.errors)")
            }
            let taken = try CommandRun("data", "import", "photos", "--as", "shapes", "--gray", in: folder)
            #expect(taken.status == 1 && taken.errors.contains("--force"))
            #expect(
                try CommandRun("data", "import", "photos", "--as", "shapes", "--gray", "--force", in: folder).status
                    == 0)
            let gone = try CommandRun("data", "import", "gone", "--as", "x", in: folder)
            #expect(gone.status == 1 && gone.errors.contains("no such folder"))
        }
    }

    @Test("what is missing, of a wrong kind or too little is told with what helps")
    func refusals() throws {
        try withFolder { folder in
            func put(_ bytes: [UInt8], _ path: String) throws {
                let url = folder.appending(path: path)
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(bytes).write(to: url)
            }
            try put([0, 0, 8, 3, 0, 0, 0, 0, 0, 0, 0, 28, 0, 0, 0, 28], "half/train-images.idx")
            let header = "{'descr': '<f8', 'fortran_order': False, 'shape': (1, 784), }\n"
            for name in ["a", "b"] {
                let head = [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(header.utf8.count), 0] + Array(header.utf8)
                try put(head + [UInt8](repeating: 0, count: 784 * 8), "floats/\(name).npy")
            }
            try OwnPictures.write(20, to: folder.appending(path: "photos"), classes: 2)
            for (words, part) in [
                ("data import half --as x", "missing: put them there under the name train-labels.idx"),
                ("train baseline --epochs 1 --data-dir half", "under the name train-labels.idx"),
                ("data import floats --as x", "found '<f8' (float64)"),
                ("data import photos --as x --test-share 0.999999", "take a smaller share with --test-share"),
            ] {
                let run = try CommandRun(arguments: words.split(separator: " ").map(String.init), in: folder)
                #expect(run.status == 1 && run.errors.contains(part), "\(words): \(run.errors)")
                #expect(!run.errors.contains("fortran_order"))
            }
        }
    }

    @Test("numbers in the names of classes are numbers, and an import from before that rule is read as it was")
    func naturalOrder() throws {
        try withFolder { folder in
            let photos = folder.appending(path: "photos")
            try OwnPictures.write(12, to: photos, classes: 3)
            for (old, new) in zip(OwnPictures.classes, ["a10", "a2", "été"]) {
                try FileManager.default.moveItem(at: photos.appending(path: old), to: photos.appending(path: new))
            }
            let first = try CommandRun("data", "import", "photos", "--as", "mine", in: folder)
            #expect(first.output.contains("3 classes (a2, a10, été)"), "\(first.output) \(first.errors)")
            // A description in which the classes stand as an earlier version sorted them.
            let place = folder.appending(path: ".cache/convolution-course/data/mine")
            let file = place.appending(path: "course-data.json")
            let text = try String(contentsOf: file, encoding: .utf8)
            let turned = text.replacing("\"a2\"", with: "\"a?\"").replacing("\"a10\"", with: "\"a2\"")
                .replacing("\"a?\"", with: "\"a10\"")
            #expect(turned != text)
            try Data(turned.utf8).write(to: file)
            let list = try CommandRun("data", "list", "mine", in: folder)
            #expect(list.output.contains("(a10, a2, été)"), "\(list.output) \(list.errors)")
            let forced = try CommandRun("data", "import", "photos", "--as", "mine", "--force", in: folder)
            #expect(forced.output.contains("(a2, a10, été)"), "\(forced.output)")
        }
    }

    @Test("a plan tells its jobs the name of the data")
    func plan() throws {
        try withFolder { folder in
            try OwnPictures.write(13, to: folder.appending(path: "photos"), classes: 2)
            #expect(try CommandRun("data", "import", "photos", "--as", "two", in: folder).status == 0)
            let plan = try CommandRun("plan", "--quick", "--data", "two", in: folder)
            #expect(plan.status == 0 && plan.output.contains("\"--data\"") && plan.output.contains("\"two\""))
        }
    }

    /// Trains all networks of the course: some minutes.
    @Test("600 pictures in five classes, three commands, a report with their names", .enabled(if: isThorough))
    func report() throws {
        try withFolder { folder in
            try OwnPictures.write(120, to: folder.appending(path: "photos"), width: 48, height: 48)
            for words in [
                "data import photos --as shapes --size 32x32", "data verify shapes",
                "report --quick --data shapes --output out",
            ] {
                let run = try CommandRun(arguments: words.split(separator: " ").map(String.init), in: folder)
                #expect(run.status == 0, "\(words): \(run.errors)")
            }
            for lesson in ["mnist", "baseline", "cnn", "dropout", "compact", "inside", "experiments"] {
                let page = try String(contentsOf: folder.appending(path: "out/es/\(lesson).html"), encoding: .utf8)
                #expect(page.contains("Datos propios") && page.contains("shapes"), "\(lesson)")
            }
            let cnn = try String(contentsOf: folder.appending(path: "out/en/cnn.html"), encoding: .utf8)
            for name in OwnPictures.classes { #expect(cnn.contains(name)) }
        }
    }
}
