import Imaging

extension GrayImage {
    /// The absolute value that ninety-nine of a hundred pixels stay below.
    ///
    /// A colour scale that ends here shows the many rather than the few: a single glaring pixel would bleach all
    /// others.
    var strongValue: Float {
        let sorted = pixels.map(abs).sorted()
        guard let strongest = sorted.last else { return 0 }
        let strong = sorted[sorted.count * 99 / 100]
        return strong > 0 ? strong : strongest
    }
}
