extension GrayImage {
    /// The part of the picture whose top left pixel is at `row` and `column`.
    ///
    /// - Precondition: the part lies inside the picture.
    public func cropped(row: Int, column: Int, width: Int, height: Int) -> GrayImage {
        precondition(row >= 0 && height >= 0 && row + height <= self.height, "rows \(row)..<\(row + height)")
        precondition(column >= 0 && width >= 0 && column + width <= self.width, "columns \(column)..<\(column + width)")
        var part: [Float] = []
        part.reserveCapacity(width * height)
        for line in row..<(row + height) {
            let start = line * self.width + column
            part += pixels[start..<(start + width)]
        }
        return GrayImage(width: width, height: height, pixels: part)
    }

    /// The pixels under a kernel whose middle lies on one pixel.
    ///
    /// - Precondition: the whole window lies inside the picture.
    public func window(around row: Int, _ column: Int, rows: Int = 3, columns: Int = 3) -> GrayImage {
        cropped(row: row - (rows - 1) / 2, column: column - (columns - 1) / 2, width: columns, height: rows)
    }
}

extension ColorImage {
    /// The part of the picture whose top left pixel is at `row` and `column`.
    ///
    /// - Precondition: the part lies inside the picture.
    public func cropped(row: Int, column: Int, width: Int, height: Int) -> ColorImage {
        precondition(row >= 0 && height >= 0 && row + height <= self.height, "rows \(row)..<\(row + height)")
        precondition(column >= 0 && width >= 0 && column + width <= self.width, "columns \(column)..<\(column + width)")
        var part: [UInt8] = []
        part.reserveCapacity(4 * width * height)
        for line in row..<(row + height) {
            let start = 4 * (line * self.width + column)
            part += pixels[start..<(start + 4 * width)]
        }
        return ColorImage(width: width, height: height, pixels: part)
    }
}
