import CPictures

/// HEIC and AVIF by libheif, which turns pictures as they are to be shown. More than eight bits become eight.
enum HEIFReader {
    /// - Throws: ``PictureError`` for what is not a whole picture within the limits, or where the library is missing.
    static func read(_ bytes: [UInt8], as format: PictureFormat) throws(PictureError) -> SourcePicture {
        // The library keeps pointers into the file until the picture is closed.
        var result: Result<SourcePicture, PictureError> = .failure(.outOfMemory)
        bytes.withUnsafeBufferPointer { bytes in
            do throws(PictureError) {
                result = .success(try read(bytes, as: format))
            } catch {
                result = .failure(error)
            }
        }
        return try result.get()
    }

    private static func read(
        _ bytes: UnsafeBufferPointer<UInt8>, as format: PictureFormat
    ) throws(PictureError) -> SourcePicture {
        var picture: OpaquePointer?
        var rows = cpic_rows()
        let opened = PictureMessage.collecting { message in
            cpic_heif_open(bytes.baseAddress, bytes.count, Int32(PictureLimits.side), &picture, &rows, message)
        }
        guard opened.0 == CPIC_OK, let picture else { throw PictureError(opened.0, format, message: opened.1) }
        defer { cpic_heif_close(picture) }
        try PictureLimits.check(format, width: Int(rows.width), height: Int(rows.height))
        let read = PictureMessage.collecting { cpic_heif_read(picture, &rows, $0) }
        guard read.0 == CPIC_OK else { throw PictureError(read.0, format, message: read.1) }
        return SourcePicture(samples: .bytes(PixelRows(lentBy: rows).colours()))
    }
}
