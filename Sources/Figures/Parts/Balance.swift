/// How things are spread over lines.
enum Balance {
    /// More than this would be too small to be looked at side by side.
    private static let most = 24

    /// The counts of columns at which so many things fill their lines as evenly as they can, from the largest.
    static func columns(of count: Int, butNot own: Int) -> [Int] {
        guard count > 1 else { return [] }
        var columns: [Int] = []
        for lines in 1...count {
            let across = (count + lines - 1) / lines
            if across != own, across <= most, columns.last != across { columns.append(across) }
        }
        return columns
    }
}

extension Array {
    /// The elements on lines of at most so many.
    func lines(of count: Int) -> [[Element]] {
        stride(from: 0, to: self.count, by: count).map { Array(self[$0..<Swift.min(self.count, $0 + count)]) }
    }
}
