import Imaging

extension ColorMap {
    /// A picture's numbers as colours, by equal steps of the map.
    ///
    /// - Parameters:
    ///   - low: the number at the start of the map.
    ///   - high: the number at its end.
    ///   - zero: where everything stands on a scale without extent, on which every number is zero.
    public func colors(of image: GrayImage, from low: Float, to high: Float, zero: Double = 0) -> ColorImage {
        let table = table
        let extent = Double(high) - Double(low)
        let pixels = image.pixels.map { value in
            let share = extent > 0 ? (Double(value) - Double(low)) / extent : zero
            return table[Int((min(1, max(0, share)) * Double(last)).rounded())]
        }
        return ColorImage(width: image.width, height: image.height, colors: pixels)
    }
}
