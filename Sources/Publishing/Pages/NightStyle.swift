/// What a style sheet says of the night: as the reader has chosen it, or as the system has it and the reader has not chosen
/// the day. Never on paper.
enum NightStyle {
    /// - Parameter declarations: what holds on the page then: `--ink: #e9e6df;`.
    static func sheet(_ declarations: String) -> String {
        """
        @media screen {
        html.by-night { \(declarations) }
        }
        @media screen and (prefers-color-scheme: dark) {
        html:not(.by-day) { \(declarations) }
        }

        """
    }
}
