/// What a JPEG file says of itself in the segments between its pixels (ITU-T T.81, annex B), read before a library
/// takes memory for it.
struct JPEGHeader {
    /// Pixels in a row, and rows.
    private(set) var width = 0, height = 0
    /// 1 (grey), 3 (colour) or 4 (ink).
    private(set) var components = 0
    /// How often the file goes over the picture.
    private(set) var scans = 0
    /// What a camera wrote beside the picture; without bytes where it wrote nothing.
    private(set) var exif: ArraySlice<UInt8> = []
    /// Whether Adobe's marker is there: ink is then counted from its absence.
    private(set) var hasAdobeMarker = false
    private var precision = 0
    private var frame: UInt8?

    /// - Throws: ``PictureError`` for what is cut, of a form that is not read, or over a limit.
    init(_ bytes: [UInt8]) throws(PictureError) {
        var start = 2
        while let marker = Self.marker(in: bytes, from: &start) {
            if marker == Marker.end { break }
            if Marker.alone.contains(marker) { continue }
            guard start + 2 <= bytes.count else { break }
            let length = Int(bytes[start]) << 8 | Int(bytes[start + 1])
            guard length >= 2, start + length <= bytes.count else { break }
            read(marker, bytes[(start + 2)..<(start + length)])
            start += length
        }
        try check()
    }

    /// The byte after the next 0xFF that is followed by neither a zero (a pixel's byte) nor another 0xFF.
    private static func marker(in bytes: [UInt8], from start: inout Int) -> UInt8? {
        while start + 1 < bytes.count {
            if bytes[start] == 0xFF, bytes[start + 1] != 0, bytes[start + 1] != 0xFF {
                start += 2
                return bytes[start - 1]
            }
            start += 1
        }
        return nil
    }

    private mutating func read(_ marker: UInt8, _ segment: ArraySlice<UInt8>) {
        let first = segment.startIndex
        switch marker {
        case Marker.scan: scans += 1
        case Marker.exif where exif.isEmpty && Array(segment.prefix(6)) == Array("Exif\0\0".utf8):
            exif = segment.dropFirst(6)
        case Marker.adobe where Array(segment.prefix(5)) == Array("Adobe".utf8): hasAdobeMarker = true
        case _ where Marker.isFrame(marker) && frame == nil && segment.count >= 6:
            frame = marker
            precision = Int(segment[first])
            height = Int(segment[first + 1]) << 8 | Int(segment[first + 2])
            width = Int(segment[first + 3]) << 8 | Int(segment[first + 4])
            components = Int(segment[first + 5])
        default: break
        }
    }

    private func check() throws(PictureError) {
        guard let frame else { throw .damaged(.jpeg, reason: "it ends before it says how large its picture is") }
        func unsupported(_ reason: String) -> PictureError {
            .unsupported(.jpeg, reason: reason, advice: PictureError.convert)
        }
        guard Marker.read.contains(frame) else { throw unsupported("it is lossless or hierarchical JPEG") }
        guard precision == 8 else { throw unsupported("it has \(precision) bits a sample, not 8") }
        guard [1, 3, 4].contains(components) else { throw unsupported("it has \(components) channels, not 1, 3 or 4") }
        // A height of zero would come after the pixels (B.2.5), as scanners wrote it.
        try PictureLimits.check(.jpeg, width: width, height: height)
        guard scans > 0 else { throw .damaged(.jpeg, reason: "it ends before its pixels") }
        guard scans <= PictureLimits.scans else {
            throw unsupported(
                "it goes over the picture \(scans) times, more than the \(PictureLimits.scans) that are read")
        }
    }

    private enum Marker {
        static let end: UInt8 = 0xD9
        static let scan: UInt8 = 0xDA
        static let exif: UInt8 = 0xE1
        static let adobe: UInt8 = 0xEE
        /// Markers without a segment: restarts, a beginning, and one for arithmetic coding's own use.
        static let alone: Set<UInt8> = [0x01, 0xD0, 0xD1, 0xD2, 0xD3, 0xD4, 0xD5, 0xD6, 0xD7, 0xD8]
        /// Sequential and progressive, by Huffman's code or arithmetic coding.
        static let read: Set<UInt8> = [0xC0, 0xC1, 0xC2, 0xC9, 0xCA]

        static func isFrame(_ marker: UInt8) -> Bool {
            (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
        }
    }
}
