import Datasets
import Platform

/// What people see of a download.
public enum FetchEvent: Sendable {
    /// A file is asked for.
    case begins(DatasetFile, from: URL)
    /// Bytes have come: how many there are, and how many there will be, where the server says so. Told often.
    case progress(DatasetFile, received: Int, expected: Int?)
    /// An address did not give the file; the next one is asked, if there is one.
    case failed(DatasetFile, from: URL, TransferFailure)
    /// All addresses are asked again after some seconds.
    case pauses(seconds: Double)
    /// A file is there and verified.
    case fetched(DatasetFile, to: URL)
    /// A file in the cache did not verify and has another name now.
    case setAside(DatasetFile, to: URL, DatasetError)
}
