import Drawing

extension Theme {
    /// Warm paper, for the screen by day.
    public static let light = Theme(
        id: "light", paper: Color(0xfdfcf8), ink: Color(0x1c1b22), quiet: Color(0x5d5b66),
        hairline: Color(0xd9d5cb), input: Color(0x1f5fa8), kernel: Color(0xb8560f), output: Color(0x0f766e),
        error: Color(0xb3213f), validation: Color(0x6d3fb0))

    /// Dark paper, for the screen by night.
    public static let dark = Theme(
        id: "dark", paper: Color(0x17171c), ink: Color(0xe9e6df), quiet: Color(0xa6a3ad),
        hairline: Color(0x3a3a44), input: Color(0x7db4f0), kernel: Color(0xf0a35e), output: Color(0x5cc8bd),
        error: Color(0xf58aa0), validation: Color(0xbfa0f2))

    /// Pure black on white for a handout: hatches, greys and dashes say what hues say elsewhere, and survive a
    /// photocopier.
    public static let print = Theme(
        id: "print", paper: .white, ink: .black, quiet: Color(0x4a4a4a), hairline: Color(0xc4c4c4), input: .black,
        kernel: .black, output: .black, error: .black, validation: .black,
        classes: [0x000000, 0x000000, 0x595959, 0x000000, 0x6b6b6b, 0x000000, 0x595959, 0x000000]
            .map { Color(UInt32($0)) }, hasHues: false)

    /// White paper, large type, thick lines and stronger colours, for a lamp in a room that is not dark.
    public static let projector = Theme(
        id: "projector", paper: .white, ink: .black, quiet: Color(0x3f3e46), hairline: Color(0xc9c6be),
        input: Color(0x154b8a), kernel: Color(0x9c4408), output: Color(0x0a5f58), error: Color(0xa01233),
        validation: Color(0x5a2d9c), typeScale: 1.35, lineScale: 1.6)

    /// All of them, in the order in which they are listed.
    public static let all = [light, dark, print, projector]
}
