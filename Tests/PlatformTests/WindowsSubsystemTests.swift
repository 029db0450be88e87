import TestSupport
import Testing

@testable import Platform

@Suite("Windows Subsystem for Linux", .limited)
struct WindowsSubsystemTests {
    private let kernel = "Linux version 5.15.167.4-microsoft-standard-WSL2 (root@f9c826d3017f) (gcc 11.2.0)"

    private func subsystem() throws -> WindowsSubsystem {
        try #require(WindowsSubsystem(kernel: kernel, environment: ["WSL_DISTRO_NAME": "Ubuntu-24.04"]))
    }

    @Test("is told from its kernel's version, of both generations")
    func kernels() {
        #expect(WindowsSubsystem(kernel: kernel, environment: [:]) != nil)
        #expect(WindowsSubsystem(kernel: "Linux version 4.4.0-19041-Microsoft", environment: [:]) != nil)
        #expect(WindowsSubsystem(kernel: "Linux version 6.1.0-28-amd64 (debian)", environment: [:]) == nil)
        #expect(WindowsSubsystem(kernel: "", environment: [:]) == nil)
    }

    @Test("Windows' drives are slow, and nothing else below /mnt")
    func drives() throws {
        for (path, isSlow) in [
            ("/mnt/c/Users/ana/Output", true), ("/mnt/d", true), ("/mnt/data/Output", false), ("/home/ana", false),
            ("/home/mnt/c", false), ("/mnt", false), ("/", false),
        ] {
            #expect(try subsystem().isSlow(path) == isSlow, "\(path)")
        }
    }

    @Test("a file has another name in Windows")
    func names() throws {
        for (path, name) in [
            ("/home/ana/Output", #"\\wsl$\Ubuntu-24.04\home\ana\Output"#), ("/mnt/c/Users/ana", #"C:\Users\ana"#),
            ("/mnt/c", #"C:\"#), ("/mnt/data/x", #"\\wsl$\Ubuntu-24.04\mnt\data\x"#),
        ] {
            #expect(try subsystem().windowsName(of: path) == name)
        }
    }
}
