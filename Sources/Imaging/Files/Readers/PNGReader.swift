/// PNG as pictures from outside come in it.
enum PNGReader {
    /// - Throws: ``PictureError`` for what is not a whole PNG within the limits.
    static func read(_ bytes: [UInt8]) throws(PictureError) -> SourcePicture {
        let samples: SourcePicture.Samples
        do {
            samples = try PNG.planes(bytes)
        } catch {
            throw PictureError(error)
        }
        return SourcePicture(samples: samples, turned: Exif.orientation(of: exif(in: bytes)))
    }

    /// The chunk that tells how the camera was held, wherever it stands.
    private static func exif(in bytes: [UInt8]) -> ArraySlice<UInt8> {
        var start = 8
        while start + 12 <= bytes.count {
            let length = bytes[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) }
            guard length <= bytes.count - start - 12 else { break }
            if bytes.has("eXIf", at: start + 4) { return bytes[(start + 8)..<(start + 8 + length)] }
            start += 12 + length
        }
        return []
    }
}
