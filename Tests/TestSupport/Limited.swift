import Foundation
import Testing

extension Trait where Self == TimeLimitTrait {
    /// What every suite has: a test that hangs is named, where it would hold up all others without a word. Under a
    /// sanitizer, or where everything is to be tried, tests are many times slower. A test that waits for a program on a busy machine
    /// waits long; no sound one takes as much as this.
    public static var limited: Self {
        let slowing = ["ASAN_OPTIONS", "TSAN_OPTIONS", "COURSE_THOROUGH"]
        let isSlow = slowing.contains { ProcessInfo.processInfo.environment[$0] != nil }
        return .timeLimit(.minutes(isSlow ? 120 : 20))
    }
}
