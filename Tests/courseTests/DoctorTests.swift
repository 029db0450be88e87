import Foundation
import TestSupport
import Testing

@Suite("The doctor", .limited)
struct DoctorTests {
    @Test("everything that a report needs is looked at, nothing is changed, and each trouble has its advice")
    func report() throws {
        try withFolder { folder in
            let run = try CommandRun("doctor", "--json", in: folder)
            let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
            let list = try #require(object as? [[String: Any]])
            let subjects = list.compactMap { $0["subject"] as? String }
            for subject in [
                "program", "processor", "level", "libraries", "pictures", "fonts", "memory", "output", "store", "cache",
                "digits", "garments", "results",
            ] { #expect(subjects.contains(subject), "\(subject)") }
            for entry in list {
                #expect((entry["state"] as? String == "good") == (entry["advice"] == nil))
            }
            let level = try #require(list.first { $0["subject"] as? String == "level" }?["finding"] as? String)
            let form = /this machine (x86-64(-v[234])?|arm64), this build (x86-64(-v[34])?|arm64)/
            #expect(level.wholeMatch(of: form) != nil, "\(level)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        }
    }

    @Test("an output folder that can't be written is a problem, and so are data that are not the published ones")
    func problems() throws {
        try withFolder { folder in
            try Data().write(to: folder.appending(path: "taken"))
            let output = try CommandRun("doctor", "--output", "taken/in", in: folder)
            #expect(output.status == 1 && output.output.contains("! output"), "\(output.output)")
            let data = folder.appending(path: "mnist")
            try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
            for name in ["train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1"] {
                try Data([0, 0, 8, 3]).write(to: data.appending(path: "\(name)-ubyte"))
            }
            let wrong = try CommandRun("doctor", "--data-dir", ".", in: folder)
            #expect(wrong.status == 1 && wrong.output.contains("! digits"), "\(wrong.output)")
        }
    }

    @Test("a build that travels says which level its launcher chose")
    func chosenLevel() throws {
        try withFolder { folder in
            let run = try CommandRun("doctor", in: folder, environment: ["COURSE_CHOSEN": "x86-64-v3"])
            #expect(run.output.contains("; the launcher chose x86-64-v3\n"), "\(run.output)")
        }
    }
}
