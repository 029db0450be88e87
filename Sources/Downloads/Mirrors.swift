import Datasets
import Platform

/// Where the published files can be fetched from.
public struct Mirrors: Sendable {
    private let folders: [DatasetDescription: [URL]]

    /// Folders in the order in which they are tried.
    public init(_ folders: [DatasetDescription: [URL]]) { self.folders = folders }

    /// The places that serve the four `.gz` files of a data set, tried in this order.
    ///
    /// The host on which MNIST's authors published it is not among them: it has refused everybody since 2020.
    public static let published = Mirrors([
        .mnist: folders(
            "https://storage.googleapis.com/cvdf-datasets/mnist/",
            "https://ossci-datasets.s3.amazonaws.com/mnist/"),
        .fashionMNIST: folders(
            "https://storage.googleapis.com/tensorflow/tf-keras-datasets/",
            // A commit, so that what is served does not change.
            "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/"
                + "b2617bb6d3ffa2e429640350f613e3291e10b141/data/fashion/"),
    ])

    /// The addresses of a file.
    public func addresses(of file: DatasetFile) -> [URL] {
        (folders[file.kind] ?? []).map { $0.appending(path: file.name + ".gz") }
    }

    private static func folders(_ texts: String...) -> [URL] { texts.compactMap { URL(string: $0) } }
}
