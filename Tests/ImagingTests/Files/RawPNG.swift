import Imaging

/// A PNG of any kind that the standard knows, from samples that a function gives, and what has to come out of it.
struct RawPNG {
    /// 0 grey, 2 colour, 3 palette, 4 grey with opacity, 6 colour with opacity; and bits a sample.
    struct Kind: CustomStringConvertible, Sendable {
        let colorType: Int
        let depth: Int

        /// What the standard allows (ISO/IEC 15948, table 11.1).
        static let all: [Kind] =
            [1, 2, 4, 8, 16].map { Kind(colorType: 0, depth: $0) } + [1, 2, 4, 8].map { Kind(colorType: 3, depth: $0) }
            + [2, 4, 6].flatMap { type in [8, 16].map { Kind(colorType: type, depth: $0) } }

        var channels: Int { [0: 1, 2: 3, 3: 1, 4: 2, 6: 4][colorType] ?? 0 }
        var most: Int { 1 << depth - 1 }
        var isGray: Bool { colorType == 0 || colorType == 4 }
        var description: String { "type \(colorType), \(depth) bits" }
    }

    let kind: Kind
    let width: Int
    let height: Int
    /// How the file names what is transparent: a key colour, or opacities of the first palette entries.
    let hasTransparency: Bool

    /// Samples that look random and come to both ends of what their bits hold.
    func sample(_ row: Int, _ column: Int, _ channel: Int) -> Int {
        let mixed = (row * 7919 + column * 104_729 + channel * 1_299_709) % 65_537
        return mixed % 5 == 0 ? (mixed % 2 == 0 ? 0 : kind.most) : mixed & kind.most
    }

    private func color(_ index: Int) -> [Int] { [index * 37 % 256, 255 - index * 11 % 256, index * 101 % 256] }
    private func opacity(_ index: Int) -> Int { index < 2 && hasTransparency ? 60 + 100 * index : 255 }
    private var key: [Int] { (0..<kind.channels).map { sample(0, 0, $0) } }

    func file(isInterlaced: Bool, before: [(name: String, data: [UInt8])] = []) -> PNGFile {
        var extra = before
        if kind.colorType == 3 {
            extra.append(("PLTE", (0...kind.most).flatMap { color($0).map { UInt8($0) } }))
            if hasTransparency { extra.append(("tRNS", [0, 1].map { UInt8(opacity($0)) })) }
        } else if hasTransparency, kind.colorType < 4 {
            extra.append(("tRNS", key.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }))
        }
        let passes =
            isInterlaced
            ? [(0, 0, 8, 8), (0, 4, 8, 8), (4, 0, 8, 4), (0, 2, 4, 4), (2, 0, 4, 2), (0, 1, 2, 2), (1, 0, 2, 1)]
            : [(0, 0, 1, 1)]
        var rows: [UInt8] = []
        for (top, left, down, right) in passes where left < width {
            for row in stride(from: top, to: height, by: down) {
                rows.append(0)
                rows += packed(
                    stride(from: left, to: width, by: right).flatMap { column in
                        (0..<kind.channels).map { sample(row, column, $0) }
                    })
            }
        }
        return PNGFile(
            width: width, height: height, bitDepth: UInt8(kind.depth), colorType: UInt8(kind.colorType),
            interlaced: isInterlaced, extra: extra, rows: rows)
    }

    private func packed(_ samples: [Int]) -> [UInt8] {
        if kind.depth == 16 { return samples.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] } }
        let perByte = 8 / kind.depth
        return stride(from: 0, to: samples.count, by: perByte).map { start in
            (0..<perByte).reduce(0) { byte, place in
                byte << kind.depth | UInt8(start + place < samples.count ? samples[start + place] : 0)
            }
        }
    }

    /// The channels of the picture on white, row after row: one where the file is grey, else three.
    var expected: [[Int]] {
        let white = kind.depth == 16 ? 65_535 : 255
        return (0..<(kind.isGray ? 1 : 3)).map { channel in
            (0..<height).flatMap { row in
                (0..<width).map { column in
                    let (value, opacity) = shown(row, column, channel, white)
                    return (value * opacity + white * (white - opacity) + white / 2) / white
                }
            }
        }
    }

    private func shown(_ row: Int, _ column: Int, _ channel: Int, _ white: Int) -> (value: Int, opacity: Int) {
        if kind.colorType == 3 {
            let index = sample(row, column, 0)
            return (color(index)[channel], opacity(index))
        }
        let value = sample(row, column, channel) * white / kind.most
        if kind.colorType >= 4 { return (value, sample(row, column, kind.channels - 1) * white / kind.most) }
        let isKey = hasTransparency && (0..<kind.channels).allSatisfy { sample(row, column, $0) == key[$0] }
        return (value, isKey ? 0 : white)
    }
}

extension SourcePicture {
    /// The channels as whole numbers, row after row.
    var numbers: [[Int]] {
        switch samples {
        case .bytes(let planes): planes.map { $0.samples.map { Int($0) } }
        case .words(let planes): planes.map { $0.samples.map { Int($0) } }
        }
    }
}
