/// How bright a colour is to the eye: the luma of ITU-R BT.601, 0.299 R + 0.587 G + 0.114 B, as ``ColorImage/gray``
/// has it, rounded to whole levels.
public enum Luma {
    /// The brightness of a colour of whole levels, on their own scale.
    ///
    /// Computed in thousandths, so that white stays white and nothing depends on how floats are rounded.
    @inline(__always)
    public static func of<Level: FixedWidthInteger>(red: Level, green: Level, blue: Level) -> Level {
        let sum = 299 * Int(red) + 587 * Int(green) + 114 * Int(blue)
        return Level((sum + 500) / 1000)
    }
}
