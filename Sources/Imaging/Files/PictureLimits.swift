/// How much of a picture is taken from outside. Files are refused by what they declare, before memory is taken for it.
public enum PictureLimits {
    /// The longest side.
    public static let side = PNG.maximumSide
    /// The most pixels: 50 megapixels as cameras count them, up to 8192 x 6144.
    public static let pixels = PNG.maximumPixels
    /// The longest file: more than any picture within the other limits needs.
    public static let bytes = 512 << 20
    /// The most scans of a progressive JPEG, each of which goes over the whole picture; encoders make some ten.
    public static let scans = 64

    /// Makes sure that a picture may be as large as a file says.
    static func check(_ format: PictureFormat, width: Int, height: Int) throws(PictureError) {
        guard width > 0, height > 0 else {
            throw .damaged(format, reason: "it has \(width) x \(height) pixels")
        }
        guard width <= side, height <= side, width * height <= pixels else {
            throw .tooLarge(width: width, height: height)
        }
    }
}
