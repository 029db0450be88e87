import Foundation
import TestSupport
import Testing

@Suite("Units for a batch engine", .limited)
struct PlanTests {
    private struct Job: Decodable {
        let key: String
        let unit: String
        let needs: [String]
        let output: String
        let command: [String]
    }

    private func plan(_ options: String..., in folder: URL) throws -> [Job] {
        let run = try CommandRun(arguments: ["plan"] + options, in: folder)
        #expect(run.status == 0, "\(run.errors)")
        return try JSONDecoder().decode([Job].self, from: Data(run.output.utf8))
    }

    @Test("each unit stands once, behind all that it needs, with the options that its key holds for")
    func order() throws {
        try withFolder { folder in
            let jobs = try plan("--quick", "--seed", "7", in: folder)
            #expect(Set(jobs.map(\.key)).count == jobs.count && jobs.count > 10)
            var done: Set<String> = []
            for job in jobs {
                #expect(job.needs.allSatisfy(done.contains), "\(job.unit)")
                #expect(job.command.contains("--quick") && job.command.contains("7"))
                done.insert(job.key)
            }
            #expect(jobs.contains { $0.unit == "train/cnn" } && jobs.contains { !$0.needs.isEmpty })
            // A quick run's keys are not a full run's.
            let other = Set(try plan("--no-quick", "--seed", "7", in: folder).map(\.key))
            #expect(jobs.contains { !other.contains($0.key) })
        }
    }

    @Test("makefile and Snakefile name every output; a path that their language can't hold is a usage error")
    func formats() throws {
        try withFolder { folder in
            let jobs = try plan("--quick", "--store", "/s", in: folder)
            for format in ["make", "snakemake"] {
                let run = try CommandRun("plan", "--quick", "--store", "/s", "--format", format, in: folder)
                #expect(run.status == 0, "\(run.errors)")
                for job in jobs {
                    #expect(run.output.contains(job.output) && run.output.contains("run-unit \(job.key)"))
                }
            }
            #expect(try CommandRun("plan", "--store", "/a b", "--format", "make", in: folder).status == 64)
            #expect(try CommandRun("plan", "--store", "/a{b", "--format", "snakemake", in: folder).status == 64)
            #expect(try CommandRun("plan", "--format", "mak", in: folder).errors.contains("did you mean make?"))
        }
    }

    @Test("a key of other settings is a usage error that says so")
    func otherKey() throws {
        try withFolder { folder in
            let job = try #require(try plan("--quick", in: folder).first { $0.unit == "train/cnn" })
            let run = try CommandRun("run-unit", job.key, "--no-quick", in: folder)
            #expect(run.status == 64 && run.errors.contains("these data, this seed"), "\(run.errors)")
            #expect(try CommandRun("run-unit", "train/cmn", in: folder).errors.contains("did you mean train/cnn?"))
        }
    }
}
