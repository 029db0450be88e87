/// A JPEG file of flat blocks, each of one value, so that what comes out is known to the last bit.
struct JPEGFile {
    /// Blocks beside and below each other; each is 8 x 8 pixels.
    var columns = 3, rows = 2
    /// The size that is declared; nil for whole blocks.
    var size: (width: Int, height: Int)?
    var precision: UInt8 = 8
    /// The frame's marker: 0xC0 is sequential, 0xC2 progressive.
    var frame: UInt8 = 0xC0
    var components = 1
    /// Adobe's marker with its number for the colours (0: as they are, 1: YCbCr, 2: YCCK); nil for none.
    var adobe: UInt8?
    /// Segments before the frame, each with its marker.
    var segments: [(marker: UInt8, data: [UInt8])] = []
    /// Scans of a progressive file that come after all the others and change nothing.
    var moreScans = 0
    /// The value of a block in a component.
    var value: @Sendable (_ component: Int, _ row: Int, _ column: Int) -> UInt8 = { component, row, column in
        UInt8(40 * component + 30 * row + 9 * column)
    }

    var bytes: [UInt8] {
        let (width, height) = size ?? (8 * columns, 8 * rows)
        var file: [UInt8] = [0xFF, 0xD8]
        for (marker, data) in segments { file += segment(marker, data) }
        if let adobe { file += segment(0xEE, Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, adobe]) }
        // Steps of eight make a coefficient of one a grey level of one.
        file += segment(0xDB, [0] + [UInt8](repeating: 8, count: 64))
        let sides = [UInt8(height >> 8), UInt8(height & 255), UInt8(width >> 8), UInt8(width & 255)]
        let parts: [UInt8] = (0..<components).flatMap { [UInt8($0 + 1), 0x11, 0] as [UInt8] }
        let header: [UInt8] = [precision] + sides
        file += segment(frame, header + [UInt8(components)] + parts)
        // Sizes of differences are four bits each; of the other coefficients there is only their end, one bit.
        let none = [UInt8](repeating: 0, count: 16)
        file += segment(0xC4, [0x00, 0, 0, 0, 12] + none.prefix(12) + Array(0...11))
        file += segment(0xC4, [0x10, 1] + none)
        let isProgressive = frame == 0xC2
        file += scan(of: Array(0..<components), from: 0, to: isProgressive ? 0 : 63) + firstScan(!isProgressive)
        // Readers make up what a progressive file leaves open, so each component says that there is nothing more.
        let ends = Bits(Array(repeating: (0, 1), count: columns * rows)).bytes
        for component in 0..<(isProgressive ? components : 0) { file += scan(of: [component], from: 1, to: 63) + ends }
        for _ in 0..<moreScans { file += scan(of: [0], from: 1, to: 1) + ends }
        return file + [0xFF, 0xD9]
    }

    private func segment(_ marker: UInt8, _ data: [UInt8]) -> [UInt8] {
        [0xFF, marker, UInt8((data.count + 2) >> 8), UInt8((data.count + 2) & 255)] + data
    }

    private func scan(of parts: [Int], from: UInt8, to: UInt8) -> [UInt8] {
        let tables: [UInt8] = parts.flatMap { [UInt8($0 + 1), 0] as [UInt8] }
        return segment(0xDA, [UInt8(parts.count)] + tables + [from, to, 0])
    }

    /// Block after block, the differences from the one before in each component (ITU-T T.81, F.1.2.1).
    private func firstScan(_ hasEnds: Bool) -> [UInt8] {
        var before = [Int](repeating: 0, count: components)
        var bits: [(value: Int, count: Int)] = []
        for row in 0..<rows {
            for column in 0..<columns {
                for component in 0..<components {
                    let level = Int(value(component, row, column)) - 128
                    let difference = level - before[component]
                    before[component] = level
                    let size = Int.bitWidth - abs(difference).leadingZeroBitCount
                    bits.append((size, 4))
                    bits.append((difference < 0 ? difference + (1 << size) - 1 : difference, size))
                    if hasEnds { bits.append((0, 1)) }
                }
            }
        }
        return Bits(bits).bytes
    }
}

/// Bits, the first one highest, filled up with ones; a byte of ones is followed by a zero.
private struct Bits {
    private(set) var bytes: [UInt8] = []

    init(_ bits: [(value: Int, count: Int)]) {
        var (byte, filled) = (0, 0)
        func ones(_ byte: Int) -> [UInt8] { byte == 0xFF ? [0xFF, 0] : [UInt8(byte)] }
        for (value, count) in bits {
            for place in (0..<count).reversed() {
                byte = byte << 1 | value >> place & 1
                filled += 1
                if filled == 8 {
                    bytes += ones(byte)
                    (byte, filled) = (0, 0)
                }
            }
        }
        if filled > 0 { bytes += ones(byte << (8 - filled) | (1 << (8 - filled) - 1)) }
    }
}
