import Drawing
import Elementary

/// Colours by how light, how strong and of which hue they look: Björn Ottosson, "A perceptual color space
/// for image processing", 2020.
extension Color {
    /// - Parameters:
    ///   - lightness: 0 for black, 1 for white.
    ///   - chroma: 0 for grey; what a screen can show ends near 0.12 if every hue has to be possible.
    ///   - hue: in degrees; 30 is red, 140 green, 255 blue.
    init(lightness: Double, chroma: Double, hue: Double) {
        let angle = hue * .pi / 180
        self.init(oklab: (lightness, chroma * .cos(angle), chroma * .sin(angle)))
    }

    init(oklab: (lightness: Double, a: Double, b: Double)) {
        let (lightness, a, b) = oklab
        let long = Double.pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3)
        let medium = Double.pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3)
        let short = Double.pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3)
        self.init(
            red: Color.encoded(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
            green: Color.encoded(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
            blue: Color.encoded(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short))
    }

    var oklab: (lightness: Double, a: Double, b: Double) {
        let (red, green, blue) = (Color.linear(red), Color.linear(green), Color.linear(blue))
        let long = Double.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
        let medium = Double.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
        let short = Double.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
        return (
            0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
            1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
            0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
        )
    }

    /// The colour at `share` of the way to `other`, in steps that look even.
    func mixedEvenly(with other: Color, share: Double) -> Color {
        let (from, to) = (oklab, other.oklab)
        if share <= 0 { return self }
        if share >= 1 { return other }
        return Color(
            oklab: (
                from.lightness + (to.lightness - from.lightness) * share, from.a + (to.a - from.a) * share,
                from.b + (to.b - from.b) * share
            ))
    }
}
