import Foundation

/// Makes JPEGs by the library that reads them, for what a few lines can't make: pictures with detail.
struct TurboEncoder {
    enum Pixels: Int32 {
        case colour = 0, gray = 6, ink = 11

        var channels: Int { [.colour: 3, .gray: 1, .ink: 4][self] ?? 0 }
    }

    enum Sampling: Int32, CaseIterable {
        case full = 0, half, quarter, gray, upright
    }

    private typealias Start = @convention(c) () -> UnsafeMutableRawPointer?
    private typealias Compress =
        @convention(c) (
            UnsafeMutableRawPointer?, UnsafePointer<UInt8>?, Int32, Int32, Int32, Int32,
            UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>?, UnsafeMutablePointer<UInt>?, Int32, Int32, Int32
        ) -> Int32
    private typealias Free = @convention(c) (UnsafeMutablePointer<UInt8>?) -> Void
    private typealias Destroy = @convention(c) (UnsafeMutableRawPointer?) -> Int32

    private let start: Start
    private let compress: Compress
    private let free: Free
    private let destroy: Destroy

    /// nil where the library is missing.
    init?() {
        let names = [
            "libturbojpeg.so.0", "/opt/homebrew/opt/jpeg-turbo/lib/libturbojpeg.0.dylib",
            "/usr/local/opt/jpeg-turbo/lib/libturbojpeg.0.dylib",
        ]
        guard let handle = names.lazy.compactMap({ dlopen($0, RTLD_NOW) }).first,
            let start = dlsym(handle, "tjInitCompress"), let compress = dlsym(handle, "tjCompress2"),
            let free = dlsym(handle, "tjFree"), let destroy = dlsym(handle, "tjDestroy")
        else { return nil }
        self.start = unsafeBitCast(start, to: Start.self)
        self.compress = unsafeBitCast(compress, to: Compress.self)
        self.free = unsafeBitCast(free, to: Free.self)
        self.destroy = unsafeBitCast(destroy, to: Destroy.self)
    }

    /// - Parameter pixels: channel beside channel, row after row.
    func file(
        _ pixels: [UInt8], _ kind: Pixels, width: Int, sampling: Sampling = .full, quality: Int32 = 95,
        isProgressive: Bool = false
    ) -> [UInt8] {
        let handle = start()
        defer { _ = destroy(handle) }
        var bytes: UnsafeMutablePointer<UInt8>?
        var count: UInt = 0
        let height = Int32(pixels.count / width / kind.channels)
        let failed = compress(
            handle, pixels, Int32(width), 0, height, kind.rawValue, &bytes, &count, sampling.rawValue, quality,
            isProgressive ? 16_384 : 0)
        defer { free(bytes) }
        return failed == 0 ? Array(UnsafeBufferPointer(start: bytes, count: Int(count))) : []
    }
}
