import Foundation
import Testing

extension Trait where Self == TimeLimitTrait {
    /// What every suite has: a test that hangs is named, where it would hold up all others without a word. All tests begin
    /// at once and share the cores, so that the last one has waited as long as the whole run takes; under a sanitizer,
    /// or where everything is to be tried, that is many times as long.
    public static var limited: Self {
        let slowing = ["ASAN_OPTIONS", "TSAN_OPTIONS", "COURSE_THOROUGH"]
        let isSlow = slowing.contains { ProcessInfo.processInfo.environment[$0] != nil }
        return .timeLimit(.minutes(isSlow ? 180 : 45))
    }
}
