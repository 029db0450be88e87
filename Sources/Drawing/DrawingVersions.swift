import CCairo

/// The libraries that draw.
public enum DrawingVersions {
    /// The version of Cairo.
    public static var cairo: String { String(cString: cairo_version_string()) }
    /// The version of Pango.
    public static var pango: String { String(cString: pango_version_string()) }
}
