import CPictures

/// What libraries say.
enum PictureMessage {
    /// What `body` answers, and the sentence that it has written.
    static func collecting(_ body: (UnsafeMutablePointer<CChar>) -> cpic_status) -> (cpic_status, String) {
        var status = CPIC_OK
        var message = [CChar](repeating: 0, count: Int(CPIC_MESSAGE))
        message.withUnsafeMutableBufferPointer { buffer in
            if let start = buffer.baseAddress { status = body(start) }
        }
        let letters = message.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
        return (status, String(decoding: letters, as: UTF8.self))
    }
}

extension PictureError {
    /// - Precondition: `status` is that of a failure.
    init(_ status: cpic_status, _ format: PictureFormat, message: String) {
        switch status {
        case CPIC_NO_LIBRARY: self = .noLibrary(format, reason: message)
        case CPIC_NO_MEMORY: self = .outOfMemory
        case CPIC_UNSUPPORTED: self = .unsupported(format, reason: message, advice: Self.advice(on: format))
        default: self = .damaged(format, reason: message)
        }
    }

    /// libheif decodes by plug-ins, which may be packages of their own.
    private static func advice(on format: PictureFormat) -> String {
        switch format {
        case .heic, .avif: "install its decoder (\(format.library.packages)), or \(convert)"
        case .png, .jpeg, .webp: convert
        }
    }
}

extension PictureFormat {
    /// Why such pictures can't be read on this machine; nil where they can. Loads the library.
    public var problem: PictureError? {
        let (status, message) = PictureMessage.collecting { message in
            switch self {
            case .png: CPIC_OK
            case .jpeg: cpic_jpeg_library(message)
            case .webp: cpic_webp_library(message)
            case .heic, .avif: cpic_heif_library(message)
            }
        }
        return status == CPIC_OK ? nil : PictureError(status, self, message: message)
    }
}
