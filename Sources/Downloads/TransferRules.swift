/// How much patience a download has, and what it never does.
public struct TransferRules: Sendable {
    /// Whether an address may be without TLS.
    public enum PlainHTTP: Sendable {
        /// Never: neither the first address nor one that a redirect leads to.
        case never
        /// For tests against a server on this machine; nothing that people type leads here.
        case onLoopback(redirects: Bool)
    }

    /// Seconds until a server must have answered the call.
    public var connectSeconds = 8
    /// Seconds that a transfer may stay under ``stallBytesPerSecond``.
    public var stallSeconds = 20
    /// What counts as standing still.
    public var stallBytesPerSecond = 1_000
    /// How many redirects are followed.
    public var redirects = 5
    /// Seconds to wait before all mirrors are asked again; as many more rounds as there are pauses.
    public var pauses = [1.0, 3.0]
    /// Addresses without TLS.
    public var plainHTTP = PlainHTTP.never
    /// A PEM file with the authorities whose certificates are trusted; nil for the system's own.
    public var certificates: String?

    /// The rules that hold for everyone.
    ///
    /// - Parameter environment: `CURL_CA_BUNDLE` or `SSL_CERT_FILE`, as curl and OpenSSL have them, name the authorities
    ///   that a school's or a company's proxy needs.
    public init(environment: [String: String] = [:]) {
        certificates = ["CURL_CA_BUNDLE", "SSL_CERT_FILE"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    }
}
