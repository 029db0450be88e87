import Drawing

/// The colours of a figure, each by its meaning, so that every figure says the same with the same colour.
public struct Theme: Hashable, Sendable {
    /// The name that people type.
    public let id: String
    public let paper: Color
    public let ink: Color
    /// Texts of second rank.
    public let quiet: Color
    /// Rules and grids.
    public let hairline: Color
    /// The picture, a pixel under inspection.
    public let input: Color
    /// Kernels and weights.
    public let kernel: Color
    /// Feature maps, predictions that are right.
    public let output: Color
    /// Predictions that are wrong.
    public let error: Color
    /// What is measured on validation images.
    public let validation: Color
    /// Classes: Okabe and Ito's eight (Color Universal Design, 2008).
    public let classes: [Color]
    /// How large type is, 1 for a page.
    public let typeScale: Double

    public init(
        id: String, paper: Color, ink: Color, quiet: Color, hairline: Color, input: Color, kernel: Color,
        output: Color, error: Color, validation: Color, classes: [Color] = Theme.okabeIto, typeScale: Double = 1
    ) {
        self.id = id
        self.paper = paper
        self.ink = ink
        self.quiet = quiet
        self.hairline = hairline
        self.input = input
        self.kernel = kernel
        self.output = output
        self.error = error
        self.validation = validation
        self.classes = classes
        self.typeScale = typeScale
    }

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

    /// Okabe and Ito's palette in their order, black first.
    public static let okabeIto = [
        0x000000, 0xe69f00, 0x56b4e9, 0x009e73, 0xf0e442, 0x0072b2, 0xd55e00, 0xcc79a7,
    ].map { Color(UInt32($0)) }

    /// Whether the paper is darker than the ink.
    public var isDark: Bool { paper.luminance < ink.luminance }

    /// The colour of a role.
    public func color(_ role: Role) -> Color {
        switch role {
        case .ink, .training: ink
        case .quiet: quiet
        case .input: input
        case .kernel: kernel
        case .output: output
        case .error: error
        case .validation: validation
        case .category(let index):
            // The first of the eight is black, which a dark paper swallows.
            index <= 0 || classes.isEmpty ? ink : classes[index % classes.count]
        }
    }

    /// The colour of a role thinned with paper: `share` 1 is the colour itself.
    public func tint(_ role: Role, _ share: Double) -> Color { paper.mixed(with: color(role), share: share) }

    /// The kernel's colour, dark enough for small numbers on a picture's blue.
    var weightOnPicture: Color { kernel.mixed(with: .black, share: isDark ? 0.6 : 0.35) }

    /// Ink or paper, whichever is read more easily on `color`.
    public func text(on color: Color) -> Color { color.moreReadable(of: ink, paper) }
}

/// What something in a figure is; the theme gives it its colour.
public enum Role: Hashable, Sendable {
    case ink, quiet, input, kernel, output, error, training, validation
    /// One of several equals, counted from 0.
    case category(Int)

    /// What tells a line from others without its colour.
    var dash: [Double] {
        switch self {
        case .validation: [4, 2.5]
        case .quiet: [1.5, 2]
        case .category(let index): [[], [5, 2], [1.5, 2], [5, 2, 1.5, 2]][abs(index % 4)]
        case .ink, .input, .kernel, .output, .error, .training: []
        }
    }
}
