import CGLib

extension SHA256 {
    /// The version of GLib.
    public static var libraryVersion: String { "\(glib_major_version).\(glib_minor_version).\(glib_micro_version)" }
}
