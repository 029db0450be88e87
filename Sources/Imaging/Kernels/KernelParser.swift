import Languages

/// What someone typed as a kernel and what is not one.
public enum KernelError: Error, Equatable, CustomStringConvertible {
    /// A name that no kernel of the course has.
    case unknown(String)
    /// A row with more or fewer numbers than the first; rows are counted from 1.
    case raggedRow(row: Int, found: Int, expected: Int)
    /// Something that is not a number; rows and columns are counted from 1.
    case badNumber(String, row: Int, column: Int)
    /// A number that is infinite or over ``Kernel/largestWeight``.
    case weightTooLarge(String, row: Int, column: Int)
    /// More rows or columns than ``Kernel/largestSide``.
    case tooLarge(rows: Int, columns: Int)
    /// Nothing at all.
    case empty

    /// What does not make a kernel, and what would.
    public var description: String {
        switch self {
        case .unknown(let name):
            "no kernel is called “\(name)”; \(Self.question(for: name))there are \(Self.names.joined(separator: ", "))"
        case .raggedRow(let row, let found, let expected):
            "row \(row) of the kernel has \(found == 1 ? "one number" : "\(found) numbers") where the first has \(expected)"
        case .badNumber(let text, let row, let column):
            "“\(text)” in row \(row), column \(column) of the kernel is not a number;"
                + " write 0,-1,0;-1,5,-1;0,-1,0 or fractions such as 1/9"
        case .weightTooLarge(let text, let row, let column):
            "“\(text)” in row \(row), column \(column) of the kernel is larger than \(Int(Kernel.largestWeight))"
        case .tooLarge(let rows, let columns):
            "a kernel of \(rows) x \(columns) is larger than \(Kernel.largestSide) x \(Kernel.largestSide)"
        case .empty:
            "the kernel is empty; write 0,-1,0;-1,5,-1;0,-1,0 or a name such as sobel-x"
        }
    }
}

extension KernelError {
    private static let names = Kernel.named.map(\.id)

    private static func question(for name: String) -> String {
        let question = NearMisses.question(for: name, in: names)
        return question.isEmpty ? "" : question + " "
    }
}

extension Kernel {
    /// The most rows or columns that a typed kernel may have.
    public static let largestSide = 63
    /// The largest weight, either sign, that a typed kernel may have.
    public static let largestWeight: Float = 1e6

    /// A kernel as people type it: a name of the course (`sobel-x`), or a matrix whose rows are parted by
    /// semicolons and whose numbers by commas (`0,-1,0;-1,5,-1;0,-1,0`). Fractions (`1/9`) are numbers too.
    ///
    /// - Throws: ``KernelError``, which tells the place or the near misses.
    public init(parsing text: String) throws(KernelError) {
        let text = text.trimmed
        guard !text.isEmpty else { throw .empty }
        if let known = Kernel.named.first(where: { $0.id == text.lowercased() }) {
            self = known
            return
        }
        guard text.contains(where: { ",;/".contains($0) }) || Float(text) != nil else {
            throw .unknown(text.shortened)
        }
        let lines = text.split(separator: ";", omittingEmptySubsequences: false)
        var weights: [Float] = []
        var columns: Int?
        for (row, line) in lines.enumerated() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            guard lines.count <= Self.largestSide, cells.count <= Self.largestSide else {
                throw .tooLarge(rows: lines.count, columns: cells.count)
            }
            guard cells.count == columns ?? cells.count else {
                throw .raggedRow(row: row + 1, found: cells.count, expected: columns ?? 0)
            }
            columns = cells.count
            for (column, cell) in cells.enumerated() {
                weights.append(try Self.weight(String(cell).trimmed, row: row + 1, column: column + 1))
            }
        }
        self.init(id: "custom", rows: lines.count, columns: columns ?? 0, weights: weights)
    }

    private static func weight(_ text: String, row: Int, column: Int) throws(KernelError) -> Float {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map { number(of: $0) }
        guard let numerator = parts[0], let denominator = parts.count > 1 ? parts[1] : 1, denominator != 0 else {
            throw .badNumber(text.shortened, row: row, column: column)
        }
        let value = numerator / denominator
        guard value.magnitude <= largestWeight else {
            throw .weightTooLarge(text.shortened, row: row, column: column)
        }
        return value
    }

    /// A decimal number; neither `nan` nor `inf` nor hexadecimal.
    private static func number(of text: Substring) -> Float? {
        guard text.allSatisfy({ "0123456789+-.eE".contains($0) }) else { return nil }
        return Float(text)
    }
}

extension String {
    fileprivate var trimmed: String {
        let start = drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }

    /// Enough of it to be recognised in a message.
    fileprivate var shortened: String { count > 24 ? prefix(24) + "…" : self }
}
