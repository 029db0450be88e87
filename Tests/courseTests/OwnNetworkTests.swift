import Foundation
import Imaging
import NeuralNetwork
import TestSupport
import Testing

@Suite("Networks of one's own", .limited)
struct OwnNetworkTests {
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
            let (test, training) = (try again.object(), try read.object())
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
}
