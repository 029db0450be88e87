import TestSupport
import Testing

@testable import Publishing

@Suite("TeX becomes MathML", .limited)
struct MathematicsTests {
    /// The formula's MathML without what surrounds every formula.
    func markup(_ tex: String, display: Bool = false) throws -> String {
        let whole = try MathML.render(tex, display: display).markup
        let body = try #require(whole.firstMatch(of: /<semantics>(.*)<annotation/))
        return String(body.1)
    }

    @Test(
        "known formulas have known markup",
        arguments: [
            ("x", "<mi>x</mi>"),
            ("0.5", "<mn>0.5</mn>"),
            ("x^2", "<msup><mi>x</mi><mn>2</mn></msup>"),
            ("x_i^2", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>"),
            ("\\frac{a}{b}", "<mfrac><mi>a</mi><mi>b</mi></mfrac>"),
            ("\\frac12", "<mfrac><mn>1</mn><mn>2</mn></mfrac>"),
            ("\\sqrt{x}", "<msqrt><mi>x</mi></msqrt>"),
            ("\\sqrt[3]{x}", "<mroot><mi>x</mi><mn>3</mn></mroot>"),
            ("a \\times b", "<mrow><mi>a</mi><mo>×</mo><mi>b</mi></mrow>"),
            ("\\hat{y}", "<mover accent=\"true\"><mi>y</mi><mo stretchy=\"false\">^</mo></mover>"),
            ("\\mathbb{R}", "<mi>ℝ</mi>"),
            ("\\mathcal{L}", "<mi>ℒ</mi>"),
            ("\\mathbf{W}", "<mi>𝐖</mi>"),
            ("\\boldsymbol{\\theta}", "<mi>𝜽</mi>"),
            ("\\mathrm{ReLU}", "<mi>ReLU</mi>"),
            ("\\mathrm{d}", "<mi mathvariant=\"normal\">d</mi>"),
            ("\\nabla", "<mi mathvariant=\"normal\">∇</mi>"),
            ("\\text{if } x", "<mrow><mtext>if\u{A0}</mtext><mi>x</mi></mrow>"),
        ])
    func known(tex: String, expected: String) throws {
        #expect(try markup(tex) == expected)
    }

    @Test("limits stand below and above in a display, beside in a line")
    func limits() throws {
        #expect(try markup("\\sum_{i=1}^n", display: true).hasPrefix("<munderover><mo>∑</mo>"))
        #expect(try markup("\\sum_{i=1}^n").hasPrefix("<msubsup><mo>∑</mo>"))
        #expect(try markup("\\max_i", display: true) == "<munder><mi>max</mi><mi>i</mi></munder>")
        #expect(try markup("\\operatorname*{argmax}_i", display: true).hasPrefix("<munder><mi>argmax</mi>"))
        #expect(try markup("\\log_2", display: true).hasPrefix("<msub>"))
    }

    @Test("a minus at the start or after a relation is a sign, between values an operation")
    func signs() throws {
        #expect(try markup("-9").contains("<mo form=\"prefix\">−</mo>"))
        #expect(try markup("x = -9").contains("<mo>=</mo><mo form=\"prefix\">−</mo>"))
        #expect(try markup("a - b").contains("<mi>a</mi><mo>−</mo><mi>b</mi>"))
    }

    @Test("a matrix has its rows and its brackets")
    func matrix() throws {
        let expected = """
            <mrow><mo form="prefix" stretchy="true">[</mo><mtable class="matrix"><mtr><mtd><mn>0</mn></mtd>\
            <mtd><mn>1</mn></mtd></mtr><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr></mtable>\
            <mo form="postfix" stretchy="true">]</mo></mrow>
            """
        #expect(try markup("\\begin{bmatrix} 0 & 1 \\\\ a & b \\end{bmatrix}") == expected)
        #expect(try markup("\\begin{bmatrix} 0 & 1 \\\\ a & b \\\\ \\end{bmatrix}") == expected)
        #expect(try markup("\\begin{cases} x & x > 0 \\\\ 0 & \\text{else} \\end{cases}").contains("class=\"cases\""))
    }

    @Test("numbers keep the marks of the reader's language")
    func numbers() throws {
        #expect(try markup("0,988") == "<mn>0,988</mn>")
        #expect(try markup("225\u{202F}034") == "<mn>225\u{202F}034</mn>")
        #expect(try markup("(1, 2)").contains("<mn>1</mn><mo separator=\"true\">,</mo><mn>2</mn>"))
        #expect(try markup("x = \u{2212}9").contains("<mo form=\"prefix\">−</mo><mn>9</mn>"))
    }

    @Test("the TeX is kept as an annotation, and displays say so")
    func annotation() throws {
        let formula = try MathML.render("a < b", display: true).markup
        #expect(formula.hasPrefix("<math display=\"block\"><semantics>"))
        #expect(
            formula.hasSuffix("<annotation encoding=\"application/x-tex\">a &lt; b</annotation></semantics></math>"))
    }

    @Test("every command of the subset renders to well-formed markup")
    func allCommands() throws {
        for name in TeXSymbols.allCommands.sorted() {
            let tex =
                switch name {
                case "left": "\\left( x \\right]"
                case "begin": "\\begin{matrix} x \\end{matrix}"
                case "frac", "dfrac", "tfrac": "\\\(name){a}{b}"
                case _ where TeXSymbols.sizes[name] != nil: "\\\(name)( x"
                default: "\\\(name){x}"
                }
            #expect(try MarkupChecker(MathML.render(tex, display: true).markup).faults.isEmpty, "\(tex)")
        }
    }

    @Test("no name stands for two things")
    func noNameTwice() {
        let commands = TeXSymbols.allCommands
        #expect(Set(commands).count == commands.count)
    }

    @Test("an unknown command is an error with its place and the near misses")
    func unknownCommand() {
        #expect {
            try MathML.render("a + \\farc{1}{2}", display: false)
        } throws: { error in
            let error = error as? TeXError
            guard case .unknownCommand("farc", let near) = error?.problem else { return false }
            return error?.offset == 4 && near.contains("frac") && "\(error!)".contains("character 5")
        }
    }

    @Test(
        "what can't be read is an error with its place",
        arguments: [
            ("{x", TeXError.Problem.unclosed("{"), 0), ("x}", .unexpected("}"), 1),
            ("\\frac{1}", .missingArgument(of: "\\frac"), 8), ("x^", .missingArgument(of: "^"), 2),
            ("x_1_2", .doubleScript, 3), ("\\left( x", .unclosed("\\left"), 0), ("", .empty, 0),
            ("\\begin{bmatrix} 1", .unclosed("\\begin{bmatrix}"), 0), ("a & b", .unexpected("&"), 2),
            ("\\mathrm{\\alpha}", .notLetters(command: "\\mathrm"), 7), ("\\", .unexpected("\\"), 0),
            ("\u{1F418}", .unexpected("\u{1F418}"), 0), ("\\text{a", .unclosed("{"), 5),
        ])
    func mistakes(tex: String, problem: TeXError.Problem, offset: Int) {
        #expect(throws: TeXError(problem: problem, offset: offset, formula: tex)) {
            try MathML.render(tex, display: false)
        }
    }

    @Test("groups nested without end are refused, not followed")
    func depth() {
        for opening in ["{", "\\frac", "x^", "\\hat", "\\left(", "\\begin{matrix}", "\\sqrt["] {
            let tex = String(repeating: opening, count: 100_000)
            #expect(throws: TeXError.self) { try MathML.render(tex, display: false) }
        }
    }
}
