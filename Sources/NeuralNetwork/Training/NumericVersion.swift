/// Which numbers the engine computes.
///
/// Part of the key of everything that is trained. Raise it with every change after which the same model, data
/// and seed give other bits, so that results of before and after are never mixed.
public enum NumericVersion {
    /// The version of this program.
    public static let current = "3"
}
