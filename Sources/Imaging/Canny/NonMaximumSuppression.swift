// snippet.thinning
/// Keeps a pixel only where its magnitude is the largest across the edge: it is compared with the two
/// neighbours that lie in the gradient's direction. Of two equal neighbours, the later one stays.
func suppressNonMaxima(of gradient: Gradient) -> GrayImage {
    let magnitude = gradient.magnitude
    var thinned = GrayImage(width: magnitude.width, height: magnitude.height)
    for row in 0..<magnitude.height {
        for column in 0..<magnitude.width {
            let (down, right) = stepAcross(
                horizontal: gradient.horizontal[row, column], vertical: gradient.vertical[row, column])
            let here = magnitude[row, column]
            let before = magnitude.value(row - down, column - right)
            let after = magnitude.value(row + down, column + right)
            thinned[row, column] = here >= before && here > after ? here : 0
        }
    }
    return thinned
}
// snippet.end

/// The neighbour nearest to the gradient's direction, of the four that lie below or to the right: a pixel has
/// eight neighbours, 45° apart, and the limits between them are at 22.5° (tangent √2 − 1) and 67.5° (√2 + 1).
private func stepAcross(horizontal: Float, vertical: Float) -> (down: Int, right: Int) {
    let flat = horizontal.magnitude
    let steep = vertical.magnitude
    let tangent: Float = 0.414_213_56
    if steep <= flat * tangent { return (0, 1) }
    if flat <= steep * tangent { return (1, 0) }
    return (horizontal > 0) == (vertical > 0) ? (1, 1) : (1, -1)
}

extension GrayImage {
    /// The intensity, zero beyond the picture.
    fileprivate func value(_ row: Int, _ column: Int) -> Float {
        row >= 0 && row < height && column >= 0 && column < width ? pixels[row * width + column] : 0
    }
}
