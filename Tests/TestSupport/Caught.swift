/// The error of one type that `body` throws; `nil` where it throws none or another. `#expect(throws:)` hands over what
/// it caught only since Swift 6.1.
public func caught<Failure: Error, Answer>(_: Failure.Type, in body: () throws -> Answer) -> Failure? {
    do { _ = try body() } catch { return error as? Failure }
    return nil
}
