import CCurl
import Platform

/// One request: what an address sends goes to the end of a partial file.
struct Transfer {
    let url: URL
    let rules: TransferRules
    /// The largest size that the file can have.
    let limit: Int
    /// Told how many bytes there are, and how many there will be, where the server says so.
    let progress: (_ received: Int, _ expected: Int?) -> Void

    /// Fetches what `partial` lacks. Where the server does not know how to go on, the file begins anew.
    ///
    /// - Throws: ``TransferFailure``, or `StorageError` where the disk takes no more; what came so far stays.
    func run(into partial: PartialFile) throws {
        guard url.scheme == "https" || isLoopbackForTests else { throw TransferFailure.notEncrypted }
        let state = State(partial, transfer: self)
        let result = state.perform()
        if let failure = state.failure { throw failure }
        switch result.outcome {
        case CCURL_OK: return
        case CCURL_STATUS where result.status == 416 && partial.count > 0:
            // There is nothing after what came so far; the content will tell whether that is all of it.
            return
        case CCURL_NO_LIBRARY: throw TransferFailure.noLibrary(reason: result.text)
        case CCURL_UNREACHABLE: throw TransferFailure.unreachable(reason: result.text)
        case CCURL_UNTRUSTED: throw TransferFailure.untrusted(reason: result.text)
        case CCURL_STATUS: throw TransferFailure.status(result.status)
        case CCURL_TIMEOUT: throw TransferFailure.stalled(received: partial.count)
        case CCURL_CUT: throw TransferFailure.cut(received: partial.count, reason: result.text)
        case CCURL_FORBIDDEN: throw TransferFailure.notEncrypted
        case CCURL_REDIRECTS: throw TransferFailure.tooManyRedirects(limit: rules.redirects)
        case CCURL_TOO_LARGE: throw TransferFailure.tooLarge(limit: limit)
        default: throw TransferFailure.other(reason: result.text)
        }
    }

    private var isLoopbackForTests: Bool {
        guard case .onLoopback = rules.plainHTTP else { return false }
        return isLocal
    }

    private var isLocal: Bool { url.host() == "127.0.0.1" }

    /// What libcurl's callback works on.
    private final class State {
        let partial: PartialFile
        let transfer: Transfer
        var failure: (any Error)?
        private var isFirst = true
        private var offset = 0

        init(_ partial: PartialFile, transfer: Transfer) {
            self.partial = partial
            self.transfer = transfer
        }

        func perform() -> ccurl_result {
            let rules = transfer.rules
            var request = ccurl_request()
            request.offset = Int64(partial.count)
            request.largest = Int64(max(transfer.limit - partial.count, 0))
            request.connect_seconds = rules.connectSeconds
            request.stall_seconds = rules.stallSeconds
            request.stall_bytes_per_second = rules.stallBytesPerSecond
            request.redirects = rules.redirects
            if case .onLoopback(let redirects) = rules.plainHTTP {
                request.plain_start = 1
                request.plain_redirects = redirects ? 1 : 0
            }
            request.is_local = transfer.isLocal ? 1 : 0
            request.context = Unmanaged.passUnretained(self).toOpaque()
            request.on_bytes = { context, status, expected, bytes, count in
                guard let context, let bytes else { return 0 }
                let state = Unmanaged<State>.fromOpaque(context).takeUnretainedValue()
                return state.take(
                    UnsafeBufferPointer(start: bytes, count: count), status: status,
                    expected: expected < 0 ? nil : Int(expected)) ? 1 : 0
            }
            return transfer.url.absoluteString.withCString { url in
                "convolution-course".withCString { agent in
                    request.url = url
                    request.agent = agent
                    guard let certificates = rules.certificates else { return ccurl_get(&request) }
                    return certificates.withCString { certificates in
                        request.certificates = certificates
                        return ccurl_get(&request)
                    }
                }
            }
        }

        /// Whether the transfer goes on.
        private func take(_ bytes: UnsafeBufferPointer<UInt8>, status: Int, expected: Int?) -> Bool {
            do {
                if isFirst {
                    isFirst = false
                    // 206 goes on where the partial file ends; any other answer begins at the beginning.
                    if status != 206 { try partial.restart() }
                    offset = partial.count
                    if offset == 0 { try Self.checkBeginning(bytes) }
                }
                guard partial.count + bytes.count <= transfer.limit else {
                    throw TransferFailure.tooLarge(limit: transfer.limit)
                }
                try partial.append(bytes)
                transfer.progress(partial.count, expected.map { $0 + offset })
                return true
            } catch {
                failure = error
                return false
            }
        }

        /// Gzip begins with 1f 8b and IDX with two zeros; anything else need not be fetched to its end.
        private static func checkBeginning(_ bytes: UnsafeBufferPointer<UInt8>) throws(TransferFailure) {
            guard let first = bytes.first else { return }
            if first == 0x1F || first == 0 { return }
            let text = String(decoding: bytes.prefix(512), as: UTF8.self)
            let isPage = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }.hasPrefix("<")
            throw isPage ? .webPage : .notData
        }
    }
}

extension ccurl_result {
    /// What libcurl said.
    fileprivate var text: String {
        withUnsafeBytes(of: message) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
    }
}

/// The libcurl that downloads are made with.
public enum TransferLibrary {
    /// Its version, such as `libcurl/7.88.1 OpenSSL/3.0.19`, or what the loader said.
    public static var version: Result<String, TransferFailure> {
        var result = ccurl_result()
        return withUnsafeMutableBytes(of: &result.message) { buffer in
            guard let message = buffer.baseAddress?.assumingMemoryBound(to: CChar.self) else {
                return .failure(.noLibrary(reason: "no memory"))
            }
            guard let version = ccurl_version(message) else {
                return .failure(.noLibrary(reason: String(cString: message)))
            }
            return .success(String(cString: version))
        }
    }
}
