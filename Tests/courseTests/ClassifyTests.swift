import Foundation
import Imaging
import NeuralNetwork
import TestSupport
import Testing

@Suite("Pictures that a network classifies", .limited)
struct ClassifyTests {
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
                let found = try #require(try run.object()["answers"] as? [[String: Any]])
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
            let found = try #require(try run.object()["answers"] as? [[String: Any]])
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
            let told = try test.object()
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
