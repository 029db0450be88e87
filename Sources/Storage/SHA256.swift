import CGLib

/// SHA-256 (FIPS 180-4), by GLib's `GChecksum`, which is already there under Pango.
public enum SHA256 {
    /// The digest of `bytes` as 64 lower-case hexadecimal digits.
    public static func hex(of bytes: [UInt8]) -> String {
        bytes.withUnsafeBufferPointer { buffer in
            // GLib returns NULL for an unknown algorithm only, and this one it has had since 2.16.
            guard let digest = g_compute_checksum_for_data(G_CHECKSUM_SHA256, buffer.baseAddress, gsize(buffer.count))
            else { preconditionFailure("GLib does not know SHA-256") }
            defer { g_free(digest) }
            return String(cString: digest)
        }
    }

    /// The digest of a text's UTF-8 bytes.
    public static func hex(of text: String) -> String { hex(of: Array(text.utf8)) }
}
