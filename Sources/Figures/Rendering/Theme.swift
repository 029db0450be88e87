import Drawing

/// The colours of a figure, each by its meaning, so that every figure says the same with the same colour.
public struct Theme: Hashable, Sendable, CustomStringConvertible {
    /// The name that people type.
    public let id: String
    /// What everything is drawn on.
    public internal(set) var paper: Color
    /// Texts of first rank and what has no other meaning.
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
    /// Classes, each at least three times as light or as dark as the paper.
    public let classes: [Color]
    /// Whether hues are at hand. Without them, hatches, greys and dashes tell meanings apart.
    public let hasHues: Bool
    /// How large type is, 1 for a page.
    public let typeScale: Double
    /// How thick lines are, 1 for a page.
    public let lineScale: Double
    /// Whether the paper is drawn; else what lies below a figure shines through.
    public internal(set) var hasGround = true

    /// A theme. Classes have Okabe and Ito's colours unless others are given.
    public init(
        id: String, paper: Color, ink: Color, quiet: Color, hairline: Color, input: Color, kernel: Color,
        output: Color, error: Color, validation: Color, classes: [Color]? = nil, hasHues: Bool = true,
        typeScale: Double = 1, lineScale: Double = 1
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
        self.classes = classes ?? Self.okabeIto.map { $0.standingOut(from: paper) }
        self.hasHues = hasHues
        self.typeScale = typeScale
        self.lineScale = lineScale
    }

    /// Okabe and Ito's palette in their order, black first (Color Universal Design, 2008).
    public static let okabeIto = [
        0x000000, 0xe69f00, 0x56b4e9, 0x009e73, 0xf0e442, 0x0072b2, 0xd55e00, 0xcc79a7,
    ].map { Color(UInt32($0)) }

    /// The name.
    public var description: String { id }

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

    /// What an area of a role is filled with: its colour, or without hues its hatch.
    public func fill(_ role: Role) -> Paint {
        guard !hasHues, let pattern = role.hatch else { return .color(color(role)) }
        return .hatch(Hatch(pattern, spacing: 2.6, width: pattern == .dots ? 1.3 : 0.7, ink: ink, ground: paper))
    }

    /// What tells a role's line from others besides its colour: lengths drawn and left out in turn.
    public func dash(_ role: Role) -> [Double] { hasHues ? role.dash : role.dashWithoutHues }

    /// The kernel's colour, dark enough for small numbers on a picture's blue.
    var weightOnPicture: Color { kernel.mixed(with: .black, share: isDark ? 0.6 : 0.35) }

    /// Ink or paper, whichever is read more easily on `color`.
    public func text(on color: Color) -> Color { color.moreReadable(of: ink, paper) }
}

extension Color {
    /// The colour, or one of its hue and strength just dark or light enough to be seen on `paper`: contrast 3 to 1
    /// (WCAG 2.1, 1.4.11).
    func standingOut(from paper: Color, contrast: Double = 3.05) -> Color {
        guard self.contrast(with: paper) < contrast else { return self }
        let (lightness, a, b) = oklab
        let direction = paper.luminance > 0.18 ? -1.0 : 1
        for step in 1...100 {
            let moved = lightness + direction * Double(step) / 100
            // What no screen can show is brought back by losing strength.
            let strength = min(1, max(0, direction < 0 ? moved / max(lightness, 1e-9) : 1))
            let color = Color(oklab: (moved, a * strength, b * strength)).inGamut
            if color.contrast(with: paper) >= contrast { return color }
        }
        return paper.luminance > 0.18 ? .black : .white
    }

    private var inGamut: Color {
        func inside(_ channel: Double) -> Double { min(1, max(0, channel)) }
        return Color(red: inside(red), green: inside(green), blue: inside(blue), alpha: alpha)
    }
}
