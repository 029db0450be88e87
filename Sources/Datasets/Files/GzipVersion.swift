import CZlib

extension Gzip {
    /// The version of zlib.
    public static var libraryVersion: String { String(cString: zlibVersion()) }
}
