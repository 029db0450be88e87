import Snippets
import TestSupport
import Testing

@Suite("What an exercise in Python leaves to the reader", .limited)
struct SolutionMarksTests {
    private let source = """
        def half(x):
            ### BEGIN SOLUTION
            y = x / 2
            return y
            ### END SOLUTION

        z = 1
        """

    @Test("a reader begins without what stands between the marks, and an error stands there")
    func starter() {
        #expect(
            SolutionMarks.starter(of: source) == "def half(x):\n    raise NotImplementedError()\n\nz = 1")
    }

    @Test("a solution is the code without the marks")
    func solution() {
        #expect(SolutionMarks.solution(of: source) == "def half(x):\n    y = x / 2\n    return y\n\nz = 1")
    }

    @Test("marks come in pairs, and there is one at least")
    func whole() {
        #expect(SolutionMarks.areWhole(in: source))
        #expect(!SolutionMarks.areWhole(in: "x = 1"))
        #expect(!SolutionMarks.areWhole(in: "### BEGIN SOLUTION\nx = 1"))
        #expect(!SolutionMarks.areWhole(in: "### END SOLUTION\n### BEGIN SOLUTION"))
        #expect(!SolutionMarks.areWhole(in: source.replacing("### END SOLUTION", with: "### BEGIN SOLUTION")))
    }
}
