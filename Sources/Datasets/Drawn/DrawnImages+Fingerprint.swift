import Storage

extension DrawnImages {
    /// What this machine makes of a few images, as a hash. Shapes and chance are the course's own, the same everywhere;
    /// but how a line covers a pixel is decided by Cairo and by what pixman has for this processor. Where either
    /// changes, nearly every line has other grey pixels at its sides.
    static func fingerprint(of kind: DatasetDescription) -> String {
        kind == .fashionMNIST ? garmentFingerprint : digitFingerprint
    }

    /// Drawn once in a run; a program's libraries do not change while it runs.
    private static let digitFingerprint = probe(.mnist)
    private static let garmentFingerprint = probe(.fashionMNIST)

    /// How many images are drawn to find out.
    package static let probeCount = 40

    private static func probe(_ kind: DatasetDescription) -> String {
        // Where nothing can be drawn there is nothing to compute from either, and loading says why.
        (try? DrawnImages(kind, seed: 0).images(0..<probeCount, threads: 1)).map { SHA256.hex(of: $0.pixels) }
            ?? "not drawn"
    }
}
