import ArgumentParser
import Imaging

/// `course pool photo.png --size 2 --kind max`
struct PoolCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pool",
        abstract: "Make a picture of yours smaller, a window at a time.",
        discussion: """
            Each window becomes one pixel: its largest value or its mean, for each colour by itself. Rows and columns at \
            the end that fill no window are left out.

            \(AnswerRule.sentence)

            Example: course pool photo.png --size 4 --kind average
            """)

    @OptionGroup var input: PictureOptions

    @Option(parsing: .unconditional, help: ArgumentHelp("Pixels on a side of the window.", valueName: "pixels"))
    var size: Int = 2

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("How far the window moves. (default: its own side)", valueName: "pixels"))
    var stride: Int?

    @Option(
        help: ArgumentHelp("What a window becomes: max or average.", valueName: "kind"),
        completion: .list(PicturePooling.Kind.allCases.map(\.rawValue)), transform: Self.kind)
    var kind: PicturePooling.Kind = .max

    @OptionGroup var answer: AnswerOptions

    func validate() throws {
        for (name, value) in [("--size", size), ("--stride", stride ?? 1)] where !(1...4096).contains(value) {
            throw ValidationError("\(name) takes a number from 1 to 4096, not \(value).")
        }
    }

    func run() throws {
        let input = try input.read()
        let pooling = PicturePooling(size: size, stride: stride, kind: kind)
        try answer.write(defaultName: "\(input.stem)-\(kind)-\(size).png", source: input.path) {
            try about(input) { try pooling.answers(to: input.picture) }
        } show: { answers in
            try answers.png(.clip, telling: "\(kind) pooling, window \(size), stride \(pooling.stride)")
        }
    }

    private static func kind(_ text: String) throws -> PicturePooling.Kind { try chosen(text, "kind of pooling") }
}
