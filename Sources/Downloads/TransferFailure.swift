/// Why an address did not give the file.
public enum TransferFailure: Error, Equatable, Sendable, CustomStringConvertible {
    /// libcurl can't be loaded.
    case noLibrary(reason: String)
    /// The host has no address, or takes no connection.
    case unreachable(reason: String)
    /// The host shows no certificate that is trusted here.
    case untrusted(reason: String)
    /// The server refused.
    case status(Int)
    /// Nothing came any more.
    case stalled(received: Int)
    /// The connection ended too early.
    case cut(received: Int, reason: String)
    /// An address, or a redirect to one, that is not HTTPS.
    case notEncrypted
    /// One redirect after another.
    case tooManyRedirects(limit: Int)
    /// A page for people instead of data, as the log-in of a hotel's network sends.
    case webPage
    /// Neither gzip nor IDX.
    case notData
    /// More bytes than the file can have.
    case tooLarge(limit: Int)
    /// It came whole, and is something else.
    case wrongContent(reason: String)
    /// Whatever else libcurl says.
    case other(reason: String)

    /// Whether the same address may do better a moment later.
    var mayPass: Bool {
        switch self {
        case .status(let status): status == 408 || status == 429 || status >= 500
        case .stalled, .cut, .other: true
        default: false
        }
    }

    /// Whether the host is not worth another call in this run.
    public var isUnreachable: Bool {
        switch self {
        case .unreachable, .untrusted: true
        default: false
        }
    }

    /// What happened.
    public var description: String {
        switch self {
        case .noLibrary(let reason):
            "libcurl can't be loaded (\(reason)); install it (Debian: apt-get install libcurl4)"
        case .unreachable(let reason): reason
        case .untrusted(let reason):
            "\(reason); where a proxy signs certificates, name the file with its authority in CURL_CA_BUNDLE"
        case .status(let status): "the server answered \(status)"
        case .stalled(let received): "nothing came any more after \(received) bytes"
        case .cut(let received, let reason): "the connection ended after \(received) bytes (\(reason))"
        case .notEncrypted: "it leads to an address without HTTPS"
        case .tooManyRedirects(let limit): "more than \(limit) redirects, one after another"
        case .webPage: "a web page came instead of data; does this network ask you to log in?"
        case .notData: "what came is neither gzip nor IDX"
        case .tooLarge(let limit): "more than the \(limit) bytes that the file can have"
        case .wrongContent(let reason): reason
        case .other(let reason): reason
        }
    }
}
