import Drawing
import Figures
import Foundation
import Imaging
import Languages
import TestSupport
import Testing

/// Pictures of every figure as they should look, in `Snapshots`, compared pixel by pixel within a bound: the bytes of a
/// PNG are the same only with the same version of Cairo.
///
/// `COURSE_RECORD=1 swift test --filter SnapshotTests` records them anew; look at each before it is committed.
@Suite("A figure looks as it did", .limited)
struct SnapshotTests {
    /// How far a picture may be from the one that was recorded. Of 255 steps the mean of all samples stays under
    /// `mean`, and of all pixels no more than `share` differ by more than `step`.
    struct Bound {
        let mean: Float
        let share: Double
        let step: Int

        /// The version of Cairo that recorded the pictures.
        static let recorder = "1.16."

        /// For that version with other versions of the font libraries: glyphs move by a fraction of a pixel and have
        /// other greys at their edges.
        ///
        /// Measured with `LD_LIBRARY_PATH`: FreeType 2.14.3 and HarfBuzz 14.5.0 in the place of 2.12.1 and 6.0.0 give
        /// all 134 pictures of November 2026 with the same bytes, since nothing is hinted and nothing depends on the
        /// desktop's settings. What the bound is not meant to let through: strokes made bolder
        /// (`FREETYPE_PROPERTIES="cff:no-stem-darkening=0"`) move the mean of a grid of numbers by 10 steps, and 14%
        /// of its pixels by more than 48.
        static let sameCairo = Bound(mean: 1, share: 0.02, step: 48)

        /// For any other version. Cairo 1.18 puts glyphs on quarters of a pixel where 1.16 puts them on whole ones:
        /// of 184 pictures, at 40 dots per inch as here, the worst moved by 3.2 steps in the mean and 0.36% of its
        /// pixels by more than 96.
        static let otherCairo = Bound(mean: 5, share: 0.01, step: 96)

        static var here: Bound { DrawingVersions.cairo.hasPrefix(recorder) ? sameCairo : otherCairo }

        func holds(_ left: ColorImage, _ right: ColorImage) -> Bool {
            guard let difference = ImageDifference(left, right, tolerance: step) else { return false }
            return difference.mean <= mean
                && Double(difference.differing) <= share * Double(left.width * left.height)
        }
    }

    private static let isRecording = ProcessInfo.processInfo.environment["COURSE_RECORD"] != nil

    private func drawn(_ figure: any Figure, _ theme: Theme) throws -> [UInt8] {
        try FigureRenderer(format: NumberFormat(.es), theme: theme, dpi: 40).png(figure).bytes
    }

    @Test("in light and in print", arguments: Sample.all, [Theme.light, .print])
    func snapshots(sample: Sample, theme: Theme) throws {
        let name = "\(sample.name).\(theme.id).png"
        let bytes = try drawn(sample.figure, theme)
        if Self.isRecording {
            let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(bytes).write(to: folder.appending(path: name))
            return
        }
        let folder = try #require(Bundle.module.url(forResource: "Snapshots", withExtension: nil))
        let file = folder.appending(path: name)
        let known = try #require(try? Data(contentsOf: file), "there is no \(name); record it with COURSE_RECORD=1")
        let (expected, got) = (try PNG.decode([UInt8](known)), try PNG.decode(bytes))
        guard !Bound.here.holds(expected, got) else { return }
        let difference = ImageDifference(expected, got, tolerance: Bound.here.step)
        let seen = FileManager.default.temporaryDirectory.appending(path: name)
        try Data(bytes).write(to: seen)
        Issue.record("\(name) looks otherwise: \(String(describing: difference)); see \(seen.path)")
    }

    @Test("and a mark out of place, out of colour or missing is noticed", arguments: [Bound.sameCairo, .otherCairo])
    func sensitivity(bound: Bound) throws {
        func image(_ figure: any Figure, _ theme: Theme = .light) throws -> ColorImage {
            try PNG.decode(drawn(figure, theme))
        }
        let two = Bars(categories: [words("a", "a"), words("b", "b")], series: [.init(values: [4, 2])])
        let other = Bars(categories: [words("a", "a"), words("b", "b")], series: [.init(values: [4, 3])])
        #expect(try bound.holds(image(two), image(two)))
        #expect(try !bound.holds(image(two), image(other)))
        #expect(try !bound.holds(image(two), image(two, .print)))
        let overlays = [1, 2].map {
            KernelOverlay(window: SamplePictures.window, kernel: SamplePictures.identity, row: 1, column: $0)
        }
        #expect(try !bound.holds(image(overlays[0]), image(overlays[1])))
    }
}
