/// The lessons' documents, as they were when the program was built.
///
/// A room of its own: a changed word compiles this room again and nothing else.
public enum Texts {
    /// By path in the repository: `Lessons/Edges/edges.en.md`.
    public static var files: [String: String] { EmbeddedText.files }
}
