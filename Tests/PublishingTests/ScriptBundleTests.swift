import TestSupport
import Testing

@testable import Publishing

@Suite("Modules joined to one script", .limited)
struct ScriptBundleTests {
    private func script(_ entry: String, _ modules: [String: String]) throws(ScriptError) -> String {
        try ScriptBundle.script(of: entry, modules: modules)
    }

    @Test("a module stands above those that import it, once")
    func order() throws {
        let script = try script(
            "import { b } from \"./b.js\";\nimport { a } from \"./a.js\";\nb(a);\n",
            [
                "a.js": "export const a = 1;\n",
                "b.js": "import { a } from \"./a.js\";\nexport function b() { return a; }\n",
            ])
        #expect(
            script == """
                (() => {
                "use strict";
                const a = 1;
                function b() { return a; }
                b(a);
                })();

                """)
    }

    @Test("comments on lines of their own and blank lines are left out, nothing else")
    func comments() throws {
        let script = try script(
            "// What it is for.\n\n/**\n * In several\n * lines.\n */\nlet a = 1; // Here.\n  /** In one. */\n  a += 1;\n",
            [:])
        #expect(script == "(() => {\n\"use strict\";\nlet a = 1; // Here.\n  a += 1;\n})();\n")
    }

    @Test(
        "what can't be joined is told with its line",
        arguments: [
            ("import { a } from \"./c.js\";", "the page's own module:1: there is no module c.js"),
            ("\nimport { c } from \"./a.js\";", "the page's own module:2: a.js exports no c"),
            ("import a from \"./a.js\";", "the page's own module:1: write import { a, b }"),
            ("import { a as b } from \"./a.js\";", "a.js exports no a as b"),
            ("export default 1;", "the page's own module:1: write import { a, b }"),
            ("import { a } from \"./a.js\";\nconst [b, a] = c;", "the page's own module:2: a.js declares a already"),
            ("let b = 1;\nasync function b() {}", "the page's own module:2: the page's own module declares b already"),
            ("import { x } from \"./x.js\";", "in a circle: the page's own module, x.js, y.js, x.js"),
        ])
    func mistakes(entry: String, message: String) {
        let modules = [
            "a.js": "export const a = 1;\n", "x.js": "import { y } from \"./y.js\";\nexport const x = 1;\n",
            "y.js": "import { x } from \"./x.js\";\nexport const y = 1;\n",
        ]
        let error = caught(ScriptError.self) { try script(entry, modules) }
        #expect(error.map { "\($0)" }?.contains(message) == true, "\(error.map { "\($0)" } ?? "none")")
    }
}
