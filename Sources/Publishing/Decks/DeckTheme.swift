import Figures

/// A deck's theme: the colours of the course by the names that office programs have for them.
enum DeckTheme {
    /// Which colour of the theme is text and which is paper.
    static let map: String =
        [
            "<p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" ",
            "accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" ",
            "folHlink=\"folHlink\"/>",
        ].joined()

    static func xml(_ theme: Theme) -> String {
        let colours = [
            ("dk1", theme.ink), ("lt1", theme.paper), ("dk2", theme.quiet), ("lt2", theme.hairline),
            ("accent1", theme.input), ("accent2", theme.kernel), ("accent3", theme.output), ("accent4", theme.error),
            ("accent5", theme.validation), ("accent6", theme.quiet), ("hlink", theme.input), ("folHlink", theme.input),
        ].map { "<a:\($0)><a:srgbClr val=\"\(OfficeMarkup.digits($1))\"/></a:\($0)>" }.joined()
        // Every machine has it, or one of the same widths.
        let fonts = ["major", "minor"].map {
            "<a:\($0)Font><a:latin typeface=\"Arial\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/></a:\($0)Font>"
        }.joined()
        let fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>"
        let fills = fill + fill + fill
        let line = "<a:ln w=\"9525\">\(fill)</a:ln>"
        let effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
        return [
            OfficeMarkup.head,
            "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"course\"><a:themeElements>",
            "<a:clrScheme name=\"course\">\(colours)</a:clrScheme><a:fontScheme name=\"course\">\(fonts)</a:fontScheme>",
            "<a:fmtScheme name=\"course\"><a:fillStyleLst>\(fills)</a:fillStyleLst><a:lnStyleLst>\(line)\(line)\(line)",
            "</a:lnStyleLst><a:effectStyleLst>\(effect)\(effect)\(effect)</a:effectStyleLst><a:bgFillStyleLst>\(fills)",
            "</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>",
        ].joined()
    }
}
