/// Sixteen floats: one AVX-512 register, two of AVX2, four of NEON. The compiler sees to that.
typealias Vector = SIMD16<Float>

extension UnsafePointer<Float> {
    /// The sixteen floats from index `i` on.
    @inline(__always)
    func vector(_ i: Int) -> Vector { UnsafeRawPointer(self + i).loadUnaligned(as: Vector.self) }
}

extension UnsafeMutablePointer<Float> {
    /// The sixteen floats from index `i` on.
    @inline(__always)
    func vector(_ i: Int) -> Vector { UnsafeRawPointer(self + i).loadUnaligned(as: Vector.self) }

    @inline(__always)
    func store(_ vector: Vector, _ i: Int) {
        UnsafeMutableRawPointer(self + i).storeBytes(of: vector, as: Vector.self)
    }
}

extension Vector {
    /// self += factor * other, rounded once.
    @inline(__always)
    mutating func add(_ factor: Vector, times other: Vector) { addProduct(factor, other) }
}
