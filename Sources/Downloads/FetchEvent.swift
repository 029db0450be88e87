import Datasets
import Platform

/// What people see of a download.
public enum FetchEvent: Sendable {
    /// A file is asked for.
    case begins(PublishedFile, from: URL)
    /// Bytes have come: how many there are, and how many there will be, where the server says so. Told often.
    case progress(PublishedFile, received: Int, expected: Int?)
    /// An address did not give the file; the next one is asked, if there is one.
    case failed(PublishedFile, from: URL, TransferFailure)
    /// All addresses are asked again after some seconds.
    case pauses(seconds: Double)
    /// A file is there and verified.
    case fetched(PublishedFile, to: URL)
    /// A file in the cache did not verify and has another name now.
    case setAside(PublishedFile, to: URL, DatasetError)
}
