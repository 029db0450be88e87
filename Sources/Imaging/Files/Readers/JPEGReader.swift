import CPictures

/// JPEG (ITU-T T.81) by libjpeg-turbo: sequential and progressive, grey, in colour and in ink.
enum JPEGReader {
    /// What the library says of files whose pixels are all there and as they were meant.
    private static let harmless = [
        "extraneous bytes before marker 0xd9", "unknown JFIF revision number", "Invalid SOS parameters",
    ]

    /// - Throws: ``PictureError`` for what is not a whole JPEG within the limits, or where the library is missing.
    static func read(_ bytes: [UInt8]) throws(PictureError) -> SourcePicture {
        let header = try JPEGHeader(bytes)
        let samples: SourcePicture.Samples
        switch header.components {
        case 1:
            let plane = Plane<UInt8>(uninitializedWidth: header.width, height: header.height)
            try fill(PixelRows(plane), with: bytes)
            samples = .bytes([plane])
        case 3:
            let rows = try PixelRows(width: header.width, height: header.height, channels: 3)
            try fill(rows, with: bytes)
            samples = .bytes(rows.colours())
        default:
            let rows = try PixelRows(width: header.width, height: header.height, channels: 4)
            try fill(rows, with: bytes)
            samples = .bytes(rows.coloursOfInk(isInverted: header.hasAdobeMarker))
        }
        return SourcePicture(samples: samples, turned: Exif.orientation(of: header.exif))
    }

    /// A file that the library would have to mend is refused, but where nothing of its pixels is touched.
    private static func fill(_ rows: borrowing PixelRows, with bytes: [UInt8]) throws(PictureError) {
        var (status, message) = decode(bytes, into: rows, isStrict: true)
        if status == CPIC_DAMAGED, isHarmless(message) {
            (status, message) = decode(bytes, into: rows, isStrict: false)
            if status == CPIC_DAMAGED, isHarmless(message) { return }
        }
        guard status == CPIC_OK else { throw PictureError(status, .jpeg, message: plain(message)) }
    }

    private static func decode(_ bytes: [UInt8], into rows: borrowing PixelRows, isStrict: Bool) -> (
        cpic_status, String
    ) {
        PictureMessage.collecting { message in
            bytes.withUnsafeBufferPointer { bytes in
                rows.lent { cpic_jpeg_read(bytes.baseAddress, bytes.count, &$0, isStrict ? 1 : 0, message) }
            }
        }
    }

    private static func isHarmless(_ message: String) -> Bool { harmless.contains { message.contains($0) } }

    private static func plain(_ message: String) -> String {
        message.lowercased().contains("premature end") ? "its pixels end too early" : message
    }
}
