import Platform

extension PNGSamples {
    /// Bytes of a pixel in the file, at least one.
    private var unit: Int {
        switch form {
        case .gray, .palette: 1
        case .rgb, .words: 3
        case .rgba: 4
        }
    }

    /// The rows as the file holds them, compressed: a zlib stream.
    func compressed(width: Int, height: Int) -> [UInt8] {
        if case .words(let pixels) = form { return Self.compressed(pixels) }
        return bytes.withUnsafeBufferPointer { bytes in
            guard let start = bytes.baseAddress else { return [] }
            let stride = width * unit
            let isPacked = bitDepth < 8
            var deflater = Deflater(rowLength: isPacked ? (width * bitDepth + 7) / 8 : stride, unit: unit)
            for row in 0..<height {
                let samples = start + row * stride
                if row > 0, memcmp(samples, samples - stride, stride) == 0 {
                    deflater.repeatRow()
                } else if isPacked {
                    deflater.addRow { Self.pack(samples, count: width, bits: bitDepth, into: $0) }
                } else {
                    deflater.addRow { $0.update(from: samples, count: stride) }
                }
            }
            return deflater.finish()
        }
    }

    /// Words become bytes row by row, so that no copy of the picture is made.
    private static func compressed(_ pixels: OpaquePixels) -> [UInt8] {
        var deflater = Deflater(rowLength: 3 * pixels.width, unit: 3)
        for row in 0..<pixels.height {
            let words = pixels.words + row * pixels.wordsPerRow
            if row > 0, memcmp(words, words - pixels.wordsPerRow, 4 * pixels.width) == 0 {
                deflater.repeatRow()
                continue
            }
            deflater.addRow { bytes in
                for column in 0..<pixels.width {
                    let word = words[column]
                    bytes[3 &* column] = UInt8(truncatingIfNeeded: word &>> 16)
                    bytes[3 &* column &+ 1] = UInt8(truncatingIfNeeded: word &>> 8)
                    bytes[3 &* column &+ 2] = UInt8(truncatingIfNeeded: word)
                }
            }
        }
        return deflater.finish()
    }

    /// Several samples to a byte, the first one highest (ISO/IEC 15948, 7.2).
    private static func pack(
        _ samples: UnsafePointer<UInt8>, count: Int, bits: Int, into bytes: UnsafeMutablePointer<UInt8>
    ) {
        let perByte = 8 / bits
        for index in 0..<((count + perByte - 1) / perByte) {
            var byte: UInt8 = 0
            for place in 0..<perByte {
                let column = index * perByte + place
                byte = byte << UInt8(bits) | (column < count ? samples[column] : 0)
            }
            bytes[index] = byte
        }
    }
}
