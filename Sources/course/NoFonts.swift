import Drawing
import Publishing

/// Nothing can be drawn, since no letter can.
struct NoFonts: Error, CustomStringConvertible {
    /// What is missing; nil where there is no font at all.
    private let missing: String?

    /// What to install; `course doctor` says it as well.
    static let advice = "Debian: apt-get install fonts-inter; macOS: brew install font-inter"

    /// What is missing, and what to do.
    var description: String {
        missing ?? "no figure can be drawn: no font is installed, or none is found; install Inter or DejaVu Sans "
            + "(\(Self.advice))"
    }

    /// Makes sure that figures can be drawn, before anything is computed for them.
    static func check() throws {
        let typesetter = try Typesetter()
        // Pango names families even where there is none; what they have is known once something is set.
        do { _ = try typesetter.set("A", style) } catch { throw NoFonts(missing: nil) }
        do { _ = try typesetter.set("a 0.1 − ñé", style) } catch { throw NoFonts(missing: "\(error)") }
    }

    private static let style = TextStyle(size: 9)
}
