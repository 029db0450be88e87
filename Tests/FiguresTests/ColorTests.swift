import Drawing
import Foundation
import TestSupport
import Testing

@testable import Figures

@Suite("Colours", .limited)
struct ColorTests {
    private static let themes = Theme.all
    private static let shares = (0...200).map { Double($0) / 200 }

    @Test("of texts are read on their paper: contrast of at least 4.5 (WCAG 2.1, AA)", arguments: themes)
    func textContrast(theme: Theme) {
        let roles: [Role] = [.ink, .quiet, .input, .kernel, .output, .error, .training, .validation]
        for role in roles { #expect(theme.color(role).contrast(with: theme.paper) >= 4.5, "\(role)") }
        #expect(theme.weightOnPicture.contrast(with: ColorMap.intensities(theme)[0.7]) >= 3)
    }

    @Test("of graphics stand out from their paper: contrast of at least 3 (WCAG 2.1, 1.4.11)", arguments: themes)
    func graphicsContrast(theme: Theme) {
        for index in 0..<16 { #expect(theme.color(.category(index)).contrast(with: theme.paper) >= 3, "\(index)") }
        for color in theme.classes {
            #expect([color.red, color.green, color.blue].allSatisfy { (0...1).contains($0) })
        }
    }

    @Test(
        "of categories that are alike have another dash, and another hatch where there are no hues", arguments: themes)
    func categories(theme: Theme) {
        let lines = (0..<4).map { theme.dash(.category($0)) }
        #expect(Set(lines).count == 4)
        #expect(Set((0..<5).map { Role.category($0).mark }).count == 5)
        if !theme.hasHues { #expect(Set((0..<8).map { theme.fill(.category($0)) }).count == 8) }
    }

    @Test("of roles that meet in a figure differ for eyes without red, green or blue cones", arguments: themes)
    func colorVision(theme: Theme) {
        // What just differs to the eye is 0.02 apart in Oklab. Kernels and errors never meet.
        let pairs: [(Role, Role)] = [
            (.input, .kernel), (.input, .output), (.kernel, .output), (.output, .error), (.input, .error),
        ]
        for (first, second) in pairs where theme.hasHues {
            for deficiency in ColorVision.allCases {
                let (one, other) = (deficiency.seen(theme.color(first)), deficiency.seen(theme.color(second)))
                #expect(one.distance(to: other) > 0.025, "\(first) and \(second) for \(deficiency)")
            }
        }
        #expect(theme.dash(.training) != theme.dash(.validation))
        if !theme.hasHues { #expect(Set(pairs.map { [theme.dash($0), theme.dash($1)] }.joined()).count == 4) }
    }

    @Test("leave numbers in cells readable, whatever the cell", arguments: themes)
    func cellContrast(theme: Theme) {
        let maps: [ColorMap] = [
            .gray, .cividis, .inkOnPaper, .diverging(isDark: theme.isDark, middle: theme.paper), .intensities(theme),
        ]
        for map in maps {
            for share in Self.shares {
                // The worst that a choice of ink and paper can do is about the root of their own contrast.
                #expect(theme.text(on: map[share]).contrast(with: map[share]) >= 3.8)
            }
        }
    }

    @Test("of cividis have the ends that the paper published, and grow lighter all the way")
    func cividis() {
        #expect(ColorMap.cividis[0].bytes == (0, 34, 78, 255))
        #expect(ColorMap.cividis[1].bytes == (254, 232, 56, 255))
        let lightness = Self.shares.map { ColorMap.cividis[$0].oklab.lightness }
        #expect(zip(lightness, lightness.dropFirst()).allSatisfy { $0 < $1 })
    }

    @Test("of signed values have the paper in the middle and weigh both signs alike", arguments: themes)
    func diverging(theme: Theme) {
        let map = ColorMap.diverging(isDark: theme.isDark, middle: theme.paper)
        #expect(map[0.5] == theme.paper)
        for share in Self.shares where share < 0.5 {
            let (below, above) = (map[share].oklab, map[1 - share].oklab)
            #expect(abs(below.lightness - above.lightness) < 0.01)
            #expect(below.b < above.b, "blue lies below zero")
        }
        #expect([map[0], map[1]].allSatisfy { $0.isInGamut })
    }

    @Test("of angles close the circle at one lightness")
    func cyclic() {
        let colors = (0..<360).map { AngleColors.color(angle: Double($0) * .pi / 180) }
        #expect(colors.allSatisfy { $0.isInGamut })
        for color in colors { #expect(abs(color.oklab.lightness - colors[0].oklab.lightness) < 1e-3) }
        #expect(AngleColors.color(angle: -.pi).bytes == AngleColors.color(angle: .pi).bytes)
        #expect(Set(colors.map(\.bytes.red)).count > 40)
        #expect(AngleColors.color(angle: 1, strength: 0).bytes == (0, 0, 0, 255))
    }

    @Test("of what is no number are clear")
    func notANumber() {
        #expect(ColorMap.cividis[.nan] == .clear)
        #expect(AngleColors.color(angle: .nan) == .clear)
    }

    @Test("keep their value on the way through Oklab and back")
    func oklab() {
        for color in [Color(0x1f5fa8), Color(0xb8560f), Color(0x0f766e), .black, .white] {
            #expect(Color(oklab: color.oklab).bytes == color.bytes)
        }
    }
}

extension Color {
    /// The distance in Oklab.
    func distance(to other: Color) -> Double {
        let (left, right) = (oklab, other.oklab)
        return hypot(hypot(left.lightness - right.lightness, left.a - right.a), left.b - right.b)
    }

    var isInGamut: Bool { [red, green, blue].allSatisfy { $0 >= -1e-9 && $0 <= 1 + 1e-9 } }
}
