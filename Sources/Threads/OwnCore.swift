import CProcessor

/// A core for each thread of a team that waits for each other again and again.
///
/// Left alone, the scheduler puts a thread where the one that woke it runs. Beside one busy program two workers were
/// found on one core for two thirds of the time, while that program had the other core to itself: as if the second
/// worker were not there.
public enum OwnCore {
    /// What `body` returns, the calling thread kept on core `number` while it runs.
    ///
    /// Nothing is changed where the threads are fewer or more than the cores that the process may use: then others have
    /// room, or a core each is not to be had; nor on systems that don't let a thread choose.
    ///
    /// - Parameters:
    ///   - number: which of the cores that the thread may run on, from 0.
    ///   - count: how many threads are in the team.
    public static func keep<Value, Failure: Error>(
        _ number: Int, of count: Int, _ body: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        var before = course_cores()
        guard count > 1, course_keep_on_core(Int32(number), Int32(clamping: count), &before) != 0 else {
            return try body()
        }
        defer { course_leave_core(&before) }
        return try body()
    }
}
