import Storage

/// How long each step of a report took, in the order of the steps: `timings.json`. The one file that may differ between
/// two runs, so the manifest does not know it; it vouches for itself.
public struct ReportTimings: Codable, Sendable {
    /// The file's name.
    public static let name = "timings.json"

    /// A step: what it was, of which lesson, and how long it took.
    public struct Step: Codable, Sendable {
        let step: String
        let lesson: String?
        let seconds: Double

        /// A step that is over.
        public init(step: String, lesson: String?, seconds: Double) {
            (self.step, self.lesson, self.seconds) = (step, lesson, seconds)
        }
    }

    /// The steps in order.
    public let steps: [Step]

    /// Steps that are over.
    public init(_ steps: [Step]) { self.steps = steps }

    /// Why a file with that name is not to be replaced. An earlier version of the program wrote the steps alone.
    static func objection(to bytes: [UInt8]) -> FileInTheWay.Reason? {
        switch Seal.state(of: bytes) {
        case .whole: nil
        case .broken: .changed
        case .absent: (try? CanonicalJSON.decode([Step].self, from: bytes)) == nil ? .foreign : nil
        }
    }
}
