/// How own data are read: what becomes of their pictures, and which are kept for the test.
public struct ImportOptions: Hashable, Sendable {
    /// The size that every picture gets; by default the pictures' own, or 28 x 28 where they have several or are large.
    public var size: Size?
    /// Whether colours are turned into greys.
    public var isGray: Bool
    /// The share of each class that is kept for the test where the data have no test part; more than 0 and less than 1.
    public var testShare: Double
    /// Which ones are kept for the test, and in which order pictures stand.
    public var seed: UInt64
    /// Whether rows and columns change places; by default in EMNIST alone, whose files say so by their names.
    public var transposes: Bool?

    /// A size in pixels.
    public struct Size: Hashable, Sendable {
        /// Pixels in a row.
        public let width: Int
        /// Rows.
        public let height: Int

        /// A size from its sides.
        public init(width: Int, height: Int) {
            self.width = width
            self.height = height
        }

        /// What pictures of several sizes, or large ones, are brought to.
        static let usual = Size(width: 28, height: 28)
        /// Larger pictures are not kept as they are unless somebody says so.
        static let largestKept = 64
    }

    /// A fifth for the test.
    public static let usualTestShare = 0.2

    /// All options.
    public init(
        size: Size? = nil, isGray: Bool = false, testShare: Double = usualTestShare, seed: UInt64 = 1,
        transposes: Bool? = nil
    ) {
        self.size = size
        self.isGray = isGray
        self.testShare = testShare
        self.seed = seed
        self.transposes = transposes
    }
}
