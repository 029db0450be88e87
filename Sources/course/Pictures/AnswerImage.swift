import Figures
import Imaging

extension Answers {
    /// The numbers as a PNG of eight bits a sample, which tells what was done.
    ///
    /// One channel of either sign is drawn in the colours of the lessons: blue below zero, orange above.
    ///
    /// - Throws: `PNGError`.
    func png(_ negatives: Negatives, telling description: String) throws -> [UInt8] {
        let text = [(keyword: "Software", text: "course"), (keyword: "Description", text: description)]
        let planes = shown(negatives)
        guard planes.count == 1 else {
            return try PNG.encode(ColorImage(red: planes[0], green: planes[1], blue: planes[2]), text: text)
        }
        guard negatives == .signed else { return try PNG.encode(GrayImage(planes[0]), text: text) }
        let limit = range.map { Swift.max(abs($0.lowerBound), abs($0.upperBound)) } ?? 0
        let colors = ColorMap.diverging(isDark: false, middle: Theme.light.paper)
        return try PNG.encode(
            colors.colors(of: GrayImage(channels[0]), from: -limit, to: limit, zero: 0.5), text: text)
    }
}
