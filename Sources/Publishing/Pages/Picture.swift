/// How large a figure stands on a page, and whether its path may be linked to.
struct Picture {
    /// The reading column in CSS pixels at the style sheet's usual size of type; figures are 160 mm wide to fill it.
    private static let column = (pixels: 684.0, millimetres: 160.0)

    let file: FigureFile
    /// CSS pixels.
    let width: Int
    /// CSS pixels.
    let height: Int
    /// Whether the figure breaks out of the reading column.
    let isWide: Bool

    init(_ file: FigureFile) throws(PublishingError.Problem) {
        self.file = file
        guard file.width > 0, file.height > 0, file.dpi > 0, max(file.width, file.height) <= 1 << 16 else {
            throw .badFigureFile(file.path, reason: "has no size: \(file.width) x \(file.height), \(file.dpi) dpi")
        }
        let forms = [file.phone, file.print, file.emblem, file.strip].compactMap(\.self)
        let paths: [String?] = [file.path, file.darkPath, file.dataPath] + forms.map(\.path) + forms.map(\.darkPath)
        for path in paths.compactMap(\.self) where !Self.isPlain(path) {
            throw .badFigureFile(path, reason: "is no path of plain names below the report's folder")
        }
        for form in forms where form.width <= 0 || form.height <= 0 {
            throw .badFigureFile(form.path, reason: "has no size: \(form.width) x \(form.height)")
        }
        let millimetres = Double(file.width) / Double(file.dpi) * 25.4
        let pixels = millimetres * Self.column.pixels / Self.column.millimetres
        width = max(1, Int(pixels.rounded()))
        height = max(1, Int((pixels * Double(file.height) / Double(file.width)).rounded()))
        isWide = millimetres > Self.column.millimetres * 1.03
    }

    private static func isPlain(_ path: String) -> Bool {
        path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { name in
            !name.hasPrefix(".") && name.split(separator: ".").allSatisfy { LinkTarget.isName(String($0)) }
                && !name.isEmpty
        }
    }
}
