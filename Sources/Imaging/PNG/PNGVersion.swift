import CPNG

extension PNG {
    /// The version of libpng.
    public static var libraryVersion: String { String(cString: cpng_version()) }
}
