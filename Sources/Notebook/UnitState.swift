/// Whether a unit's result is there, and if not, why not.
public struct UnitState: Encodable, Sendable {
    /// What a look into the store found.
    public enum State: String, Encodable, Sendable {
        /// The result for these settings is there and verifies.
        case stored
        /// There are results, but for other settings or another program.
        case stale
        /// There is none.
        case missing
        /// There is one, but it is not what was written.
        case damaged
    }

    /// The unit's name, such as `cnn/evaluation`.
    public let unit: String
    /// What was found.
    public let state: State
    /// What is in the way, if anything.
    public let reason: String?
}

extension Curriculum {
    /// The state of every unit of the course, each once, in the order of the lessons.
    public func unitStates(in store: ResultStore, for settings: RunSettings) -> [UnitState] {
        var seen: Set<String> = []
        return units.filter { seen.insert($0.name).inserted }.map { state(of: $0.key(in: settings), in: store) }
    }

    private func state(of key: UnitKey, in store: ResultStore) -> UnitState {
        switch store.read(key) {
        case .found: return UnitState(unit: key.unit, state: .stored, reason: nil)
        case .damaged(let problem): return UnitState(unit: key.unit, state: .damaged, reason: problem)
        case .absent:
            let others = store.keys(of: key.unit)
            // Among several, the one that differs least says most.
            let nearest = others.map { differences(from: $0, to: key) }.min { $0.count < $1.count }
            guard let nearest else { return UnitState(unit: key.unit, state: .missing, reason: nil) }
            return UnitState(unit: key.unit, state: .stale, reason: nearest.joined(separator: ", "))
        }
    }

    private func differences(from stored: UnitKey, to wanted: UnitKey) -> [String] {
        Set(stored.inputs.keys).union(wanted.inputs.keys).sorted().compactMap { name in
            stored.inputs[name] == wanted.inputs[name] ? nil : "\(name) changed"
        }
    }
}
