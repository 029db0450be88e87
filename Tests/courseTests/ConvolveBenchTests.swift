import Foundation
import TestSupport
import Testing

@Suite("Filters, timed", .limited)
struct ConvolveBenchTests {
    @Test("every filter's time, and the speed of memory, as JSON")
    func json() throws {
        try withFolder { (folder: URL) throws in
            let run = try CommandRun(
                "bench", "convolve", "--side", "64", "--repeat", "3", "--json", "--picture", "picture", in: folder)
            #expect(run.status == 0, "\(run.errors)")
            let times = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
            let names = times.compactMap { $0["filter"] as? String }
            for name in ["sobel-x", "any-5x5", "gaussian-5x5-8bit", "sobel-x-8-to-16bit", "gradient", "canny", "copy"] {
                #expect(names.contains(name))
            }
            for time in times {
                let (median, best) = (time["milliseconds"] as? Double ?? 0, time["best"] as? Double ?? 0)
                #expect(best > 0 && median >= best, "\(time)")
            }
            #expect(times.count { $0["gigabytesPerSecond"] is Double } == 1)
            let picture = try Data(contentsOf: folder.appending(path: "picture"))
            #expect(picture.count == 64 * 64)
        }
    }

    @Test(
        "sizes and counts that make no sense are refused",
        arguments: ["--side 15", "--side 9000", "--repeat 0", "--threads 0"])
    func refused(option: String) throws {
        try withFolder { (folder: URL) throws in
            let run = try CommandRun(
                arguments: ["bench", "convolve"] + option.split(separator: " ").map(String.init), in: folder)
            #expect(run.status == 64 && run.errors.contains("takes a number from"), "\(run.errors)")
        }
    }
}
