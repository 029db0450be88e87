import Notebook
import Platform

/// A limit on the memory of programs (`ulimit -v`, a batch engine's) that is too low for what is to be computed. Where
/// memory ends in the middle of it, there is nothing left to say so with.
struct AddressLimit: Error, CustomStringConvertible {
    /// What a whole report was seen to need, and a little more: the pictures as numbers, twice, and a network's buffers.
    static let needed = 600 << 20

    private let allowed: Int

    /// - Returns: `nil` where there is no such limit, or none that matters.
    private init?() {
        var limit = rlimit()
        #if canImport(Glibc)
            let kind = __rlimit_resource_t(RLIMIT_AS.rawValue)
        #else
            let kind = RLIMIT_AS
        #endif
        guard getrlimit(kind, &limit) == 0, limit.rlim_cur < rlim_t(Self.needed) else { return nil }
        allowed = Int(limit.rlim_cur)
    }

    var description: String {
        "what is to be computed takes \(Self.needed >> 20) MB of memory, and this shell allows \(allowed >> 20) MB; "
            + "raise the limit (ulimit -v unlimited)"
    }

    /// Makes sure that units which are not stored can be computed.
    ///
    /// - Throws: ``AddressLimit``.
    static func check(for units: [any CourseUnit], in course: Course) throws {
        if let limit = AddressLimit(), !course.missing(units).isEmpty { throw limit }
    }
}
