import Elementary

/// A colour in sRGB, each channel from 0 to 1, alpha not premultiplied.
public struct Color: Hashable, Sendable {
    /// How much red, from 0 to 1, as sRGB encodes it.
    public var red: Double
    /// How much green, from 0 to 1, as sRGB encodes it.
    public var green: Double
    /// How much blue, from 0 to 1, as sRGB encodes it.
    public var blue: Double
    /// How opaque, from 0 for clear to 1.
    public var alpha: Double

    /// A colour from its channels, each from 0 to 1.
    public init(red: Double, green: Double, blue: Double, alpha: Double = 1) {
        self.red = red
        self.green = green
        self.blue = blue
        self.alpha = alpha
    }

    /// A colour as designers write it: `Color(0x1f5fa8)` is `#1f5fa8`.
    public init(_ hex: UInt32, alpha: Double = 1) {
        self.init(
            red: Double(hex >> 16 & 0xff) / 255, green: Double(hex >> 8 & 0xff) / 255,
            blue: Double(hex & 0xff) / 255, alpha: alpha)
    }

    /// A grey between black (0) and white (1).
    public init(gray: Double, alpha: Double = 1) {
        self.init(red: gray, green: gray, blue: gray, alpha: alpha)
    }

    /// No light.
    public static let black = Color(gray: 0)
    /// All light.
    public static let white = Color(gray: 1)
    /// Nothing that is seen.
    public static let clear = Color(gray: 0, alpha: 0)

    /// The colour with another alpha.
    public func opacity(_ alpha: Double) -> Color { Color(red: red, green: green, blue: blue, alpha: alpha) }

    /// The colour at `share` of the way to `other`, channel by channel in sRGB.
    public func mixed(with other: Color, share: Double) -> Color {
        func mix(_ from: Double, _ to: Double) -> Double { from + (to - from) * share }
        return Color(
            red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue),
            alpha: mix(alpha, other.alpha))
    }

    /// The channels as bytes, rounded to the nearest.
    public var bytes: (red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8) {
        func byte(_ value: Double) -> UInt8 { UInt8((min(1, max(0, value)) * 255).rounded()) }
        return (byte(red), byte(green), byte(blue), byte(alpha))
    }

    /// Relative luminance as WCAG 2.1 defines it: 0 for black, 1 for white.
    public var luminance: Double {
        0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
    }

    /// The contrast ratio of WCAG 2.1, from 1 (the same) to 21 (black on white). Alpha is not looked at.
    public func contrast(with other: Color) -> Double {
        Self.contrast(luminance, other.luminance)
    }

    private static func contrast(_ one: Double, _ other: Double) -> Double {
        (max(one, other) + 0.05) / (min(one, other) + 0.05)
    }

    /// Whichever of the two is read more easily on this colour.
    public func moreReadable(of first: Color, _ second: Color) -> Color {
        // Asked for every number of a grid: each luminance takes three powers.
        let own = luminance
        return Self.contrast(own, first.luminance) >= Self.contrast(own, second.luminance) ? first : second
    }

    /// A channel's light, undoing sRGB's transfer curve (IEC 61966-2-1).
    public static func linear(_ channel: Double) -> Double {
        channel <= 0.04045 ? channel / 12.92 : .pow((channel + 0.055) / 1.055, 2.4)
    }

    /// The channel that gives this much light: the inverse of `linear`.
    public static func encoded(_ light: Double) -> Double {
        light <= 0.0031308 ? light * 12.92 : 1.055 * .pow(light, 1 / 2.4) - 0.055
    }
}
