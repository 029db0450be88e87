/// A weights file that cannot be trusted: what is wrong with it.
public enum SafetensorsError: Error, Equatable, CustomStringConvertible {
    case truncated(expected: Int, found: Int)
    case headerTooLarge(bytes: UInt64, limit: Int)
    case headerNotJSON(reason: String)
    case wrongType(tensor: String, type: String)
    case invalidShape(tensor: String)
    case invalidRange(tensor: String, reason: String)
    case overlapping(tensor: String, other: String)
    case gap(at: Int)
    case trailingBytes(Int)
    case checksum(expected: String, found: String)

    /// What is wrong with the file, and what to do.
    public var description: String {
        let advice = "; the file is damaged or not safetensors, train or copy it again"
        return switch self {
        case .truncated(let expected, let found):
            "the weights end after \(found) bytes where \(expected) were announced" + advice
        case .headerTooLarge(let bytes, let limit):
            "the header announces \(bytes) bytes, more than the \(limit) that are read" + advice
        case .headerNotJSON(let reason): "the header cannot be read: \(reason)" + advice
        case .wrongType(let tensor, let type):
            "tensor \(tensor) holds \(type) numbers; only F32 is read, convert it first"
        case .invalidShape(let tensor): "tensor \(tensor) has an impossible shape" + advice
        case .invalidRange(let tensor, let reason): "tensor \(tensor): \(reason)" + advice
        case .overlapping(let tensor, let other): "tensors \(tensor) and \(other) overlap" + advice
        case .gap(let offset): "no tensor covers byte \(offset) of the data" + advice
        case .trailingBytes(let count): "\(count) bytes follow the last tensor" + advice
        case .checksum(let expected, let found):
            "the numbers hash to \(found), not to the \(expected) that the header states" + advice
        }
    }
}
