// snippet.hysteresis
/// Walks from every strong pixel (255) through all weak ones (above 0) that touch it, also over a corner:
/// where the walk comes by is an edge.
func followEdges(in classified: GrayImage) -> GrayImage {
    var edges = GrayImage(width: classified.width, height: classified.height)
    var waiting = classified.pixels.indices.filter { classified.pixels[$0] == 255 }
    for strong in waiting { edges.pixels[strong] = 255 }
    while let pixel = waiting.popLast() {
        let (row, column) = pixel.quotientAndRemainder(dividingBy: classified.width)
        for neighbourRow in max(0, row - 1)...min(classified.height - 1, row + 1) {
            for neighbourColumn in max(0, column - 1)...min(classified.width - 1, column + 1)
            where classified[neighbourRow, neighbourColumn] > 0 && edges[neighbourRow, neighbourColumn] == 0 {
                edges[neighbourRow, neighbourColumn] = 255
                waiting.append(neighbourRow * classified.width + neighbourColumn)
            }
        }
    }
    return edges
}
// snippet.end
