import CProcessor
import Platform

extension Doctor {
    /// The processor, the level of its instruction set, and the level that this program was built for.
    var processor: [Diagnosis] {
        let cores = ProcessInfo.processInfo.activeProcessorCount
        return [
            Diagnosis("processor", "\(Workspace.processor), \(cores) threads"),
            Self.level(
                machine: course_level_of_machine(), build: course_level_of_build(),
                chosen: ProcessInfo.processInfo.environment["COURSE_CHOSEN"]),
        ]
    }

    /// - Parameter chosen: the level that the launcher of a build that travels took.
    static func level(machine: Int32, build: Int32, chosen: String?) -> Diagnosis {
        let (has, uses) = (String(cString: course_level_name(machine)), String(cString: course_level_name(build)))
        let finding = "this machine \(has), this build \(uses)" + (chosen.map { "; the launcher chose \($0)" } ?? "")
        if (1..<3).contains(machine) {
            return Diagnosis(
                "level", .warning, finding,
                advice: "training needs AVX2 and FMA: Intel's processors since Haswell, AMD's since Excavator")
        }
        // What travels says by its choice that it knows; and results are the same at every level.
        if build < machine && chosen == nil {
            return Diagnosis(
                "level", .warning, finding, advice: "Scripts/course builds for this machine, which is faster")
        }
        return Diagnosis("level", finding)
    }
}
