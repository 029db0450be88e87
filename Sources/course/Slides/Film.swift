import Platform
import Publishing
import Storage

/// Pictures that follow each other, as one file: by a program for films that this machine has.
struct Film {
    /// What such a file is.
    let format: FigureStyle.Format
    private let tool: Tool

    private enum Tool: String {
        case ffmpeg, img2webp

        /// What brings it.
        var package: String { self == .ffmpeg ? "ffmpeg" : "webp" }
    }

    /// - Throws: ``Child/Failure`` where this machine has no program for it: what to install, and what needs none.
    init(_ format: FigureStyle.Format, in environment: [String: String]) throws(Child.Failure) {
        self.format = format
        let tools: [Tool] = format == .webp ? [.img2webp, .ffmpeg] : [.ffmpeg]
        guard let tool = tools.first(where: { Child.path(of: $0.rawValue, in: environment) != nil }) else {
            let names = tools.map(\.rawValue).joined(separator: " nor ")
            throw Child.Failure(
                description: "\(format.rawValue) files are made by another program, and there is no \(names) here; "
                    + "install one (apt install \(tools[0].package), brew install \(tools[0].package)), or take --frames, "
                    + "which writes a PNG each and needs none")
        }
        self.tool = tool
    }

    /// The film: a second for each picture, or a third of one where there are many, and the last one longer. It begins anew
    /// at the end, where the format knows that. The same pictures give the same bytes with the same program.
    ///
    /// - Parameter frames: PNGs of one size.
    /// - Throws: ``Child/Failure``, or `StorageError` where the pictures can't be written.
    func bytes(of frames: [[UInt8]]) throws -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "course-film-\(UUID().uuidString)")
        try Files.createFolder(folder)
        defer { try? FileManager.default.removeItem(at: folder) }
        let isLong = frames.count > 9
        // As many pictures as have equal time.
        let shown = frames + (frames.last.map { Array(repeating: $0, count: isLong ? 6 : 1) } ?? [])
        var names: [String] = []
        for (index, frame) in shown.enumerated() {
            let number = "\(index)"
            names.append(String(repeating: "0", count: max(0, 4 - number.count)) + number + ".png")
            try Files.write(frame, to: folder.appending(path: names[index]))
        }
        let film = folder.appending(path: "film.\(format.rawValue)")
        try Child(program: tool.rawValue).run(
            arguments(names.map { folder.appending(path: $0).path }, isLong: isLong, in: folder, to: film.path),
            complaints: folder.appending(path: "complaints"))
        return try Files.read(film)
    }

    private func arguments(_ pictures: [String], isLong: Bool, in folder: URL, to film: String) -> [String] {
        if tool == .img2webp {
            return ["-loop", "0", "-lossless", "-d", isLong ? "333" : "1000"] + pictures + ["-o", film]
        }
        let start = [
            "-nostdin", "-v", "error", "-framerate", isLong ? "3" : "1", "-i", folder.appending(path: "%04d.png").path,
            "-threads", "1", "-filter_threads", "1", "-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v",
            "+bitexact",
        ]
        let kind: [String] =
            switch format {
            case .mp4:
                // Sides of odd length are more than most players bear, and so is a picture a second.
                [
                    "-vf", "pad=ceil(iw/2)*2:ceil(ih/2)*2:color=white,fps=24", "-c:v", "libx264", "-preset", "medium",
                    "-crf", "18", "-pix_fmt", "yuv420p", "-movflags", "+faststart",
                ]
            case .webp: ["-c:v", "libwebp_anim", "-lossless", "1", "-loop", "0"]
            default:
                [
                    "-filter_complex", "split[one][two];[one]palettegen[colours];[two][colours]paletteuse=dither=none",
                    "-loop", "0",
                ]
            }
        return start + kind + ["-y", film]
    }
}
