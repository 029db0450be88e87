/// Pictures from outside, of any kind that can be read.
public enum PictureFile {
    /// Reads a picture by what its bytes are, whatever its name says.
    ///
    /// - Throws: ``PNGError`` for what is not a whole picture within the limits.
    public static func decode(_ bytes: [UInt8]) throws(PNGError) -> SourcePicture {
        let picture = try PNG.decode(bytes).flattened()
        let (red, green, blue) = picture.planes
        return SourcePicture(.bytes(red == green && green == blue ? [red] : [red, green, blue]))
    }
}
