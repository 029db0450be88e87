import Drawing
import Figures
import Foundation
import Languages
import Lessons
import Notebook
import TestSupport
import Testing

/// Every figure of the course in the boxes that people ask for. All themes and boxes take a quarter of an hour, without the
/// optimiser: `COURSE_THOROUGH=1`. Without that the suite takes the two boxes that differ most.
@Suite("Every figure of the course in a box", .limited)
struct FittedFiguresTests {
    private static let isThorough = ProcessInfo.processInfo.environment["COURSE_THOROUGH"] != nil

    /// Figures that can't cover six tenths of a slide, and why.
    private static let slender: [String: String] = [
        "denoising/noisy": "pairs of lines of square pictures",
        "denoising/noises": "pairs of lines of square pictures",
        "inside/onemap": "pairs of lines of square pictures",
        "inside/patches": "a line for each map, as many pieces on it as there are",
        "gradients/orientations": "it is round",
        "gradients/canny": "five pictures in a line, each with its detail",
        "gradients/kernel-lab": "two pictures, side by side",
        "kernels/boxsum": "two pairs of pictures, each with its details",
        "kernels/flip": "two pairs of pictures, each with its details",
        "networks/neuron": "three columns of circles",
    ]

    /// Boxes, and whether a figure has to cover them.
    private static var boxes: [FigureBox] {
        isThorough
            ? [
                .wideSlide, .squareSlide, .column, .phone,
                FigureBox(
                    name: "84 mm", width: 84 / 25.4 * 72, height: 700, isWhole: false, leastType: 7),
            ]
            : [.wideSlide, .phone]
    }

    /// Spanish words are the longer ones.
    private static var languages: [Language] { isThorough ? [.en, .es] : [.es] }

    private static var themes: [Theme] { isThorough ? Theme.all : [.light] }

    @Test("no word leaves it, touches another, is broken or too small; a slide is covered")
    func everyFigure() throws {
        let cells = try Sketched.figures()
        #expect(Set(Self.slender.keys).isSubset(of: cells.map(\.id)))
        DispatchQueue.concurrentPerform(iterations: cells.count) { check(cells[$0].cell, cells[$0].id) }
    }

    private func check(_ cell: FigureCell, _ id: String) {
        do {
            let figure = try cell.figure()
            for language in Self.languages {
                for theme in Self.themes {
                    for box in Self.boxes { try check(figure, cell.title, id, language, theme, box) }
                }
            }
        } catch {
            Issue.record("\(id): \(error)")
        }
    }

    private func check(
        _ figure: any Figure, _ title: Localized, _ id: String, _ language: Language, _ theme: Theme, _ box: FigureBox
    ) throws {
        let drawn = try FigureRenderer(format: NumberFormat(language), theme: theme, box: box)
            .transcript(figure, title: box.isWhole ? nil : title)
        let place = "\(id), \(language.code), \(theme.id), \(box.name)"
        let page = Rectangle(x: 0, y: 0, width: drawn.page.width, height: drawn.page.height)
        #expect(drawn.page.width == box.width && drawn.page.height <= box.height + 0.01, "\(place)")
        let unreadable = drawn.unreadableLabels(on: page, leastType: box.leastType)
        #expect(unreadable.isEmpty, "\(place): \(unreadable)")
        guard box == .wideSlide else { return }
        let frames = drawn.marks.map(\.frame).filter { $0.width < box.width - 1 }
        let width = min(page.maxX, frames.map(\.maxX).max() ?? 0) - max(0, frames.map(\.minX).min() ?? 0)
        let height = min(page.maxY, frames.map(\.maxY).max() ?? 0) - max(0, frames.map(\.minY).min() ?? 0)
        let (across, down) = (width / box.width, height / box.height)
        #expect(max(across, down) > 0.85, "\(place): \(across) x \(down)")
        if Self.slender[id] == nil { #expect(across * down > 0.58, "\(place): \(across) x \(down)") }
    }
}
