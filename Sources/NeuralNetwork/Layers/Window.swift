import Tensors

/// What happens where a window would leave the picture.
public enum Padding: String, Codable, Sendable {
    /// Windows that leave the picture are skipped; the output is smaller than the input.
    case valid
    /// The picture is surrounded by zeros (pooling: by nothing) so that, at stride 1, the size stays.
    case same
}

/// A square window that slides over a picture: the geometry that convolution and pooling share.
public struct Window: Hashable, Codable, Sendable {
    /// Rows and columns.
    public let size: Int
    /// Pixels from one window to the next.
    public let stride: Int
    /// What happens at the border.
    public let padding: Padding

    /// A window; whether it fits is found by ``outputExtents(for:layer:)``.
    public init(size: Int, stride: Int, padding: Padding) {
        self.size = size
        self.stride = stride
        self.padding = padding
    }

    /// How many windows fit along an axis: (n - k) / s + 1 for valid, ceil(n / s) for same.
    public func output(_ extent: Int) -> Int {
        switch padding {
        case .valid: extent < size ? 0 : (extent - size) / stride + 1
        case .same: (extent + stride - 1) / stride
        }
    }

    /// How many rows of padding stand before the first one; where the count is odd the last side gets one more.
    public func before(_ extent: Int) -> Int { total(extent) / 2 }

    /// How many rows of padding stand after the last one.
    public func after(_ extent: Int) -> Int { total(extent) - before(extent) }

    private func total(_ extent: Int) -> Int {
        padding == .valid ? 0 : max((output(extent) - 1) * stride + size - extent, 0)
    }

    var settings: String { "window=\(size) stride=\(stride) padding=\(padding.rawValue)" }

    /// Height and width of the output of an HWC picture.
    func outputExtents(for input: Shape, layer: String) throws(ModelError) -> (height: Int, width: Int) {
        guard input.rank == 3 else { throw .wrongRank(layer: layer, expected: 3, input: input) }
        guard size > 0, size <= 1 << 12 else {
            throw .invalidSetting(layer: layer, reason: "a window of \(size) pixels is not between 1 and 4096")
        }
        guard stride > 0, stride <= 1 << 12 else {
            throw .invalidSetting(layer: layer, reason: "a stride of \(stride) is not between 1 and 4096")
        }
        let extents = (output(input[0]), output(input[1]))
        guard extents.0 > 0, extents.1 > 0 else { throw .windowTooLarge(layer: layer, window: size, input: input) }
        return extents
    }
}
