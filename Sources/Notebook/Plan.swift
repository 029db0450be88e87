/// One thing to compute, as a batch engine sees it: what it is called, what must be there before, what is there after.
public struct PlannedUnit: Encodable, Sendable {
    /// What `course run-unit` takes: it holds for these settings and this version of the code alone.
    public let key: String
    /// The unit's name, such as `cnn/evaluation`.
    public let unit: String
    /// The keys of the units whose results it reads.
    public let needs: [String]
    /// The file that is there once it is computed, by its path in the store.
    public let output: String
}

extension Curriculum {
    /// Every training and measurement of the course, each once, and behind all that it needs.
    public func plan(for settings: RunSettings) -> [PlannedUnit] {
        units(for: settings).map { unit in
            let key = unit.key(in: settings)
            return PlannedUnit(
                key: key.name, unit: key.unit, needs: unit.requirements.map { $0.key(in: settings).name },
                output: ResultStore.path(of: key))
        }
    }

    /// The unit of that key or of that name.
    ///
    /// - Throws: ``CourseError/unknownUnit(_:known:)``, also for a key of other settings or of another program.
    public func unit(_ key: String, for settings: RunSettings) throws(CourseError) -> any CourseUnit {
        let units = units(for: settings)
        guard let unit = units.first(where: { $0.name == key || $0.key(in: settings).name == key }) else {
            throw .unknownUnit(key, known: units.map(\.name))
        }
        return unit
    }

    /// Depth first, so that what is needed comes before what needs it.
    private func units(for settings: RunSettings) -> [any CourseUnit] {
        var seen: Set<String> = []
        func withRequirements(_ unit: any CourseUnit) -> [any CourseUnit] {
            guard seen.insert(unit.key(in: settings).digest).inserted else { return [] }
            return unit.requirements.flatMap(withRequirements) + [unit]
        }
        return units.flatMap(withRequirements)
    }
}

extension UnitKey {
    /// The beginning of the digest, which names the entry in the store.
    var name: String { String(digest.prefix(32)) }
}
