/// A request that gets no page: the status, and a sentence for people who read it.
struct Refusal: Error, Equatable {
    /// The statuses of RFC 9110 and, for 431, RFC 6585.
    enum Status: Int {
        case badRequest = 400
        case forbidden = 403
        case notFound = 404
        case methodNotAllowed = 405
        case requestTimeout = 408
        case contentTooLarge = 413
        case targetTooLong = 414
        case misdirected = 421
        case headTooLarge = 431
        case sourceFailed = 500
        case busy = 503
        case versionNotSupported = 505

        var phrase: String {
            switch self {
            case .badRequest: "Bad Request"
            case .forbidden: "Forbidden"
            case .notFound: "Not Found"
            case .methodNotAllowed: "Method Not Allowed"
            case .requestTimeout: "Request Timeout"
            case .contentTooLarge: "Content Too Large"
            case .targetTooLong: "URI Too Long"
            case .misdirected: "Misdirected Request"
            case .headTooLarge: "Request Header Fields Too Large"
            case .sourceFailed: "Internal Server Error"
            case .busy: "Service Unavailable"
            case .versionNotSupported: "HTTP Version Not Supported"
            }
        }
    }

    let status: Status
    let sentence: String

    init(_ status: Status, _ sentence: String) { (self.status, self.sentence) = (status, sentence) }
}
