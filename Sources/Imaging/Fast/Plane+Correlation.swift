extension Plane where Sample == Float {
    /// Cross-correlation with the kernel, as ``GrayImage/correlated(with:border:stride:)`` has it, written into
    /// `answer`.
    ///
    /// Each number is within taps * 2^-23 * Σ|w x| of the formula's, and the same bits at any number of threads. An
    /// infinite pixel may answer NaN where the formula answers infinity.
    ///
    /// - Parameters:
    ///   - border: what the kernel finds beyond the picture; all but `valid` keep its size.
    ///   - answer: is given the answer's size; memory of that size is used again.
    ///   - threads: how many work at once, at least one.
    public func correlate(with kernel: Kernel, border: Border, into answer: inout Plane<Float>, threads: Int) {
        FloatPath(for: kernel).run(self, border: border, into: &answer, threads: threads) { source, floats, count in
            floats.update(from: source, count: count)
        }
    }
}

extension Plane where Sample == UInt8 {
    /// The same, rounded to bytes and clipped; halves are rounded up.
    ///
    /// Where the weights are whole numbers over a power of two (`gaussian5`: over 256), sums are exact as long as 32
    /// bits hold them. Otherwise they are floats', and a sum close to a half may be rounded to the other side.
    public func correlate(with kernel: Kernel, border: Border, into answer: inout Plane<UInt8>, threads: Int) {
        correlate(whole: kernel, border: border, into: &answer, threads: threads)
    }

    /// The same in sixteen bits with a sign: Sobel's kernels answer from -1020 to 1020.
    public func correlate(with kernel: Kernel, border: Border, into answer: inout Plane<Int16>, threads: Int) {
        correlate(whole: kernel, border: border, into: &answer, threads: threads)
    }

    /// The same in floats, neither rounded nor clipped.
    public func correlate(with kernel: Kernel, border: Border, into answer: inout Plane<Float>, threads: Int) {
        FloatPath(for: kernel).run(self, border: border, into: &answer, threads: threads, convert: Self.convert)
    }

    private func correlate<Target: WordTarget & FloatTarget>(
        whole kernel: Kernel, border: Border, into answer: inout Plane<Target>, threads: Int
    ) {
        if let whole = FixedPointKernel(kernel) {
            WordPath(kernel: whole).run(self, border: border, into: &answer, threads: threads)
        } else {
            FloatPath(for: kernel).run(self, border: border, into: &answer, threads: threads, convert: Self.convert)
        }
    }
}

extension Plane where Sample == UInt16 {
    /// Cross-correlation of sixteen bits without a sign, rounded and clipped to as many; halves are rounded up. Sums
    /// are floats', exact while they are whole numbers over a power of two and below 2^24 of those.
    public func correlate(with kernel: Kernel, border: Border, into answer: inout Plane<UInt16>, threads: Int) {
        FloatPath(for: kernel).run(self, border: border, into: &answer, threads: threads, convert: Self.convert)
    }

    /// The same in floats, neither rounded nor clipped.
    public func correlate(with kernel: Kernel, border: Border, into answer: inout Plane<Float>, threads: Int) {
        FloatPath(for: kernel).run(self, border: border, into: &answer, threads: threads, convert: Self.convert)
    }
}

extension Plane where Sample: BinaryInteger {
    /// Makes floats of samples that lie side by side.
    @Sendable
    static func convert(_ samples: UnsafePointer<Sample>, _ floats: UnsafeMutablePointer<Float>, _ count: Int) {
        for i in 0..<count { floats[i] = Float(samples[i]) }
    }
}
