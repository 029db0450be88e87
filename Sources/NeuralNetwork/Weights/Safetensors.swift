import Platform
import Storage
import Tensors

/// Named tensors on disk: eight bytes that count the header, a JSON header, the numbers, little-endian.
///
/// Any Python reads it with the `safetensors` package. Format: https://github.com/huggingface/safetensors
public struct Safetensors: Equatable, Sendable {
    /// The tensors, in the order of the file.
    public var parameters: Parameters
    /// Free text: model, seed, data hash …
    public var metadata: [String: String]

    /// The largest header that is read, 16 MiB.
    public static let headerLimit = 1 << 24

    /// The metadata entry with the SHA-256 of the numbers, written by ``encoded()`` and checked when it is there.
    public static let checksumKey = "sha256"

    /// A file with these tensors.
    public init(_ parameters: Parameters, metadata: [String: String] = [:]) {
        self.parameters = parameters
        self.metadata = metadata
    }

    /// The bytes of the file; the same tensors and metadata give the same bytes.
    public func encoded() -> [UInt8] {
        var numbers: [UInt8] = []
        numbers.reserveCapacity(parameters.count * 4)
        var entries: [String] = []
        for (name, tensor) in parameters.all {
            let start = numbers.count
            for element in tensor.elements {
                withUnsafeBytes(of: element.bitPattern.littleEndian) { numbers.append(contentsOf: $0) }
            }
            let shape = tensor.shape.extents.map(String.init).joined(separator: ",")
            entries.append(
                "\(JSONText.text(name).line):{\"dtype\":\"F32\",\"shape\":[\(shape)],"
                    + "\"data_offsets\":[\(start),\(numbers.count)]}")
        }
        var notes = metadata
        notes[Self.checksumKey] = SHA256.hex(of: numbers)
        let pairs = notes.sorted { $0.key < $1.key }.map {
            "\(JSONText.text($0.key).line):\(JSONText.text($0.value).line)"
        }
        var header = Array("{\"__metadata__\":{\(pairs.joined(separator: ","))}".utf8)
        for entry in entries { header += Array(",\(entry)".utf8) }
        header += Array("}".utf8)
        // The format asks that the numbers start at a multiple of eight.
        while !header.count.isMultiple(of: 8) { header.append(UInt8(ascii: " ")) }
        return withUnsafeBytes(of: UInt64(header.count).littleEndian) { Array($0) } + header + numbers
    }

    /// Reads a file's bytes.
    ///
    /// - Throws: ``SafetensorsError``: whatever the bytes are, nothing is trusted before it is checked.
    public init(decoding bytes: [UInt8]) throws(SafetensorsError) {
        guard bytes.count >= 8 else { throw .truncated(expected: 8, found: bytes.count) }
        let announced = bytes.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard announced <= Self.headerLimit else {
            throw .headerTooLarge(bytes: announced, limit: Self.headerLimit)
        }
        let start = 8 + Int(announced)
        guard bytes.count >= start else { throw .truncated(expected: start, found: bytes.count) }
        let header = try SafetensorsHeader(Array(bytes[8..<start]))
        let end = try header.checkedEnd()
        guard bytes.count - start >= end else { throw .truncated(expected: start + end, found: bytes.count) }
        guard bytes.count - start == end else { throw .trailingBytes(bytes.count - start - end) }
        if let expected = header.metadata[Self.checksumKey] {
            let found = SHA256.hex(of: Array(bytes[start...]))
            guard found == expected else { throw .checksum(expected: expected, found: found) }
        }
        parameters = Parameters()
        metadata = header.metadata
        metadata[Self.checksumKey] = nil
        for entry in header.entries {
            let elements = stride(from: start + entry.begin, to: start + entry.end, by: 4).map { offset in
                let word = (0..<4).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32(bytes[offset + $1]) }
                return Float(bitPattern: word)
            }
            parameters[entry.name] = Tensor(entry.shape, elements)
        }
    }
}
