import Datasets
import Downloads
import Drawing
import Platform
import Imaging
import NeuralNetwork
import Notebook
import Publishing
import Storage

/// What was looked at, what was found, and what to do about it.
struct Diagnosis: Encodable {
    enum State: String, Encodable {
        case good, warning, problem
    }

    let subject: String
    let state: State
    let finding: String
    let advice: String?

    init(_ subject: String, _ finding: String) {
        (self.subject, state, self.finding, advice) = (subject, .good, finding, nil)
    }

    init(_ subject: String, _ state: State, _ finding: String, advice: String) {
        (self.subject, self.state, self.finding, self.advice) = (subject, state, finding, advice)
    }
}

/// Looks at everything that a report needs. Opens no connection and changes nothing.
struct Doctor {
    let workspace: Workspace

    var diagnoses: [Diagnosis] {
        var all = [Diagnosis("program", "course \(ProgramVersion.current)"), system]
        all += windows
        all += processor
        all += libraries
        all += [fonts, memory]
        all += disks
        all += data
        all.append(results)
        return all
    }

    private var system: Diagnosis {
        Diagnosis("system", ProcessInfo.processInfo.operatingSystemVersionString)
    }

    /// What Windows Subsystem for Linux has of its own.
    private var windows: [Diagnosis] {
        let environment = ProcessInfo.processInfo.environment
        guard let windows = WindowsSubsystem.current(environment) else { return [] }
        let index = workspace.output.appending(path: "index.html").path
        let opening = "Windows opens the report with `wslview \(index)`, or as \(windows.windowsName(of: index))"
        let slow = [workspace.output, workspace.course.store.folder, workspace.dataSources.cache.folder]
            .map(\.path).filter(windows.isSlow)
        if slow.isEmpty { return [Diagnosis("windows", opening)] }
        return [
            Diagnosis(
                "windows", .warning, "\(slow.joined(separator: ", ")): Windows' drives are slow from here. \(opening)",
                advice: "work in a folder of Linux, such as ~/course")
        ]
    }

    private var libraries: [Diagnosis] {
        var found = [
            Diagnosis("libraries", Libraries.versions.map { "\($0.name) \($0.version)" }.joined(separator: ", "))
        ]
        switch TransferLibrary.version {
        case .success(let version): found.append(Diagnosis("downloads", version))
        case .failure(let error):
            found.append(
                Diagnosis(
                    "downloads", .warning, "\(error)", advice: "only downloads need it; data can also be put by hand"))
        }
        found.append(pictures)
        return found
    }

    /// Which kinds of the reader's own pictures can be read; each has a library that is loaded for it.
    private var pictures: Diagnosis {
        let kinds: [PictureFormat] = [.png, .jpeg, .webp, .heic]
        let missing = kinds.filter { $0.problem != nil }
        let read = kinds.filter { !missing.contains($0) }.map(\.rawValue).joined(separator: ", ")
        if missing.isEmpty { return Diagnosis("pictures", read) }
        return Diagnosis(
            "pictures", .warning, "\(read); no \(missing.map(\.rawValue).joined(separator: ", "))",
            advice: "for one's own pictures of that kind install "
                + missing.map { "\($0.library.name) (\($0.library.packages))" }.joined(separator: ", ")
                + ", or convert them to PNG")
    }

    private var fonts: Diagnosis {
        let families = (try? FigureStyle.installedFamilies()) ?? []
        if families.contains("Inter") { return Diagnosis("fonts", "Inter; \(families.count) families in all") }
        let advice = "figures look best in Inter (\(NoFonts.advice))"
        if families.contains("DejaVu Sans") {
            return Diagnosis("fonts", .warning, "DejaVu Sans, no Inter", advice: advice)
        }
        return Diagnosis("fonts", .problem, "neither Inter nor DejaVu Sans", advice: advice)
    }

    private var memory: Diagnosis {
        #if os(Linux)
            let lines = (try? String(contentsOfFile: "/proc/meminfo", encoding: .utf8))?.split(separator: "\n") ?? []
            let kilobytes = lines.first { $0.hasPrefix("MemAvailable") }.flatMap { line in
                line.split(separator: " ").dropFirst().first.flatMap { Int($0) }
            }
            let free = (kilobytes ?? 0) * 1024
        #else
            let free = Int(clamping: ProcessInfo.processInfo.physicalMemory)
        #endif
        let text = "\(gigabytes(free)) GB free of \(gigabytes(Int(clamping: ProcessInfo.processInfo.physicalMemory)))"
        return free >= 2_000_000_000
            ? Diagnosis("memory", text)
            : Diagnosis("memory", .warning, text, advice: "training needs about 2 GB; close other programs")
    }

    private var disks: [Diagnosis] {
        let places = [
            ("output", workspace.output, 32 << 20), ("store", workspace.course.store.folder, 64 << 20),
            ("cache", workspace.dataSources.cache.folder, 64 << 20),
        ]
        return places.map { subject, folder, needed in
            do {
                try Files.checkWritable(folder, needing: needed)
                return Diagnosis(subject, folder.path)
            } catch {
                return Diagnosis(subject, .problem, "\(error)", advice: "name another folder, or make room")
            }
        }
    }

    private var data: [Diagnosis] {
        DatasetDescription.published.map { data in
            let source = workspace.course.settings.source(of: data)
            let url: URL
            switch source.origin {
            case .folder(let folder): url = folder
            case .imported(let folder, _):
                // They were read whole to find out what they are.
                return Diagnosis(data.pictures, "\(source.plainLabel): \(folder.path)")
            case .drawn:
                return Diagnosis(
                    data.pictures, .warning, "no \(data.name): the program would fetch or draw them",
                    advice: "course data fetch \(data.id)")
            }
            do {
                for file in source.kind.files { try DatasetFolder(url, of: source.kind).verify(file) }
                return Diagnosis(data.pictures, "\(source.plainLabel), verified: \(url.path)")
            } catch {
                return Diagnosis(
                    data.pictures, .problem, "\(error)",
                    advice: source.isOwn ? "import them again" : "course data fetch \(data.id)")
            }
        }
    }

    private var results: Diagnosis {
        let states = workspace.curriculum.unitStates(in: workspace.course.store, for: workspace.course.settings)
        let stored = states.count { $0.state == .stored }
        let damaged = states.filter { $0.state == .damaged }
        let text = "\(stored) of \(states.count) stored"
        return damaged.isEmpty
            ? Diagnosis("results", text)
            : Diagnosis(
                "results", .warning, "\(text), damaged: \(damaged.map(\.unit).joined(separator: ", "))",
                advice: "the next report computes them again")
    }

    private func gigabytes(_ bytes: Int) -> String { (Double(bytes) / 1e9).fixed(1) }
}
