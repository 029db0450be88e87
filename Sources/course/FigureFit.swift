import ArgumentParser
import Figures
import Languages

/// The box that figures are to fill, as it was typed: `16:9`, `phone`, `1920x1080`, `120x90mm`.
struct FigureFit: Equatable {
    private enum Kind: Equatable {
        case named(FigureBox)
        case millimetres(width: Double, height: Double)
        case pixels(width: Double, height: Double)
    }

    private let kind: Kind
    /// What was typed, in small letters.
    let text: String

    init(_ text: String) throws {
        let typed = text.lowercased()
        self.text = typed
        if let box = FigureBox.named.first(where: { $0.name == typed }) {
            kind = .named(box)
            return
        }
        let unit = ["px", "mm", "cm"].first { typed.hasSuffix($0) }
        let sides = typed.dropLast(unit?.count ?? 0).split(separator: "x", omittingEmptySubsequences: false)
            .map { Double(String($0).trimmingSpaces()) }
        guard sides.count == 2, let width = sides[0], let height = sides[1], width.isFinite, height.isFinite, width > 0,
            height > 0
        else {
            let names = FigureBox.named.map(\.name)
            throw ValidationError(
                "--fit takes a size such as 1920x1080 or 120x90mm, or a name, not “\(text)”; "
                    + NearMisses.hint(
                        for: typed, in: names, otherwise: "the names are \(names.joined(separator: ", "))"))
        }
        switch unit {
        case "mm": kind = .millimetres(width: width, height: height)
        case "cm": kind = .millimetres(width: width * 10, height: height * 10)
        default: kind = .pixels(width: width, height: height)
        }
    }

    /// The box, where a pixel of a PNG is a 72nd of an inch by `dpi`.
    ///
    /// - Throws: `ValidationError` for a side that no page may have.
    func box(dpi: Int) throws(ValidationError) -> FigureBox {
        let (width, height): (Double, Double)
        switch kind {
        case .named(let box): return box
        case .millimetres(let w, let h): (width, height) = (w / 25.4 * 72, h / 25.4 * 72)
        case .pixels(let w, let h): (width, height) = (w / Double(dpi) * 72, h / Double(dpi) * 72)
        }
        let allowed = FigureWidth.least...FigureWidth.most
        guard allowed.contains(width), allowed.contains(height) else {
            throw ValidationError(
                "--fit takes sides of 40 to 1000 mm, and at \(dpi) dpi that is \(FigureWidth.pixels(at: dpi)) pixels.")
        }
        // Of pixels nobody knows how large they are shown: as on a slide, the smallest letters have a share of the height.
        let leastType = if case .pixels = kind { height / 60 } else { 7.0 }
        return FigureBox(name: text, width: width, height: height, isWhole: true, leastType: leastType)
    }
}
