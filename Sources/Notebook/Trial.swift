/// How trainings that are compared with each other share out the images: none of them learns from what they are
/// compared on, and the test images are left for the end.
public struct Trial: Hashable, Sendable {
    /// One in so many of the training images is held out, the last ones of the set.
    public let heldOut: Int
    /// However many there are, no more than this are held out: asking many networks costs more than teaching them.
    public let mostHeldOut: Int
    /// A quick run uses one in so many of the images that a full run uses, as often.
    public let quickDivisor: Int
    /// Of own data a training uses as many images as there are divided by this, and sees as many in all as of the digits;
    /// as many as of the digits, where `nil`. For trainings that differ in how many they use: own data may have fewer than
    /// the least.
    public let ownDivisor: Int?

    /// - Precondition: no number is below one.
    public init(heldOut: Int, atMost most: Int = .max, quickDivisor: Int, ownDivisor: Int? = nil) {
        precondition(
            heldOut > 0 && most > 0 && quickDivisor > 0 && ownDivisor ?? 1 > 0, "\(heldOut), \(most), \(quickDivisor)")
        self.heldOut = heldOut
        mostHeldOut = most
        self.quickDivisor = quickDivisor
        self.ownDivisor = ownDivisor
    }

    /// How many of so many images are held out: at least one, where there are two.
    public func heldOutCount(of count: Int) -> Int { count < 2 ? 0 : min(mostHeldOut, max(1, count / heldOut)) }
}
