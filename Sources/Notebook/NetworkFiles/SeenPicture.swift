import Datasets
import Imaging
import Tensors

/// Somebody's picture in the form of the pictures that a network has learnt from.
///
/// Published sets are made of ink on paper, which is centred and scaled as they were made (`InkPicture`); own data are
/// what an import made of them, and so is this picture.
public struct SeenPicture: Equatable, Sendable {
    /// Height, width, channels.
    public let shape: Shape
    /// Row after row from the top left, the bytes of a pixel side by side.
    public let bytes: [UInt8]
    /// Whether the picture was dark on light, so that light and dark have changed places; nil where it was left as it is.
    public let wasDarkOnLight: Bool?

    /// - Parameter data: what the network has learnt from.
    /// - Throws: `InkPicture.Blank` where a picture of ink has none on it.
    public init(_ picture: SourcePicture, like data: DatasetDescription) throws(InkPicture.Blank) {
        shape = data.shape
        guard data.isPublished else {
            bytes = data.likeImported(picture)
            wasDarkOnLight = nil
            return
        }
        let ink = try InkPicture(picture, frame: data == .fashionMNIST ? .article : .digit)
        bytes = ink.image.bytes
        wasDarkOnLight = ink.wasDarkOnLight
    }

    /// Its greys.
    public var gray: GrayImage {
        LabeledImages(rows: shape[0], columns: shape[1], channels: shape[2], pixels: bytes, labels: [0]).image(0)
    }
}
