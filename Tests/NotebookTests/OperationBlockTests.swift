import Documents
import Figures
import Foundation
import Imaging
import Languages
import TestSupport
import Testing

@testable import Notebook

@Suite("A lesson that is its documents alone", .limited)
struct OperationBlockTests {
    private static let front = """
        ---
        title: Week 3
        question: What is left of a step?
        goals: [See an edge]
        minutes: 5
        ---

        """

    /// A page with the given body in English alone, and a picture of a step beside it.
    private func page(_ body: String) throws -> Page {
        try withFolder { folder in
            var step = ColorImage(width: 8, height: 6, repeating: .black)
            for row in 0..<6 { for column in 4..<8 { step[row, column] = .init(red: 100, green: 100, blue: 100) } }
            try Data(PNG.encode(step)).write(to: folder.appending(path: "step.png"))
            try Data("text".utf8).write(to: folder.appending(path: "notes.png"))
            let curriculum = try Curriculum(
                [CourseLesson(documents: "week3")], listings: [:],
                documents: DocumentLibrary(sample: ["week3.en.md": Self.front + body]),
                files: BlockFiles(folder))
            return try curriculum.page(
                at: 0,
                using: Course(
                    settings: .sketch, store: ResultStore(folder: folder.appending(path: "store")), threads: 2))
        }
    }

    private static func block(_ line: String, caption: String = "What is left.") -> String {
        """
        :::{\(line)
        ---
        title: What is left
        alt: A line.
        ---
        \(caption)
        :::
        """
    }

    @Test("blocks make figures, and offer values that a page may read")
    func figures() throws {
        let page = try page(
            Self.block("convolve} outline image=step.png kernel=sobel-x gray=yes") + "\n\n"
                + "From {outline_minimum, number, integer} to {outline_maximum, number, integer}; "
                + "{outline_negative, number, percent} below zero.\n\n"
                + Self.block("pool} small image=step.png size=3", caption: "{small_width} by {small_height}."))
        #expect(page.figures.map(\.id) == ["outline", "small"])
        let text = page.cells.compactMap { if case .prose(let text) = $0 { text } else { nil } }
        #expect(text[0].text(in: NumberFormat(.en)) == "From 0 to 400; 0% below zero.")
        #expect(page.figures[1].caption.text(in: NumberFormat(.en)) == "2 by 2.")
        #expect(try page.figures[0].figure() is BeforeAfter)
        #expect(try page.figures[1].figure() is Pictures)
    }

    @Test("a lab is a figure that a page may put something to play with in the place of")
    func lab() throws {
        let page = try page(
            Self.block("lab} kernel image=step.png kernel=sobel-x negative=signed") + "\n\n"
                + Self.block("lab} kernel id=crests show=canny low=20 high=60"))
        #expect(page.figures.map(\.id) == ["kernel-lab", "crests"])
        let first = try #require(page.figures[0].lab)
        #expect(first.kind == .kernel && (first.picture?.width, first.picture?.height) == (8, 6))
        #expect(first.state == "show=kernel&kernel=sobel-x&border=replicate&negative=signed&low=40&high=110")
        #expect(try page.figures[0].figure() is BeforeAfter)
        // Without a picture of the author's it is about the course's, which may be the reader's own.
        #expect(page.figures.map(\.showsPicture) == [false, true])
        #expect(try page.figures[1].figure() is Pictures)
    }

    @Test("what a lab shows at first has a figure of its kind")
    func labFigures() throws {
        for (show, isFigure) in [
            ("magnitude", { $0 is ValueMap }), ("angle", { $0 is AngleMap }), ("canny", { $0 is Pictures }),
        ] as [(String, (any Figure) -> Bool)] {
            let page = try page(Self.block("lab} kernel image=step.png show=\(show)"))
            #expect(try isFigure(page.figures[0].figure()), "\(show)")
        }
    }

    @Test("text and pictures alone are a lesson")
    func picture() throws {
        let page = try page("Look.\n\n" + Self.block("picture} step image=step.png"))
        #expect(page.figures.map(\.id) == ["step"])
    }

    @Test("edges and their share")
    func edges() throws {
        let page = try page(
            Self.block(
                "edges} lines image=step.png low=20 high=60 sigma=0 show=magnitude",
                caption: "{lines_share, number, ::%x100 .0}, at most {lines_strongest, number, integer}."))
        // One column of eight; four times the step.
        #expect(page.figures[0].caption.text(in: NumberFormat(.en)) == "12.5%, at most 400.")
        #expect(try page.figures[0].figure() is ValueMap)
    }

    @Test("sigma=0 does not smooth, and without it Canny does")
    func smoothing() throws {
        func share(_ sigma: String) throws -> String {
            let page = try page(
                Self.block(
                    "edges} lines image=step.png low=390 high=390\(sigma)",
                    caption: "{lines_share, number, ::%x100 .0}."))
            return page.figures[0].caption.text(in: NumberFormat(.en))
        }
        // The step's magnitude is 400; a smoothed one is less steep.
        #expect(try share(" sigma=0") == "12.5%.")
        #expect(try share("") == "0.0%.")
    }

    @Test(
        "what is wrong is told with file, line and what may have been meant",
        arguments: [
            ("convolve} outline image=step.png kernel=sobel-z", "week3.en.md:7:", "sobel-x"),
            ("convolve} outline image=stp.png kernel=sobel-x", "week3.en.md:7:", "step.png"),
            ("convolve} outline image=notes.png kernel=sobel-x", "week3.en.md:7:", "notes.png"),
            ("convolve} outline image=../step.png kernel=sobel-x", "week3.en.md:7:", "leads out"),
            ("convolve} outline image=/etc/passwd kernel=sobel-x", "week3.en.md:7:", "leads out"),
            ("convolve} outline image=step.png", "week3.en.md:7:", "kernel=sobel-x"),
            ("convolve} outline image=step.png kernal=sobel-x", "week3.en.md:7:", "kernel"),
            ("convolve} outline image=step.png kernel=sobel-x border=mirror", "week3.en.md:7:", "reflect"),
            ("convolve} image=step.png kernel=sobel-x", "week3.en.md:7:", "no name"),
            ("convolve}", "week3.en.md:7:", "a name is wanted"),
            ("convolve} outline image=\"step.png kernel=sobel-x", "week3.en.md:7:", "never closed"),
            ("pool} small image=step.png size=9", "week3.en.md:7:", "9 x 9"),
            ("pool} small image=step.png size=two", "week3.en.md:7:", "no whole number"),
            ("pool} small image=step.png size=2.5", "week3.en.md:7:", "no whole number from 1 to 4096"),
            ("pool} small image=step.png stride=0", "week3.en.md:7:", "no whole number from 1 to 4096"),
            ("pool} small imag=step.png", "week3.en.md:7:", "where “imag” is now"),
            ("pool small image=step.png}", "week3.en.md:7:", "only the kind stands in the braces: {pool}"),
            ("edges} lines image=step.png show=cany", "week3.en.md:7:", "canny"),
            ("convolv} outline image=step.png kernel=sobel-x", "week3.en.md:7:", "convolve"),
            ("lab}", "week3.en.md:7:", "what is played with"),
            ("lab} kernal", "week3.en.md:7:", "kernel"),
            ("lab} kernel kernel=sobel-z", "week3.en.md:7:", "sobel-x"),
            ("lab} kernel kernel=0,1,0;1,1,1;0,1,0", "week3.en.md:7:", "has a name"),
            ("lab} kernel image=stp.png", "week3.en.md:7:", "step.png"),
            ("lab} kernel show=cany", "week3.en.md:7:", "canny"),
            ("lab} kernel low=60 high=20", "week3.en.md:7:", "is over"),
            ("lab} kernel low=-1", "week3.en.md:7:", "no whole number from 0 to 600"),
            ("lab} kernel divisor=2", "week3.en.md:7:", "no use for “divisor”"),
        ])
    func faults(line: String, place: String, hint: String) {
        let error = caught((any Error).self) { try page(Self.block(line)) }
        let words = error.map { "\($0)" } ?? "no error"
        #expect(words.contains(place) && words.contains(hint), "\(words)")
    }

    @Test("a slot that no block offers is an error with the near miss")
    func slot() {
        let error = caught((any Error).self) {
            try page(Self.block("pool} small image=step.png", caption: "{small_widht} wide."))
        }
        #expect(error.map { "\($0)" }?.contains("small_width") == true, "\(error.map { "\($0)" } ?? "none")")
    }
}

@Suite("The order of a course with lessons of one's own", .limited)
struct LessonOrderTests {
    private func ids(_ file: String?) throws -> [String] {
        try LessonOrder(
            taught: ["pixels", "kernels", "edges"], own: ["week4", "week3"],
            files: file.map { ["course.yml": $0] } ?? [:]
        ).ids
    }

    @Test("without a file one's own come last, by their names")
    func without() throws { #expect(try ids(nil) == ["pixels", "kernels", "edges", "week3", "week4"]) }

    @Test("what the file names comes first, in its order; the rest follows")
    func order() throws {
        #expect(try ids("lessons: [pixels, week3]\n") == ["pixels", "week3", "kernels", "edges", "week4"])
        #expect(try ids("lessons:\n  - week4\n  - edges\n") == ["week4", "edges", "pixels", "kernels", "week3"])
    }

    @Test(
        "a wrong file is told with its line",
        arguments: [
            ("lessons: [pixels, wek3]", "course.yml:1:", "week3"), ("lessons:\n  - edges\n  - edges\n", ":3:", "twice"),
            ("lesson: [edges]", ":1:", "lessons"), ("lessons: edges", ":1:", "list"), ("", ":1:", "list"),
        ])
    func wrong(file: String, place: String, hint: String) {
        let error = caught(DocumentError.self) { try ids(file) }
        #expect(error.map { "\($0)" }?.contains(place) == true && "\(error as Any)".contains(hint), "\(error as Any)")
    }
}
