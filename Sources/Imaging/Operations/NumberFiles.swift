/// Numbers of a picture as files that other programs read.
extension Answers {
    /// NumPy's `.npy`, format 1.0: floats of 32 bits, little-endian, (row, column) or (row, column, channel).
    ///
    /// Source: *NEP 1, A Simple File Format for NumPy Arrays*.
    public var npy: [UInt8] {
        let shape = channels.count == 1 ? "(\(height), \(width))" : "(\(height), \(width), \(channels.count))"
        var header = "{'descr': '<f4', 'fortran_order': False, 'shape': \(shape), }"
        // Ten bytes stand before the header; the numbers begin at a multiple of 64.
        let length = (10 + header.utf8.count + 1 + 63) / 64 * 64 - 10
        header += String(repeating: " ", count: length - header.utf8.count - 1) + "\n"
        var bytes: [UInt8] = [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(length & 255), UInt8(length >> 8)]
        bytes += Array(header.utf8)
        bytes.reserveCapacity(bytes.count + 4 * width * height * channels.count)
        for row in 0..<height {
            for column in 0..<width {
                for channel in channels {
                    let bits = channel[row, column].bitPattern
                    for shift in [0, 8, 16, 24] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: bits >> shift)) }
                }
            }
        }
        return bytes
    }

    /// Comma-separated values (RFC 4180 with line feeds). One channel: the matrix, a line a row. Three: a heading, and a
    /// line a pixel with its row, its column and the three numbers.
    public var csv: String {
        guard channels.count > 1 else {
            return channels.first?.withRows { _, samples in
                samples.map(\.shortest).joined(separator: ",") + "\n"
            }.joined() ?? ""
        }
        var text = "row,column,red,green,blue\n"
        for row in 0..<height {
            for column in 0..<width {
                text += "\(row),\(column)"
                for channel in channels { text += "," + channel[row, column].shortest }
                text += "\n"
            }
        }
        return text
    }
}

extension Float {
    /// The fewest digits that give this number back; whole numbers without a point.
    var shortest: String {
        if self == rounded(), abs(self) < 16_777_216 { return String(Int(self)) }
        return String(describing: self)
    }
}
