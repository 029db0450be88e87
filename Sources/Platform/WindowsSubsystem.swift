/// Windows Subsystem for Linux: Windows' own files lie below `/mnt` there, and are slow; ours are reached from Windows by
/// a name of their own.
public struct WindowsSubsystem: Sendable {
    /// The distribution's name in Windows.
    private let distribution: String

    /// - Parameters:
    ///   - kernel: what `/proc/version` says.
    ///   - environment: `WSL_DISTRO_NAME` has the distribution's name.
    /// - Returns: `nil` where this is another system.
    public init?(kernel: String, environment: [String: String]) {
        guard kernel.lowercased().contains("microsoft") else { return nil }
        distribution = environment["WSL_DISTRO_NAME"].flatMap { $0.isEmpty ? nil : $0 } ?? "Debian"
    }

    /// The one that this program runs in, if any.
    public static func current(_ environment: [String: String]) -> WindowsSubsystem? {
        let kernel = try? String(contentsOfFile: "/proc/version", encoding: .utf8)
        return kernel.flatMap { WindowsSubsystem(kernel: $0, environment: environment) }
    }

    /// Whether the path is on one of Windows' drives: `/mnt/c/...`.
    public func isSlow(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count > 2 && parts[0].isEmpty && parts[1] == "mnt" && parts[2].count == 1
            && parts[2].allSatisfy { $0.isASCII && $0.isLetter }
    }

    /// What Windows calls the file: `\\wsl$\Debian\home\ana\Output`, `C:\Users\ana`.
    public func windowsName(of path: String) -> String {
        let name = path.replacing("/", with: "\\")
        guard isSlow(path) else { return "\\\\wsl$\\\(distribution)\(name)" }
        let drive = name.dropFirst("\\mnt\\".count)
        return drive.prefix(1).uppercased() + ":" + (drive.count > 1 ? String(drive.dropFirst()) : "\\")
    }
}
