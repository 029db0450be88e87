import Imaging
import Notebook

extension Edges {
    /// What a kernel is good for.
    enum Purpose: String, CaseIterable { case blur, sharpen, edges }

    /// The small data of the lesson's exercises, and the answers.
    static func exercises(_ material: inout Material) {
        let around: [[Float]] = [[-1, -2, -1], [-2, 0, -2], [-1, -2, -1]]
        material.grid("balanceKernel", around, hidden: (1, 1))
        material.exercise("balance", Int(-around.joined().reduce(0, +)))

        let window = GrayImage(rows: [[50, 52, 51], [53, 60, 52], [51, 50, 53]])
        material.grid("outlineWindow", window.rows)
        material.value("outlineMiddle", Int(window[1, 1]))
        material.value("outlineAround", Int(window.pixels.reduce(0, +) - window[1, 1]))
        material.exercise("outline", Int(correlation(of: window, with: .laplacian8)[0, 0]))

        let answers: [Double] = [-120, 40, 300, -15]
        material.series("shownAnswers", answers)
        material.exercise("clipped", answers.count { $0 <= 0 })
        let white = 255.0
        material.value("shownWhite", Int(white))
        let (least, most) = (answers.min() ?? 0, answers.max() ?? 1)
        material.value("shownLeast", Int(least))
        material.value("shownMost", Int(most))
        material.value("shownValue", Int(answers[1]))
        material.value("shownRange", Int(most - least))
        material.value("shownAbove", Int(answers[1] - least))
        material.exercise("rescaled", (answers[1] - least) / (most - least) * white)

        let kernel: [[Float]] = [[0, -1, 0], [-1, 5, -1], [0, -1, 0]]
        material.grid("purposeKernel", kernel)
        let sum = kernel.joined().reduce(0, +)
        let hasNegative = kernel.joined().contains { $0 < 0 }
        material.exercise("purpose", sum == 0 ? Purpose.edges : hasNegative ? .sharpen : .blur)
    }
}
