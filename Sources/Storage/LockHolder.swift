import Platform

/// The process that has a folder, as Linux tells. Other systems don't say.
public struct LockHolder: Equatable, Sendable {
    /// Its number.
    public let process: Int32
    /// Whether it was stopped, by Ctrl-Z for instance, and goes on for nobody.
    public let isStopped: Bool
    /// When it began, by this machine's clock: `11:05`, or with the date, where that was another day.
    public let start: String?

    init?(of descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        let device = UInt64(truncatingIfNeeded: status.st_dev)
        // As the C library takes a device's number apart.
        let major = (device >> 8) & 0xfff | (device >> 32) & ~0xfff
        let minor = device & 0xff | (device >> 12) & ~0xff
        let locks = Self.text("/proc/locks")
        let place = (major: major, minor: minor, number: UInt64(truncatingIfNeeded: status.st_ino))
        guard let process = Self.process(holding: place, in: locks) else { return nil }
        self.init(process: process, now: time(nil))
    }

    private init(process: Int32, now: time_t) {
        self.process = process
        // The command's name stands in brackets and may be anything.
        let fields = Self.text("/proc/\(process)/stat").split(separator: ")").last?.split(separator: " ") ?? []
        isStopped = fields.first == "T" || fields.first == "t"
        let boot = Self.text("/proc/stat").split(separator: "\n").first { $0.hasPrefix("btime ") }
            .flatMap { Int($0.dropFirst(6)) }
        let ticks = fields.count > 19 ? Int(fields[19]) : nil
        start = boot.flatMap { boot in ticks.map { Self.clock(boot + $0 / max(sysconf(Int32(_SC_CLK_TCK)), 1), now) } }
    }

    /// Looks for a lock on a file in what Linux says: `1: FLOCK ADVISORY WRITE 4711 08:01:131090 0 EOF`.
    static func process(holding file: (major: UInt64, minor: UInt64, number: UInt64), in locks: String) -> Int32? {
        for line in locks.split(separator: "\n") {
            let fields = line.split(separator: " ")
            // A process that waits has an arrow in the second place.
            guard fields.count > 5, fields[1] == "FLOCK", fields[3] == "WRITE" else { continue }
            let place = fields[5].split(separator: ":")
            // File systems of several parts count their devices in another way. Then nobody is named: people might end
            // the wrong process.
            guard place.count == 3, UInt64(place[0], radix: 16) == file.major,
                UInt64(place[1], radix: 16) == file.minor, UInt64(place[2]) == file.number,
                let process = Int32(fields[4]), process > 0
            else { continue }
            return process
        }
        return nil
    }

    /// A moment, with its date unless that is today's.
    static func clock(_ moment: time_t, _ now: time_t) -> String {
        func text(_ form: String, _ moment: time_t) -> String {
            var (moment, parts) = (moment, tm())
            localtime_r(&moment, &parts)
            var bytes = [CChar](repeating: 0, count: 64)
            let count = strftime(&bytes, bytes.count, form, &parts)
            return String(decoding: bytes.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
        }
        let isToday = text("%F", moment) == text("%F", now)
        return text(isToday ? "%H:%M" : "%F %H:%M", moment)
    }

    /// What a file of the system's says, which has no size; empty where there is none.
    private static func text(_ path: String) -> String {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return "" }
        defer { close(file) }
        var (text, part) = ([UInt8](), [UInt8](repeating: 0, count: 4096))
        while true {
            let count = read(file, &part, part.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            text += part.prefix(count)
        }
        return String(decoding: text, as: UTF8.self)
    }
}
