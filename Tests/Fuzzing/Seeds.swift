import Imaging
import Notebook
import Storage

/// Inputs that the parsers take, made here so that no file of anybody else's is needed.
enum Seeds {
    static let images: [UInt8] = [0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 28, 0, 0, 0, 28] + [UInt8](repeating: 7, count: 784)
    static let labels: [UInt8] = [0, 0, 8, 1, 0, 0, 0, 1, 3]

    /// `one pixel after another, one pixel after another`, compressed by gzip -9.
    static let gzip: [UInt8] = [
        31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 203, 207, 75, 85, 40, 200, 172, 72, 205, 81, 72, 76, 43, 73, 45, 82, 72, 204,
        203, 47, 201, 72, 45, 210, 81, 200, 199, 46, 1, 0, 93, 124, 41, 181, 48, 0, 0, 0,
    ]

    /// Two rows of three bytes, as NumPy writes them.
    static let array: [UInt8] =
        [0x93] + Array("NUMPY".utf8) + [1, 0, 60, 0]
        + Array("{'descr': '|u1', 'fortran_order': False, 'shape': (2, 3), }\n".utf8) + [1, 2, 3, 4, 5, 6]

    /// Own data, as an import describes them.
    static let description = Array(
        """
        {"channels": 1, "classes": ["cat", {"en": "dog", "es": "perro"}], "files": {"test-images.idx": {"count": 2, "sha256":
        "\(String(repeating: "0", count: 64))"}}, "format": 1, "height": 28, "name": "pets", "width": 28}
        """.utf8)

    /// Grey, palette, colour, and colour with opacity.
    static var pictures: [[UInt8]] {
        let colors = (0..<400).map { UInt8(truncatingIfNeeded: $0 &* 37) }
        let images = [
            ColorImage(width: 10, height: 10, pixels: colors),
            ColorImage(width: 10, height: 10, pixels: colors.enumerated().map { $0 % 4 == 3 ? 255 : $1 }),
            ColorImage(width: 10, height: 10, pixels: colors.enumerated().map { $0 % 4 == 3 ? 255 : $1 & 0x80 }),
        ]
        let gray = try? PNG.encode(GrayImage(width: 4, height: 4), resolution: 72, text: [("Title", "t")])
        return images.compactMap { try? PNG.encode($0) } + [gray].compactMap { $0 }
    }

    static func texts(_ texts: String...) -> [[UInt8]] { texts.map { Array($0.utf8) } }

    /// Every option, and the values that just pass.
    static let configurations = texts(
        """
        {"author": "A", "base": "https://a/", "data": "cats", "data-dir": "d", "decimal": "comma", "institution": "I", "lang": "en, es",
        "offline": true, "output": "o", "quick": false, "seed": 18446744073709551615, "source": "https://b/",
        "store": "s", "threads": 256, "title": "T\\u00e9"}
        """,
        "{\"sede\": 1}", "{\"seed\": 1e3, \"decimal\": \"point\"}")

    /// A result as the store keeps it, one with a format that is to come, and one that was cut.
    static var entries: [[UInt8]] {
        let payload = Array("[1,2]\n".utf8)
        return [1, 2].map { format in
            Array(
                """
                {"format":\(format),"key":{"inputs":{"seed":"1"},"unit":"cnn/evaluation"},"length":\(payload.count),\
                "sha256":"\(SHA256.hex(of: payload))"}

                """.utf8) + payload
        } + [Array("{\"format\":1,\"key\":{}}\n".utf8)]
    }
}
