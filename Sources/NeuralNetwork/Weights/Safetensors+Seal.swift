import Storage

extension Safetensors {
    /// The bytes of the file with a seal among the metadata, so that the file alone tells whether somebody has changed it.
    public func sealed() -> [UInt8] {
        var file = self
        file.metadata[Seal.key] = Seal.blank
        let bytes = file.encoded()
        return Seal.close(bytes, within: Self.headerEnd(of: bytes))
    }

    /// Whether a file is as ``sealed()`` made it.
    public static func seal(of bytes: [UInt8]) -> Seal.State { Seal.state(of: bytes, within: headerEnd(of: bytes)) }

    private static func headerEnd(of bytes: [UInt8]) -> Int {
        let announced = bytes.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return min(8 + Int(min(announced, UInt64(headerLimit))), bytes.count)
    }
}
