/// The library of Swift 6.0 forgets which error a body throws; these remember.
extension Array {
    func lent<Failure: Error, Answer>(
        _ body: (UnsafeBufferPointer<Element>) throws(Failure) -> Answer
    ) throws(Failure) -> Answer {
        try withUnsafeBufferPointer { elements in Result { () throws(Failure) in try body(elements) } }.get()
    }

    mutating func lentToChange<Failure: Error, Answer>(
        _ body: (UnsafeMutableBufferPointer<Element>) throws(Failure) -> Answer
    ) throws(Failure) -> Answer {
        try withUnsafeMutableBufferPointer { elements in
            let elements = elements
            return Result { () throws(Failure) in try body(elements) }
        }.get()
    }
}
