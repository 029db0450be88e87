/// The version of this program, as reports and files tell it.
public enum ProgramVersion {
    /// Semantic versioning 2.0.0.
    public static let current = "0.1.0"
}
