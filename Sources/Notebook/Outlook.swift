import Synchronization

/// How long a run takes yet, by what is forecast and by how fast it has been so far.
public final class Outlook: Sendable {
    private let items: [String: Double]
    private let progress: Mutex<Progress>

    private struct Progress {
        /// The share of each unit that is done; 1 for those that have ended.
        var shares: [String: Double] = [:]
        var begin: ContinuousClock.Instant?
        /// Time that went by while nothing was computed, such as for drawing.
        var pages: (left: Int, written: Int, seconds: Double)
    }

    /// - Parameters:
    ///   - forecast: what is to be computed.
    ///   - pages: how many pages are to be written.
    public init(_ forecast: Forecast, pages: Int) {
        items = Dictionary(forecast.items.map { ($0.name, $0.seconds) }, uniquingKeysWith: max)
        progress = Mutex(Progress(pages: (pages, 0, 0)))
    }

    /// Takes note of what has become of a unit.
    public func note(_ event: UnitEvent) {
        progress.withLock { progress in
            if progress.begin == nil { progress.begin = .now }
            switch event {
            case .began(let name): progress.shares[name] = 0
            case .moved(let name, let share): progress.shares[name] = share
            case .ended(let name): progress.shares[name] = 1
            }
        }
    }

    /// Takes note of a page that was drawn and written.
    public func notePage(seconds: Double) {
        progress.withLock { progress in
            progress.pages.left = max(0, progress.pages.left - 1)
            progress.pages.written += 1
            progress.pages.seconds += seconds
        }
    }

    /// Seconds until all is computed and written.
    public var secondsLeft: Double {
        progress.withLock { progress in
            let done = items.reduce(0) { $0 + $1.value * (progress.shares[$1.key] ?? 0) }
            let left = items.reduce(0) { $0 + $1.value * (1 - (progress.shares[$1.key] ?? 0)) }
            let page = progress.pages.seconds / Double(max(progress.pages.written, 1))
            let elapsed = progress.begin.map { (ContinuousClock.now - $0) / .seconds(1) } ?? 0
            // Only what has taken a while says how fast this machine is now.
            let computing = elapsed - progress.pages.seconds
            let correction = done > 2 && computing > 2 ? computing / done : 1
            return left * correction + Double(progress.pages.left) * page
        }
    }
}
