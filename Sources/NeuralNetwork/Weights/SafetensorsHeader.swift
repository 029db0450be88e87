import Platform
import Storage
import Tensors

/// The JSON header of a safetensors file, checked entry by entry.
struct SafetensorsHeader {
    struct Entry {
        let name: String
        let shape: Shape
        /// Bytes from the start of the numbers.
        let begin: Int
        let end: Int
    }

    /// In the order of their bytes.
    let entries: [Entry]
    let metadata: [String: String]

    init(_ json: [UInt8]) throws(SafetensorsError) {
        let file: File
        do {
            file = try CanonicalJSON.decode(File.self, from: Array(json))
        } catch {
            throw .headerNotJSON(reason: "it is not a JSON object of tensors")
        }
        var entries: [Entry] = []
        for (name, tensor) in file.tensors { entries.append(try Self.check(tensor, name)) }
        entries.sort { ($0.begin, $0.end, $0.name) < ($1.begin, $1.end, $1.name) }
        self.entries = entries
        metadata = file.metadata
    }

    /// Where the numbers end, once it is sure that tensors neither overlap nor leave gaps.
    func checkedEnd() throws(SafetensorsError) -> Int {
        var end = 0
        var last = ""
        for entry in entries {
            guard entry.begin >= end else { throw .overlapping(tensor: entry.name, other: last) }
            guard entry.begin == end else { throw .gap(at: end) }
            (end, last) = (entry.end, entry.name)
        }
        return end
    }

    private static func check(_ tensor: File.Tensor, _ name: String) throws(SafetensorsError) -> Entry {
        guard tensor.dtype == "F32" else { throw .wrongType(tensor: name, type: tensor.dtype) }
        var bytes = 4
        for extent in tensor.shape {
            let (product, overflow) = bytes.multipliedReportingOverflow(by: extent)
            guard extent >= 0, !overflow else { throw .invalidShape(tensor: name) }
            bytes = product
        }
        guard tensor.shape.count <= 8 else { throw .invalidShape(tensor: name) }
        guard tensor.offsets.count == 2, tensor.offsets[0] >= 0, tensor.offsets[1] >= tensor.offsets[0] else {
            throw .invalidRange(tensor: name, reason: "its offsets are not a range")
        }
        guard tensor.offsets[1] - tensor.offsets[0] == bytes else {
            throw .invalidRange(
                tensor: name,
                reason: "its shape takes \(bytes) bytes, its range \(tensor.offsets[1] - tensor.offsets[0])")
        }
        return Entry(name: name, shape: Shape(tensor.shape), begin: tensor.offsets[0], end: tensor.offsets[1])
    }

    /// The header as it stands in the file.
    private struct File: Decodable {
        struct Tensor: Decodable {
            let dtype: String
            let shape: [Int]
            let offsets: [Int]
            enum CodingKeys: String, CodingKey {
                case dtype, shape
                case offsets = "data_offsets"
            }
        }

        struct Name: CodingKey {
            let stringValue: String
            var intValue: Int? { nil }
            init(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
        }

        var tensors: [String: Tensor] = [:]
        var metadata: [String: String] = [:]

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Name.self)
            for key in container.allKeys {
                if key.stringValue == "__metadata__" {
                    metadata = try container.decode([String: String].self, forKey: key)
                } else {
                    tensors[key.stringValue] = try container.decode(Tensor.self, forKey: key)
                }
            }
        }
    }
}
