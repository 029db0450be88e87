@testable import Imaging

extension FuzzTarget {
    /// Pictures of the reader's own, from wherever he has them.
    static let pictures = [
        picture("picture", seeds: Seeds.pictures + Seeds.texts("%PDF-1.7", "GIF89a", "BM", "RIFF....WEBP", "<svg>")),
        picture("jpeg", seeds: Seeds.jpegs),
        picture("webp", seeds: Seeds.webps),
        picture("heic", seeds: Seeds.heifs),
        FuzzTarget(name: "exif", seeds: [Seeds.exif], longest: 256) { bytes in
            let orientation = Exif.orientation(of: bytes[...])
            promise(Exif.orientation(of: ([9] + bytes)[1...]) == orientation)
        },
    ]

    private static func picture(_ name: String, seeds: [[UInt8]]) -> FuzzTarget {
        FuzzTarget(name: name, seeds: seeds, longest: 4096) { bytes in
            let picture = try PictureFile.decode(bytes)
            promise(picture.width > 0 && picture.height > 0)
            promise(picture.width * picture.height <= PictureLimits.pixels)
            promise(max(picture.width, picture.height) <= PictureLimits.side)
            promise(picture.channels.allSatisfy { $0.width == picture.width && $0.height == picture.height })
        }
    }
}
