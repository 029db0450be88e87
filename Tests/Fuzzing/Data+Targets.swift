import Datasets
import Imaging
import Storage

extension FuzzTarget {
    /// Files of pixels, which people fetch and are given.
    static let data = [
        FuzzTarget(name: "idx", seeds: [Seeds.images + Seeds.labels], longest: 4096) { bytes in
            // The first half plays the images, the second the labels, cut where the images of the seed end.
            let cut = min(Seeds.images.count, bytes.count)
            let images = try LabeledImages(
                imageFile: Array(bytes[..<cut]), labelFile: Array(bytes[cut...]), files: ("images", "labels"))
            promise(images.labels.allSatisfy { $0 < 10 } && images.pixels.count == images.count * 784)
        },
        FuzzTarget(name: "gzip", seeds: [Seeds.gzip, Seeds.gzip + Seeds.gzip], longest: 4096) { bytes in
            promise(try Gzip.inflated(bytes, limit: 4096).count <= 4096)
        },
        FuzzTarget(name: "published", seeds: [Seeds.gzip, Seeds.images], longest: 4096) { bytes in
            _ = try DatasetDescription.mnist.files[3].content(of: bytes, named: "x")
            promise(false)
        },
        FuzzTarget(name: "npy", seeds: [Seeds.array], longest: 4096) { bytes in
            let array = try NumPyArray(bytes)
            promise(array.shape.reduce(1, *) == array.content.count)
        },
        FuzzTarget(name: "own-description", seeds: [Seeds.description], longest: 4096) { bytes in
            let data = try CanonicalJSON.decode(OwnDescription.self, from: bytes).data(in: "x")
            promise(data.classes.count > 1 && !data.isPublished && data.shape.count > 0)
        },
        FuzzTarget(name: "png", seeds: Seeds.pictures, longest: 4096) { bytes in
            let image = try PNG.decode(bytes)
            promise(image.pixels.count == 4 * image.width * image.height)
        },
    ]
}
