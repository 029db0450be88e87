import Datasets
import Downloads
import Platform

extension Terminal {
    /// A download: a bar with speed and time left, or, where nobody watches, a line a file.
    func transfer(_ event: FetchEvent) {
        switch event {
        case .begins(let file, let url):
            bar.withLock {
                $0.start = .now; $0.firstByte = -1
            }
            say("Fetching \(file.kind.name)'s \(file.name) from \(url.host() ?? url.absoluteString)")
        case .progress(let file, let received, let expected):
            if isInteractive { draw(file, received, expected) }
        case .failed(let file, let url, let failure):
            warn("\(file.name) did not come from \(url.host() ?? url.absoluteString): \(failure)")
        case .pauses(let seconds): say("Trying again in \(fixed(seconds, 0)) s")
        case .fetched(_, let url): say("Verified: \(url.path)")
        case .setAside(let file, let url, let error):
            warn("\(error)")
            say("The damaged \(file.name) is now \(url.lastPathComponent).")
        }
    }

    private func draw(_ file: DatasetFile, _ received: Int, _ expected: Int?) {
        let now = ContinuousClock.now
        let line: String? = bar.withLock { bar in
            if bar.firstByte < 0 { bar.firstByte = received }
            if let last = bar.lastDrawn, now - last < .milliseconds(100), received != expected { return nil }
            bar.lastDrawn = now
            bar.isShown = true
            let elapsed = (now - bar.start) / .seconds(1)
            let speed = Double(received - bar.firstByte) / max(elapsed, 1e-3)
            var text = "\(file.kind.name) \(file.name)  "
            guard let expected, expected > 0 else {
                return "\r\u{1B}[K" + text + "\(megabytes(received))  \(megabytes(Int(speed)))/s"
            }
            let fraction = min(Double(received) / Double(expected), 1)
            let filled = Int(fraction * 24)
            text += String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
            text += "  \(megabytes(received)) of \(megabytes(expected))  \(megabytes(Int(speed)))/s"
            if speed > 0 { text += "  \(seconds(.seconds(Double(expected - received) / speed))) left" }
            return "\r\u{1B}[K" + text
        }
        if let line { write(line) }
    }

    private func megabytes(_ bytes: Int) -> String { "\(fixed(Double(bytes) / 1e6, 1)) MB" }
}
