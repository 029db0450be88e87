import CPictures

/// WebP by libwebp: lossy and lossless, with and without opacity.
enum WebPReader {
    /// - Throws: ``PictureError`` for what is not a whole picture within the limits, or where the library is missing.
    static func read(_ bytes: [UInt8]) throws(PictureError) -> SourcePicture {
        var header = cpic_webp_header()
        let opened = PictureMessage.collecting { message in
            bytes.withUnsafeBufferPointer { cpic_webp_open($0.baseAddress, $0.count, &header, message) }
        }
        guard opened.0 == CPIC_OK else { throw PictureError(opened.0, .webp, message: opened.1) }
        let (width, height) = (Int(header.width), Int(header.height))
        try PictureLimits.check(.webp, width: width, height: height)
        guard header.is_animated == 0 else {
            throw .unsupported(.webp, reason: "it is animated", advice: "save one of its pictures as PNG")
        }
        let rows = try PixelRows(width: width, height: height, channels: header.has_opacity == 0 ? 3 : 4)
        let read = PictureMessage.collecting { message in
            bytes.withUnsafeBufferPointer { bytes in
                rows.lent { cpic_webp_read(bytes.baseAddress, bytes.count, &$0, message) }
            }
        }
        guard read.0 == CPIC_OK else { throw PictureError(read.0, .webp, message: read.1) }
        return SourcePicture(
            samples: .bytes(rows.colours()), turned: Exif.orientation(of: exif(in: bytes)))
    }

    /// The chunk that tells how the camera was held. Some programs put JPEG's six letters in front.
    private static func exif(in bytes: [UInt8]) -> ArraySlice<UInt8> {
        var start = 12
        while start + 8 <= bytes.count {
            let length = bytes[(start + 4)..<(start + 8)].reversed().reduce(0) { $0 << 8 | Int($1) }
            guard length <= bytes.count - start - 8 else { break }
            if bytes.has("EXIF", at: start) {
                let block = bytes[(start + 8)..<(start + 8 + length)]
                return Array(block.prefix(6)) == Array("Exif\0\0".utf8) ? block.dropFirst(6) : block
            }
            start += 8 + length + length % 2
        }
        return []
    }
}
