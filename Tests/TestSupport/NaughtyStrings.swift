/// Texts that people type, or that somebody who means harm does. Own list; the idea is Max Woolf's *Big List of
/// Naughty Strings*.
public enum NaughtyStrings {
    /// Each of them.
    public static let all: [String] = [
        // Markup
        "<script>alert(1)</script>", "</title><script>alert(1)</script>", "</style></script><svg onload=alert(1)>",
        "\" onmouseover=\"alert(1)", "' onfocus='alert(1)", "<!-- ", "-->", "]]>", "<![CDATA[", "<?xml ?>",
        "javascript:alert(1)", "&lt;&amp;&#39;&#x27;", "&", "&nbsp", "<", ">", "\"", "'", "`", "<b>bold</b>",
        // Templates, Markdown, TeX, shells, formats
        "{{title}}", "{{{title}}}{{#a}}{{/a}}", "{{> head}}", "# Heading", "- item", "1. item", "> note", "***", "---",
        "*a* _b_ **c** ~~d~~", "[link](javascript:alert(1))", "![x](https://example.org/x.png)", "```\ncode", "|a|b|",
        "$x$ $$\\frac{1}{0}$$ \\( \\)", "\\", "\\\\", "\\n", "\\u0000", "%s %d %n", "$(rm -rf .)", "${HOME}", "; ls",
        "../../etc/passwd", "C:\\AUX", "<a id=\"x\"></a>", "attachment:x.png",
        // What programs take for nothing or for a number
        "null", "nil", "undefined", "NaN", "true", "0", "-1", "1e400", "Infinity", "None", "()", "[]", "{}",
        // Characters
        "\u{202E}drawkcab\u{202C}", "\u{2066}isolate", "\u{200F}עברית العربية", "a\u{200B}b\u{200D}c\u{FEFF}d",
        "\u{301}e\u{301}", "Z͑ͫ̓ͪ̂ͫa̴̵̞͎l͔̕g̡͟o̠͉", "👩‍🔬👨‍👩‍👧‍👦🇪🇸", "ﷺ", "\u{1F}\u{7F}\u{80}\u{9F}", "\u{FFFE}\u{FFFF}", "\u{FFFD}",
        "\u{E000}", "日本語 中文 한국어", "ñandú «comillas» ¿qué?", "ß İ ı ﬃ Ω", "a\tb", "two\nlines", "carriage\r\nreturn",
        "\"\u{301} accent on a quotation mark", "<\u{338}script>", "\u{2028}\u{2029}", " leading and trailing ",
        // Length
        String(repeating: "W", count: 5_000), String(repeating: "long words ", count: 500),
    ]
}
