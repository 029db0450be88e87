/// What can be drawn: a value that holds the plotted numbers and the words in both languages.
public protocol Figure: Sendable {}
