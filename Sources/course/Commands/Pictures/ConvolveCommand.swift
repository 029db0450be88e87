import ArgumentParser
import Imaging
import Languages
import Platform
import Storage

/// `course convolve photo.png --kernel sobel-x`
struct ConvolveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convolve",
        abstract: "Apply a kernel to a picture of yours.",
        discussion: """
            The picture is read upright, opaque on white, and without what its file says about place and camera. A kernel \
            is a name of the course or a matrix: rows separated by semicolons, numbers by commas; 1/9 is a number, too. Its \
            names: \(Kernel.named.map(\.id).joined(separator: ", ")).

            \(AnswerRule.sentence)

            Example: course convolve photo.png --kernel "0,-1,0;-1,5,-1;0,-1,0" --output sharp.png
            Example: course convolve photo.png --kernel sobel-x --gray --explain 20,31
            """)

    @OptionGroup var input: PictureOptions

    @OptionGroup var threads: ThreadOptions

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("The kernel, by its name or as a matrix, at most 63 x 63.", valueName: "kernel"),
        completion: .list(Kernel.named.map(\.id)),
        transform: Self.kernel)
    var kernel: Kernel

    @Option(parsing: .unconditional, help: ArgumentHelp("What every sum is divided by.", valueName: "number"))
    var divisor: Float = 1

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("What is added then; 128 shows zero in the middle.", valueName: "number"))
    var bias: Float = 0

    @Option(
        help: ArgumentHelp(
            "What lies beyond the picture: valid (nothing; the answer is smaller), zero, replicate or reflect.",
            valueName: "rule"),
        completion: .list(Border.allCases.map(\.rawValue)), transform: Self.border)
    var border: Border = .replicate

    @Option(
        help: ArgumentHelp(
            "correlation (the kernel as it is) or convolution (turned by half a turn).", valueName: "mode"),
        completion: .list(PictureFilter.Mode.allCases.map(\.rawValue)), transform: Self.mode)
    var mode: PictureFilter.Mode = .correlation

    @Option(
        help: ArgumentHelp(
            "What is below zero: clip (black), absolute, rescale (smallest to black, largest to white) or signed (blue; "
                + "above zero orange).", valueName: "how"),
        completion: .list(Negatives.allCases.map(\.rawValue)), transform: Self.negatives)
    var negative: Negatives = .clip

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Print how one number comes about: window, products, sum. Row and column of the answer, counted from 0. Files "
                + "are written only where --output or --values names them.", valueName: "row,column"),
        transform: PixelPlace.init)
    var explain: PixelPlace?

    @OptionGroup var answer: AnswerOptions

    func validate() throws {
        guard divisor != 0, divisor.isFinite else {
            throw ValidationError("--divisor takes a number other than 0, not \(divisor).")
        }
        guard bias.isFinite else { throw ValidationError("--bias takes a number, not \(bias).") }
        guard explain == nil || !answer.json else {
            throw ValidationError("--explain prints sentences, and --json files; ask for one of them.")
        }
    }

    func run() throws {
        let input = try input.read()
        let filter = PictureFilter(kernel: kernel, divisor: divisor, bias: bias, border: border, mode: mode)
        if let explain {
            let channels = try about(input) {
                try filter.explain(row: explain.row, column: explain.column, of: input.picture)
            }
            try Terminal.put(ExplanationText(channels, of: filter, at: explain).text)
            guard answer.output != nil || answer.values != nil else { return }
        }
        try answer.write(
            defaultName: explain == nil ? "\(input.stem)-\(kernel.fileName).png" : nil, source: input.path
        ) {
            try about(input) { try filter.answers(to: input.picture, threads: threads.count) }
        } show: { answers in
            try answers.png(negative, telling: "\(mode) with \(kernel.id), border \(border), negative \(negative)")
        }
    }

    private static func kernel(_ text: String) throws -> Kernel {
        do throws(KernelError) { return try Kernel(parsing: text) } catch {
            throw ValidationError("\(error)")
        }
    }

    private static func border(_ text: String) throws -> Border { try chosen(text, "border rule") }
    private static func mode(_ text: String) throws -> PictureFilter.Mode { try chosen(text, "mode") }
    private static func negatives(_ text: String) throws -> Negatives { try chosen(text, "way to show negatives") }
}

extension Kernel {
    /// What files are called that it made: by its name, or by its numbers, so that no two matrices share a file.
    fileprivate var fileName: String {
        if Kernel.named.contains(where: { $0.id == id }) { return id }
        let numbers = "\(rows)x\(columns):" + weights.map { "\($0)" }.joined(separator: ",")
        return "\(rows)x\(columns)-\(SHA256.hex(of: Array(numbers.utf8)).prefix(6))"
    }
}

/// Runs `body`; what can't be done with a picture is told with its name.
func about<Value>(_ input: InputPicture, _ body: () throws -> Value) throws -> Value {
    do { return try body() } catch let error as OperationError {
        throw InputPicture.Unusable(description: "\(input.path): \(error)")
    }
}
