import Drawing

extension Transcript {
    /// What is wrong with the words on a drawing that was enlarged or made smaller: they leave the page, touch each other or
    /// are smaller than they may be. Empty where all can be read.
    ///
    /// - Parameter leastType: the size of the smallest letters that are read, in points.
    public func unreadableLabels(on page: Rectangle, leastType: Double) -> [String] {
        let boxes = labels.map { ($0.text, $0.frame.inset(0.5, $0.frame.height * 0.26)) }
        var found: [String] = []
        for (index, (text, box)) in boxes.enumerated() {
            // A point of the layout, enlarged: as much as a label may hang over anywhere.
            if !page.contains(box, tolerance: 3) { found.append("“\(text)” leaves the page") }
            if boxes[..<index].contains(where: { $0.1.overlaps(box) }) { found.append("“\(text)” touches another") }
        }
        for (text, frame) in labels {
            // Lines are at least 1.16 times as high as their type; upright words are as wide as a line is high.
            let line = text.count > 3 ? min(frame.width, frame.height) : frame.height
            if line <= leastType * 1.16 { found.append("“\(text)” is small") }
        }
        return found
    }
}
