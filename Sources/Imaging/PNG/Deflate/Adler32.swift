/// The checksum at the end of a zlib stream (RFC 1950, 8.2).
struct Adler32 {
    private var sum: UInt32 = 1
    private var sumOfSums: UInt32 = 0

    private static let modulus: UInt32 = 65_521
    /// So many bytes cannot overflow what is added up before the remainder is taken.
    private static let most = 4_096

    /// The checksum of all bytes so far.
    var value: UInt32 { sumOfSums << 16 | sum }

    /// Adds bytes. The sum of sums is a sum in which every byte counts as often as bytes follow it, and the compiler
    /// makes vectors of that.
    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else { return }
        var done = 0
        while done < bytes.count {
            let count = min(Self.most, bytes.count - done)
            let part = start + done
            var (plain, weighted): (UInt32, UInt32) = (0, 0)
            for index in 0..<count {
                let byte = UInt32(part[index])
                plain &+= byte
                weighted &+= byte &* UInt32(truncatingIfNeeded: count &- index)
            }
            addZeros(count)
            sumOfSums = (sumOfSums + weighted % Self.modulus) % Self.modulus
            sum = (sum + plain) % Self.modulus
            done += count
        }
    }

    /// Adds bytes that are all zero, without looking at them.
    mutating func addZeros(_ count: Int) {
        let times = UInt64(count) % UInt64(Self.modulus)
        sumOfSums = UInt32((UInt64(sumOfSums) + UInt64(sum) * times) % UInt64(Self.modulus))
    }
}
