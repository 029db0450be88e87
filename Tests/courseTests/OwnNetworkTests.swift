import Foundation
import Imaging
import NeuralNetwork
import TestSupport
import Testing

@Suite("Networks of one's own")
struct OwnNetworkTests {
    private func json(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test(
        "a network of the course, printed as a file, trains to the same bytes",
        arguments: ["baseline", "denoising"])
    func sameBytes(_ name: String) throws {
        try withFolder { folder in
            let printed = try CommandRun("train", name, "--as-file", in: folder)
            #expect(printed.status == 0 && printed.errors.isEmpty, "\(printed.errors)")
            try Data(printed.output.utf8).write(to: folder.appending(path: "net.json"))
            let budget = ["--limit", "64", "--epochs", "1", "--json", "--weights"]
            let named = try CommandRun(arguments: ["train", name] + budget + ["a.safetensors"], in: folder)
            let drawing = ["--figures", "own", "--lang", "es"]
            let read = try CommandRun(
                arguments: ["train", "net.json"] + drawing + budget + ["b.safetensors"], in: folder)
            #expect(named.status == 0 && read.status == 0, "\(named.errors) \(read.errors)")
            let (a, b) = (folder.appending(path: "a.safetensors"), folder.appending(path: "b.safetensors"))
            #expect(try Data(contentsOf: a) == Data(contentsOf: b))

            // What a lesson would show of it, as far as there is something to show.
            let figures = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "own").path)
            let shown =
                name == "denoising"
                ? ["cleaned", "curves", "filters", "maps1", "maps2"] : ["confusion", "curves", "filters", "mistakes"]
            #expect(Set(shown.map { "\($0).es.png" } + ["manifest.json"]) == Set(figures.map(Self.spoken)))

            // The weights alone are enough, whatever becomes of the file.
            try FileManager.default.removeItem(at: folder.appending(path: "net.json"))
            let again = try CommandRun("evaluate", "--weights", "b.safetensors", "--json", in: folder)
            #expect(again.status == 0, "\(again.errors)")
            let (test, training) = (try json(again.output), try json(read.output))
            #expect(test["loss"] as? Double == training["testLoss"] as? Double)
            #expect(test["model"] as? String == name)
            let accuracy = (test["accuracy"] as? [String: Any])?["share"] as? Double
            #expect(accuracy == training["testAccuracy"] as? Double)
            #expect(test["meanSquaredError"] as? Double == training["testMeanSquaredError"] as? Double)
            #expect((accuracy == nil) == (name == "denoising"))
        }
    }

    /// A figure without words has no language in its name.
    private static func spoken(_ file: String) -> String {
        let parts = file.split(separator: ".")
        return parts.count == 2 && parts[1] == "png" ? "\(parts[0]).es.png" : file
    }

    @Test("a wrong file gets its place, and nothing is trained or written")
    func wrongFiles() throws {
        try withFolder { folder in
            let file = folder.appending(path: "net.json")
            for (text, place, words) in [
                ("{ \"data\": \"mnist\",\n  \"layer\": [] }", "net.json:2:3: ", "did you mean layers?"),
                ("{", "net.json:1:2: ", "this is no JSON"),
                ("[]", "net.json:1:1: ", "not a list"),
            ] {
                try Data(text.utf8).write(to: file)
                let run = try CommandRun("train", "net.json", "--weights", "w.safetensors", in: folder)
                #expect(run.status == 1 && run.output.isEmpty)
                #expect(run.errors.contains(place) && run.errors.contains(words), "\(run.errors)")
            }
            let place = folder.resolvingSymlinksInPath().path
            for (words, told) in [
                (["train", "nothing.json"], "there is no file nothing.json in \(place); look at its name and folder"),
                (["train", "ent.json"], "there is no file ent.json in \(place); did you mean net.json?"),
                (["train", "net.jsn"], "there is no file net.jsn in \(place); did you mean net.json?"),
                (["train", "nets/net.json"], "there is no file nets/net.json, nor a folder \(place)/nets; look"),
                (["evaluate", "--weights", "nope.json"], "there is no file nope.json in \(place); look"),
            ] {
                let run = try CommandRun(arguments: words, in: folder)
                #expect(run.status == 1 && run.output.isEmpty && run.errors.contains(told), "\(run.errors)")
            }
            #expect(try CommandRun("train", "cn", in: folder).status == 64)
            #expect(try CommandRun("train", in: folder).status == 64)
            try Data("no weights".utf8).write(to: folder.appending(path: "w"))
            let weights = try CommandRun("evaluate", "--weights", "w", in: folder)
            #expect(weights.status == 1 && weights.errors.contains("w: "), "\(weights.errors)")
            #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "w.safetensors").path))
        }
    }

    @Test("own data in a network's file, and a share that leaves nothing to train on, are told with what is at fault")
    func dataAndShares() throws {
        try withFolder { folder in
            func write(data: String = "mnist", validation: String) throws {
                let text = """
                    {"data": "\(data)", "layers": [{"layer": "Flatten"},
                     {"layer": "Dense", "units": 10, "activation": "softmax"}], "epochs": 1, "batch": 50,
                     "loss": "categoricalCrossEntropy", "optimizer": {"kind": "adam"},
                     "validation": \(validation)}
                    """
                try Data(text.utf8).write(to: folder.appending(path: "net.json"))
            }
            func train(_ more: String...) throws -> CommandRun {
                try CommandRun(arguments: ["train", "net.json"] + more, in: folder)
            }
            try write(data: "shapes", validation: "0.1")
            let own = try train("--limit", "100")
            #expect(own.status == 1 && own.errors.contains("net.json:1:10: "), "\(own.errors)")
            #expect(
                own.errors.contains("it takes one of \"mnist\", \"fashion-mnist\". Own data take the place of mnist"))
            #expect(own.errors.contains("--data NAME") && own.errors.contains("--data-dir FOLDER"))

            try write(validation: "0.999999")
            for more in [[], ["--limit", "100"]] {
                let run = try CommandRun(arguments: ["train", "net.json"] + more, in: folder)
                #expect(
                    run.status == 1 && run.errors.contains("net.json:4:16: “validation” is 0.999999"), "\(run.errors)")
                #expect(run.errors.contains("take a smaller share") && !run.errors.contains("--limit"))
            }
            // Enough of all pictures, too little of a hundred: either may be changed.
            try write(validation: "0.995")
            let both = try train("--limit", "100")
            #expect(both.status == 64 && both.errors.contains("--limit 100 leaves none to train on"), "\(both.errors)")
            #expect(both.errors.contains("more images, or a smaller “validation” in net.json"))
            // Own data are fewer than the file can know.
            try OwnPictures.write(20, to: folder.appending(path: "photos"), classes: 2)
            let few = try train("--data-dir", "photos")
            #expect(
                few.status == 1 && few.errors.contains("of 32 images a validation share of 0.995 leaves none"),
                "\(few.errors)")
        }
    }

    @Test("what never was a file of weights is told by what it is")
    func noWeights() throws {
        try withFolder { folder in
            try Data(PNG.encode(GrayImage(width: 30, height: 30, repeating: 9))).write(
                to: folder.appending(path: "land.png"))
            try Data("{\"data\": \"mnist\"}".utf8).write(to: folder.appending(path: "net.json"))
            try Data().write(to: folder.appending(path: "empty"))
            for (file, told) in [
                ("land.png", "land.png: this is a PNG picture, and no file of weights (safetensors)"),
                ("net.json", "net.json: this is text, and no file of weights (safetensors)"),
                ("empty", "empty: this is an empty file, and no file of weights (safetensors)"),
            ] {
                for command in [["classify", "land.png"], ["evaluate"]] {
                    let run = try CommandRun(arguments: command + ["--weights", file], in: folder)
                    #expect(run.status == 1 && run.errors.contains(told), "\(run.errors)")
                    #expect(!run.errors.contains("header"), "\(run.errors)")
                }
            }
        }
    }

    @Test("weights of another network stay, though both networks have one name; those of the same one are replaced")
    func otherNetwork() throws {
        try withFolder { folder in
            func write(_ units: Int) throws {
                let text = """
                    {"data": "mnist", "layers": [{"layer": "Flatten"}, {"layer": "Dense", "units": \(units)},
                     {"layer": "Dense", "units": 10, "activation": "softmax"}], "epochs": 1, "batch": 50,
                     "loss": "categoricalCrossEntropy", "optimizer": {"kind": "adam"}}
                    """
                try Data(text.utf8).write(to: folder.appending(path: "net.json"))
            }
            let words = ["train", "net.json", "--limit", "200", "--quick", "--weights", "w.safetensors"]
            func train(_ more: String...) throws -> CommandRun { try CommandRun(arguments: words + more, in: folder) }
            try write(4)
            let first = try train()
            #expect(first.status == 0, "\(first.errors)")
            #expect(try train("--epochs", "2").status == 0)
            let kept = try Data(contentsOf: folder.appending(path: "w.safetensors"))
            try write(5)
            let other = try train()
            #expect(
                other.status == 1 && other.errors.contains("something else that this program wrote"), "\(other.errors)")
            #expect(try Data(contentsOf: folder.appending(path: "w.safetensors")) == kept)
            #expect(try train("--force").status == 0)
        }
    }

    @Test("weights that don't describe their network are read where somebody names it, and hostile ones are refused")
    func foreignWeights() throws {
        try withFolder { folder in
            let file = folder.appending(path: "w.safetensors")
            var network = try Network(CourseModels.baseline.model, seed: 1).parameters
            try Data(Safetensors(network).encoded()).write(to: file)
            let unnamed = try CommandRun("evaluate", "--weights", "w.safetensors", in: folder)
            #expect(unnamed.status == 1 && unnamed.errors.contains("--model"), "\(unnamed.errors)")
            let named = try CommandRun("evaluate", "--weights", "w.safetensors", "--model", "baseline", in: folder)
            #expect(named.status == 0 && named.output.contains("10000 test images"), "\(named.errors)")
            let other = try CommandRun("evaluate", "--weights", "w.safetensors", "--model", "cnn", in: folder)
            #expect(other.status == 1 && other.errors.contains("conv2d.kernel is missing"), "\(other.errors)")

            let claims = Safetensors(network, metadata: ["network": "{ \"data\": \"mnist\", \"layers\": [[[["])
            try Data(claims.encoded()).write(to: file)
            let hostile = try CommandRun("evaluate", "--weights", "w.safetensors", in: folder)
            #expect(hostile.status == 1 && hostile.errors.contains("its description:1:"), "\(hostile.errors)")
            network["dense.bias"]?.elements[0] = .nan
            try Data(Safetensors(network).encoded()).write(to: file)
            let nan = try CommandRun("evaluate", "--weights", "w.safetensors", "--model", "baseline", in: folder)
            #expect(nan.status == 1 && nan.errors.contains("can't be used"), "\(nan.errors)")
        }
    }

    /// Every digit as a picture of its own file.
    private func write(_ digits: [GrayImage], in folder: URL, as kind: String) throws -> [String] {
        try digits.enumerated().map { index, digit in
            let name = "\(kind)-\(index).png"
            let bytes = try PNG.encode(digit)
            try Data(bytes).write(to: folder.appending(path: name))
            return name
        }
    }

    @Test("a digit gets the same answer as it is, ten times as large, and dark on light")
    func ownPictures() throws {
        try withFolder { folder in
            let trained = try CommandRun(
                arguments: "train compact --limit 4000 --epochs 1 --weights w.safetensors --predictions p.safetensors"
                    .split(separator: " ").map(String.init), in: folder)
            #expect(trained.status == 0, "\(trained.errors)")
            let kept = try Safetensors(decoding: Array(Data(contentsOf: folder.appending(path: "p.safetensors"))))
            let images = try #require(kept.parameters["images"])
            let digits = (0..<100).map { index in
                GrayImage(
                    width: 28, height: 28,
                    pixels: images.elements[index * 784..<(index + 1) * 784].map { ($0 * 255).rounded() })
            }
            func answers(_ pictures: [GrayImage], _ kind: String) throws -> [Int] {
                let names = try write(pictures, in: folder, as: kind)
                let run = try CommandRun(
                    arguments: ["classify", "--weights", "w.safetensors", "--json"] + names, in: folder)
                #expect(run.status == 0, "\(run.errors)")
                let found = try #require(try json(run.output)["answers"] as? [[String: Any]])
                #expect(found.compactMap { $0["darkOnLight"] as? Bool } == names.map { _ in kind == "dark" })
                return found.compactMap { $0["answer"] as? Int }
            }
            let expected = try answers(digits, "small")
            #expect(Set(expected).count > 5)
            #expect(try answers(digits.map { $0.enlarged(by: 10) }, "large") == expected)
            let dark = digits.map { $0.enlarged(by: 10).map { 255 - $0 } }
            #expect(try answers(dark, "dark") == expected)
        }
    }

    @Test("a picture that can't be read is named, the others are answered and drawn, and the exit status is 1")
    func unreadablePicture() throws {
        try withFolder { folder in
            let network = try Network(CourseModels.baseline.model, seed: 1).parameters
            try Data(Safetensors(network, metadata: ["model": "baseline"]).encoded())
                .write(to: folder.appending(path: "w.safetensors"))
            var digit = GrayImage(width: 60, height: 60, repeating: 255)
            for row in 10..<50 { digit[row, 30] = 0 }
            _ = try write([digit, GrayImage(width: 5, height: 5, repeating: 9)], in: folder, as: "own")
            try Data("no picture".utf8).write(to: folder.appending(path: "text.png"))
            let words =
                "classify own-0.png own-1.png text.png none.png --weights w.safetensors --output figures --lang es"
            let run = try CommandRun(arguments: words.split(separator: " ").map(String.init), in: folder)
            #expect(run.status == 1)
            #expect(run.output.contains("own-0.png: ") && run.output.contains("dark on light"), "\(run.output)")
            for name in ["own-1.png", "text.png", "none.png"] { #expect(run.errors.contains(name), "\(run.errors)") }
            #expect(FileManager.default.fileExists(atPath: folder.appending(path: "figures/own-0.es.png").path))
            // A picture of the same name in another folder has its own answer, and so has the same one in another call.
            let inner = folder.appending(path: "in")
            try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
            digit[30, 40] = 0
            _ = try write([digit], in: inner, as: "own")
            let options = ["--weights", "w.safetensors", "--output", "figures", "--lang", "es"]
            let before = try Data(contentsOf: folder.appending(path: "figures/own-0.es.png"))
            let other = try CommandRun(arguments: ["classify", "in/own-0.png"] + options, in: folder)
            #expect(
                other.status == 1 && other.errors.contains("own-0.es.png (made of another picture)"), "\(other.errors)")
            #expect(try Data(contentsOf: folder.appending(path: "figures/own-0.es.png")) == before)
            let both = try CommandRun(arguments: ["classify", "own-0.png", "in/own-0.png"] + options, in: folder)
            #expect(both.status == 0, "\(both.errors)")
            #expect(FileManager.default.fileExists(atPath: folder.appending(path: "figures/own-0-2.es.png").path))
            let cleaner = try CommandRun("classify", "own-0.png", "--model", "denoising", "--stored-only", in: folder)
            #expect(cleaner.status == 64 && cleaner.errors.contains("answers with pictures"), "\(cleaner.errors)")
        }
    }

    @Test(
        "a picture of one's own data gets the answer that the network gives to the imported one, by its name",
        arguments: [(true, 28, 28), (false, 40, 24)])
    func ownDataPictures(isGray: Bool, width: Int, height: Int) throws {
        try withFolder { folder in
            try OwnPictures.write(
                20, to: folder.appending(path: "photos"), classes: 3, width: width, height: height, isGray: isGray)
            let size = ["--size", "\(width)x\(height)"]
            #expect(
                try CommandRun(arguments: ["data", "import", "photos", "--as", "three"] + size, in: folder).status == 0)
            let train = "train baseline --data three --epochs 20 --weights w.safetensors --predictions p.safetensors"
            let trained = try CommandRun(arguments: train.split(separator: " ").map(String.init), in: folder)
            #expect(trained.status == 0, "\(trained.errors)")

            // What the import made of the test pictures, and what the network answers to those.
            let kept = try Safetensors(decoding: Array(Data(contentsOf: folder.appending(path: "p.safetensors"))))
            let images = try #require(kept.parameters["images"])
            let answers = try #require(kept.parameters["answers"])
            let (numbers, channels) = (width * height * (isGray ? 1 : 3), isGray ? 1 : 3)
            let count = images.elements.count / numbers
            #expect(count == 12)
            var names: [String] = []
            for index in 0..<count {
                let bytes = images.elements[index * numbers..<(index + 1) * numbers].map {
                    UInt8(($0 * 255).rounded())
                }
                names.append("\(index).png")
                let picture = try Self.png(bytes, width: width, height: height, channels: channels)
                try picture.write(to: folder.appending(path: names[index]))
            }
            let options = ["--weights", "w.safetensors", "--json", "--output", "figures", "--lang", "en"]
            // The weights tell whose data they have learnt from.
            let run = try CommandRun(arguments: ["classify"] + names + options, in: folder)
            #expect(run.status == 0, "\(run.errors)")
            let found = try #require(try json(run.output)["answers"] as? [[String: Any]])
            for (index, answer) in found.enumerated() {
                let row = answers.elements[index * 3..<(index + 1) * 3].map(Double.init)
                let told = try #require(answer["probabilities"] as? [Double])
                #expect(zip(row, told).allSatisfy { abs($0 - $1) < 1e-5 }, "\(index)")
                let label = try #require(answer["answer"] as? Int)
                #expect(answer["className"] as? String == OwnPictures.classes[label])
                #expect(answer["darkOnLight"] == nil)
                #expect((answer["seen"] as? [Any])?.count == height)
            }
            #expect(FileManager.default.fileExists(atPath: folder.appending(path: "figures/0.en.png").path))

            // Larger pictures are brought to the data's size and colours.
            let large = OwnPictures.picture(0, 2, width: width * 5, height: height * 5)
            try Data(PNG.encode(large)).write(to: folder.appending(path: "large.png"))
            let plain = try CommandRun(
                "classify", "large.png", "--weights", "w.safetensors", "--data", "three", in: folder)
            #expect(
                plain.status == 0 && plain.output.hasPrefix("large.png: circle\n"), "\(plain.output)\(plain.errors)")

            let test = try CommandRun("evaluate", "--weights", "w.safetensors", "--json", in: folder)
            #expect(test.status == 0, "\(test.errors)")
            let told = try json(test.output)
            let classes = (told["classes"] as? [[String: Any]])?.compactMap { $0["name"] as? String }
            #expect(told["data"] as? String == "three" && classes == Array(OwnPictures.classes.prefix(3)))
        }
    }

    private static func png(_ bytes: [UInt8], width: Int, height: Int, channels: Int) throws -> Data {
        guard channels == 3 else { return Data(try PNG.encode(GrayImage(width: width, height: height, bytes: bytes))) }
        var image = ColorImage(width: width, height: height, repeating: .black)
        for place in 0..<width * height {
            image[place / width, place % width] = .init(
                red: bytes[3 * place], green: bytes[3 * place + 1], blue: bytes[3 * place + 2])
        }
        return Data(try PNG.encode(image))
    }

    @Test("the network of the store answers as well; own data that were not the weights' get a sentence")
    func ownDataStore() throws {
        try withFolder { folder in
            try OwnPictures.write(15, to: folder.appending(path: "photos"), classes: 2, width: 24, height: 32)
            #expect(
                try CommandRun("data", "import", "photos", "--as", "two", "--size", "24x32", in: folder).status == 0)
            try Data(PNG.encode(OwnPictures.picture(1, 2, width: 70, height: 50))).write(
                to: folder.appending(path: "mine.png"))
            let asked = try CommandRun(
                "classify", "mine.png", "--model", "baseline", "--data", "two", "--quick", in: folder)
            #expect(asked.status == 0 && asked.output.contains("answers: c"), "\(asked.errors)")
            let network = try Network(CourseModels.baseline.model, seed: 1).parameters
            try Data(Safetensors(network, metadata: ["model": "baseline"]).encoded())
                .write(to: folder.appending(path: "w.safetensors"))
            for command in [["classify", "mine.png"], ["evaluate"]] {
                let run = try CommandRun(
                    arguments: command + ["--weights", "w.safetensors", "--data", "two"], in: folder)
                #expect(run.status == 1 && run.errors.contains("--data"), "\(run.errors)")
                #expect(run.output.isEmpty)
            }
        }
    }
}
