import Snippets

/// A few lines of Python on a page that belong to no file of the reader's: where an exercise begins, how it is solved.
enum PythonSample {
    static func markup(_ source: String) -> HTML {
        "<pre class=\"sample\" tabindex=\"0\"><code translate=\"no\">\(CodeHighlighter.markup(source, as: .python))</code></pre>\n"
    }
}
