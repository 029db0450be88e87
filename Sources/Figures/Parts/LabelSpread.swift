/// Pushes labels apart along a line until none covers another, each as little as can be.
enum LabelSpread {
    /// Labels that touch move as one group, to the mean of where they would like to be (the algorithm of pooled
    /// adjacent violators).
    ///
    /// - Parameters:
    ///   - centers: where the labels would like to be.
    ///   - extents: how much room each takes.
    ///   - limits: what they have to stay within, if there is room for all.
    /// - Returns: where each goes, in the order given.
    static func places(_ centers: [Double], extents: [Double], within limits: ClosedRange<Double>) -> [Double] {
        let order = centers.indices.sorted { (centers[$0], $0) < (centers[$1], $1) }
        var groups: [Group] = []
        for index in order {
            var group = Group(members: [index], start: centers[index] - extents[index] / 2, extent: extents[index])
            group.keep(within: limits)
            while let below = groups.last, below.start + below.extent > group.start {
                groups.removeLast()
                group = below.joined(with: group)
                group.keep(within: limits)
            }
            groups.append(group)
        }
        var places = centers
        for group in groups {
            var start = group.start
            for index in group.members {
                places[index] = start + extents[index] / 2
                start += extents[index]
            }
        }
        return places
    }

    private struct Group {
        var members: [Int]
        var start: Double
        var extent: Double

        mutating func keep(within limits: ClosedRange<Double>) {
            start = max(limits.lowerBound, min(start, limits.upperBound - extent))
        }

        func joined(with other: Group) -> Group {
            let count = Double(members.count + other.members.count)
            // The mean of where the members would put the group's start.
            let wanted = start * Double(members.count) + (other.start - extent) * Double(other.members.count)
            return Group(members: members + other.members, start: wanted / count, extent: extent + other.extent)
        }
    }
}
