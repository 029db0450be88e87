import Foundation
import Imaging
import TestSupport
import Testing

@Suite("Picture files", .limited)
struct PictureFileTests {
    private static let picture = PNGFile(width: 2, height: 1, bitDepth: 8, colorType: 0, rows: [0, 7, 9]).bytes

    private func message(_ bytes: [UInt8]) -> String {
        caught(PictureError.self) { try PictureFile.decode(bytes) }?.description ?? "no error"
    }

    private func message(reading url: URL) -> String {
        caught(PictureError.self) { try PictureFile.read(url) }?.description ?? "no error"
    }

    /// Beginnings of files, and what they are called.
    static let kinds: [(beginning: [UInt8], kind: String)] = [
        (Array("%PDF-1.7\n".utf8), "a PDF document"), (Array("GIF89a".utf8) + [1, 0], "a GIF picture"),
        (Array("BM".utf8) + [70, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0], "a BMP picture"),
        ([0x49, 0x49, 0x2A, 0, 8, 0, 0, 0], "a TIFF picture"), ([0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8], "a TIFF picture"),
        (Array("Dear all,\n\tthe picture is below.\r\n".utf8), "this is text"), (Array("año".utf8), "this is text"),
        ([0xFF, 0xFE, 0x41, 0], "this is text"), (Array("<svg xmlns=\"a\">".utf8), "an SVG drawing"),
        (Array("<?xml version=\"1.0\"?>\n<svg>".utf8), "an SVG drawing"),
        (Array("\n<!DOCTYPE html><html>".utf8), "a web page"), (Array("PK\u{3}\u{4}".utf8) + [0], "a zip archive"),
        ([0, 0, 0, 24] + Array("ftypisom".utf8) + [0, 0, 2, 0], "a film"),
        ([0, 0, 0, 20] + Array("ftypqt  ".utf8) + [0, 0, 2, 0], "a film"),
        (Array("RIFF".utf8) + [4, 0, 0, 0] + Array("WAVE".utf8), "a recording"),
        ([0x93] + Array("NUMPY".utf8) + [1, 0], "an array of NumPy's"), ([0x1F, 0x8B, 8], "a gzip file"),
        ([0, 0, 8, 3, 0, 0, 0x27, 0x10], "a file of many pictures (IDX)"),
        ([0xFF, 0x0A, 0], "a JPEG XL picture"), (Array("8BPS".utf8) + [0, 1], "a Photoshop file"),
        (Array("version https://git-lfs.github.com/spec/v1\n".utf8), "a note of Git LFS"),
    ]

    @Test("a file of another kind is called by its kind, whatever its name, with what to do", arguments: kinds)
    func otherKinds(beginning: [UInt8], kind: String) throws {
        let text = message(beginning)
        #expect(text.contains(kind) && text.contains("PNG, JPEG, WebP, HEIC"), "\(text)")
        try withFolder { folder in
            let url = folder.appending(path: "photo.png")
            try Data(beginning).write(to: url)
            #expect(message(reading: url).hasSuffix("photo.png: " + text))
        }
    }

    @Test("bytes of no known kind are shown, and a file without any is empty")
    func unknown() {
        #expect(message([0, 1, 2, 0xAB]).contains("it begins with the bytes 00 01 02 AB;"))
        #expect(message([0x89, 0x50]).contains("it begins with the bytes 89 50;"))
        #expect(message([]).contains("the file is empty"))
    }

    @Test("the name says nothing: a PNG is read as one where it is called .jpg")
    func names() throws {
        try withFolder { folder in
            let url = folder.appending(path: "photo.jpg")
            try Data(Self.picture).write(to: url)
            #expect(try PictureFile.read(url).numbers == [[7, 9]])
        }
    }

    @Test("a file that is not there comes with the names beside it that may have been meant")
    func missing() throws {
        try withFolder { folder in
            for name in ["photo.png", "holiday.png", ".photo.png"] {
                try Data(Self.picture).write(to: folder.appending(path: name))
            }
            let near = message(reading: folder.appending(path: "phato.png"))
            #expect(near.contains("there is no file \(folder.path)/phato.png; did you mean \(folder.path)/photo.png?"))
            let far = message(reading: folder.appending(path: "entirely-else.heic"))
            #expect(far.contains("there is no file") && !far.contains("did you mean"))
            #expect(message(reading: folder.appending(path: "no/folder.png")).contains("there is no file"))
            #expect(message(reading: folder.appending(path: "photo.png/in.png")).contains("there is no file"))
        }
    }

    @Test("a folder, a pipe, and a link to nowhere are errors that name them")
    func noFile() throws {
        try withFolder { folder in
            #expect(message(reading: folder).contains("is a folder; name a picture in it"))
            let pipe = folder.appending(path: "pipe.png")
            #expect(mkfifo(pipe.path, 0o600) == 0)
            #expect(message(reading: pipe).contains("pipe.png: not a regular file"))
            let link = folder.appending(path: "link.png")
            try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: "nowhere.png")
            #expect(message(reading: link).contains("there is no file"))
        }
    }

    @Test("a file beyond half a gigabyte is refused before it is read")
    func tooLong() throws {
        try withFolder { folder in
            let url = folder.appending(path: "long.png")
            try Data(Self.picture).write(to: url)
            #expect(truncate(url.path, 536_870_913) == 0)
            #expect(message(reading: url).contains("long.png has 536870913 bytes, more than the 536870912"))
        }
    }

    @Test("a name relative to the folder where one works stays as it was typed")
    func relative() {
        let text = message(reading: URL(filePath: "no-such-folder/photo.png"))
        #expect(text.hasPrefix("there is no file no-such-folder/photo.png, nor a folder "), "\(text)")
    }

    @Test(
        "a kind whose library is missing comes with the package that brings it",
        arguments: [
            (PictureFormat.jpeg, "libturbojpeg0"), (.webp, "libwebp7"), (.heic, "libheif1"), (.avif, "libheif1"),
        ])
    func noLibrary(format: PictureFormat, package: String) {
        let text = PictureError.noLibrary(format, reason: "no such file").description
        #expect(text.contains(format.rawValue) && text.contains("can't be loaded (no such file); install it"))
        #expect(text.contains(package) && text.contains("convert the picture to PNG"))
    }
}
