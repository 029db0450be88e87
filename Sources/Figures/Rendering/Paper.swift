import Drawing

/// What figures are drawn on, where it is not the paper of their theme.
public enum Paper: String, CaseIterable, Sendable {
    /// For pages and slides that are white.
    case white
    /// The warm paper of the course's pages.
    case cream
    /// Nothing: what a figure is laid on shines through.
    case none
}

extension Theme {
    /// The theme on another paper; `nil` where its colours can't be seen on that.
    public func on(_ paper: Paper) -> Theme? {
        var theme = self
        switch paper {
        case .none: theme.hasGround = false
        case .white, .cream:
            // Colours were chosen for a light paper or for a dark one.
            guard !isDark else { return nil }
            theme.paper = paper == .white ? .white : Theme.light.paper
        }
        return theme
    }
}
