extension Double {
    /// The number with so many decimals and a point, as `printf` rounds it: halves of what the number really is.
    ///
    /// - Parameter digits: how many decimals, none or more.
    public func fixed(_ digits: Int) -> String {
        withVaList([Int32(digits), self]) { arguments in
            // The largest `Double` has 309 digits before the point.
            var text = [CChar](repeating: 0, count: 320 + digits)
            vsnprintf(&text, text.count, "%.*f", arguments)
            return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        }
    }
}
