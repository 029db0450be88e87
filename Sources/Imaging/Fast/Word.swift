/// What sums of whole numbers are kept in. Sums may run over as long as the last one fits: arithmetic is modulo a
/// power of two.
protocol Word: FixedWidthInteger, PlaneSample {
    /// Whether all sums of a kernel with bytes fit.
    static func holds(_ kernel: FixedPointKernel) -> Bool
}

extension Int16: Word {
    static func holds(_ kernel: FixedPointKernel) -> Bool {
        kernel.sums.lowerBound >= -32_768 && kernel.sums.upperBound <= 32_767
    }
}

extension UInt16: Word {
    static func holds(_ kernel: FixedPointKernel) -> Bool {
        kernel.sums.lowerBound >= 0 && kernel.sums.upperBound <= 65_535
    }
}

extension Int32: PlaneSample {}

extension Int32: Word {
    static func holds(_ kernel: FixedPointKernel) -> Bool { true }
}

/// What sums of whole numbers are written as.
protocol WordTarget: PlaneSample {
    /// The sum over the kernel's power of two, clipped to what the type holds.
    static func clipped<Sum: Word>(_ sum: Sum) -> Self
}

extension UInt8: WordTarget {
    @inline(__always)
    static func clipped<Sum: Word>(_ sum: Sum) -> UInt8 { UInt8(truncatingIfNeeded: Swift.min(Swift.max(sum, 0), 255)) }
}

extension Int16: WordTarget {
    @inline(__always)
    static func clipped<Sum: Word>(_ sum: Sum) -> Int16 {
        Int16(truncatingIfNeeded: Swift.min(Swift.max(sum, Sum(clamping: Int16.min)), Sum(clamping: Int16.max)))
    }
}
