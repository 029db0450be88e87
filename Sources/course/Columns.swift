extension String {
    /// The text in a column of that width, at its left end; what is longer stays whole.
    func left(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }

    /// The text in a column of that width, at its right end; what is longer stays whole.
    func right(_ width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}
