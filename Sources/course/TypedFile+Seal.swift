import Platform
import Storage

extension TypedFile {
    /// A file that carries a hash of itself at its end.
    ///
    /// - Parameter start: with which bytes every file of its kind begins.
    static func sealed(
        _ url: URL, option: String, start: [UInt8], replacesAnything: Bool
    ) -> TypedFile {
        TypedFile(url: url, option: option, replacesAnything: replacesAnything, limit: 1 << 30) { found in
            switch Seal.state(of: found, from: max(0, found.count - 256)) {
            case .absent: .foreign
            case .broken: .changed
            case .whole: found.starts(with: start) ? nil : .other
            }
        }
    }
}
