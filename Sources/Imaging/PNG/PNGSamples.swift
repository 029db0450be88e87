/// A picture in the smallest of PNG's forms that loses nothing.
struct PNGSamples {
    enum Form {
        case gray, rgb, rgba
        case palette([UInt32])
        /// Three bytes a pixel, read from where the pixels lie.
        case words(OpaquePixels)
    }

    let form: Form
    /// Bits a sample: 1, 2, 4 or 8.
    let bitDepth: Int
    /// One byte a sample, whatever the depth.
    let bytes: [UInt8]

    /// Grey intensities, clipped to 0...255 and rounded; what is not a number becomes black.
    init(_ image: GrayImage) {
        self.init(form: .gray, bitDepth: 8, bytes: image.bytes)
    }

    /// The form is a palette up to sixteen colours, else grey where every pixel is grey and opaque, else a
    /// palette up to 256 colours, else three or four bytes a pixel.
    init(_ image: ColorImage) {
        let pixels = image.pixels.withUnsafeBytes { Array($0.bindMemory(to: UInt32.self)) }
        let isGray = pixels.allSatisfy { $0.isGray }
        let isOpaque = pixels.allSatisfy { $0.isOpaque }
        let palette = Palette(of: pixels)
        if let palette, palette.colors.count <= 16 || !(isGray && isOpaque) {
            self.init(
                form: .palette(palette.colors), bitDepth: palette.bitDepth, bytes: palette.indices)
        } else if isGray && isOpaque {
            self.init(form: .gray, bitDepth: 8, bytes: pixels.map { UInt8(truncatingIfNeeded: $0.littleEndian) })
        } else if isOpaque {
            self.init(form: .rgb, bitDepth: 8, bytes: Self.withoutOpacity(image.pixels))
        } else {
            self.init(form: .rgba, bitDepth: 8, bytes: image.pixels)
        }
    }

    /// The same choice for opaque pixels in words.
    init(_ pixels: OpaquePixels) {
        guard let palette = Palette(of: pixels) else {
            self.init(form: .words(pixels), bitDepth: 8, bytes: [])
            return
        }
        if palette.colors.count > 16, palette.colors.allSatisfy(\.isGray) {
            let grays = palette.colors.map { UInt8(truncatingIfNeeded: $0.littleEndian) }
            self.init(form: .gray, bitDepth: 8, bytes: palette.indices.map { grays[Int($0)] })
        } else {
            self.init(form: .palette(palette.colors), bitDepth: palette.bitDepth, bytes: palette.indices)
        }
    }

    private init(form: Form, bitDepth: Int, bytes: [UInt8]) {
        self.form = form
        self.bitDepth = bitDepth
        self.bytes = bytes
    }

    private static func withoutOpacity(_ pixels: [UInt8]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: pixels.count / 4 * 3) { target, count in
            for pixel in 0..<(pixels.count / 4) {
                target[3 * pixel] = pixels[4 * pixel]
                target[3 * pixel + 1] = pixels[4 * pixel + 1]
                target[3 * pixel + 2] = pixels[4 * pixel + 2]
            }
            count = pixels.count / 4 * 3
        }
    }
}

/// The colours of a picture in the order in which they appear, and each pixel's place among them.
private struct Palette {
    private(set) var colors: [UInt32] = []
    private(set) var indices: [UInt8] = []

    /// `nil` when there are more than 256 colours.
    init?(of pixels: [UInt32]) {
        var table = ColorTable()
        var previous: (color: UInt32, index: UInt8)?
        indices.reserveCapacity(pixels.count)
        for color in pixels {
            if let previous, previous.color == color {
                indices.append(previous.index)
                continue
            }
            guard let index = table.index(of: color) else { return nil }
            indices.append(index)
            previous = (color, index)
        }
        colors = table.colors
    }

    /// `nil` when there are more than 256 colours, which shows long before the end.
    init?(of pixels: OpaquePixels) {
        var table = ColorTable()
        var isFull = false
        indices = [UInt8](unsafeUninitializedCapacity: pixels.width * pixels.height) { indices, count in
            guard let base = indices.baseAddress else { return }
            for row in 0..<pixels.height where !isFull {
                let words = pixels.words + row * pixels.wordsPerRow
                let line = base + row * pixels.width
                var start = 0
                while start < pixels.width {
                    let word = words[start]
                    var end = start + 1
                    while end < pixels.width, words[end] == word { end += 1 }
                    guard let index = table.index(of: OpaquePixels.rgba(word)) else {
                        isFull = true
                        return
                    }
                    (line + start).update(repeating: index, count: end - start)
                    start = end
                }
            }
            count = pixels.width * pixels.height
        }
        guard !isFull else { return nil }
        colors = table.colors
    }

    /// The fewest bits that hold every index.
    var bitDepth: Int {
        switch colors.count {
        case ...2: 1
        case ...4: 2
        case ...16: 4
        default: 8
        }
    }
}

/// A hash table of at most 256 colours in 1,024 places, which a picture of a million pixels walks quickly.
private struct ColorTable {
    private(set) var colors: [UInt32] = []
    /// Indices into `colors`; -1 where free.
    private var places = [Int16](repeating: -1, count: 1024)

    /// The index of a colour, new or known; `nil` when there is no room for another.
    mutating func index(of color: UInt32) -> UInt8? {
        var place = Int((color &* 0x9E37_79B1) >> 22)
        while places[place] >= 0 {
            let index = Int(places[place])
            if colors[index] == color { return UInt8(index) }
            place = (place + 1) & 1023
        }
        guard colors.count < 256 else { return nil }
        places[place] = Int16(colors.count)
        colors.append(color)
        return UInt8(colors.count - 1)
    }
}

/// Four bytes in memory order: red, green, blue, opacity.
extension UInt32 {
    fileprivate var isOpaque: Bool { littleEndian >> 24 == 255 }

    fileprivate var isGray: Bool {
        let value = littleEndian
        return value & 0xFF == value >> 8 & 0xFF && value & 0xFF == value >> 16 & 0xFF
    }
}
