import Datasets
import Foundation
import Languages
import Lessons
import Notebook
import TestSupport
import Testing

@Suite("The course's own lessons", .limited)
struct CurriculumTests {
    private let curriculum: Curriculum

    init() throws { curriculum = try .course }

    /// The lessons that need neither data nor training, written once.
    private func untrainedPages() throws -> [Page] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "lessons-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let course = Course(
            settings: RunSettings(seed: 1, isQuick: true, digits: DatasetSource(.mnist, from: .drawn(seed: 1))),
            store: ResultStore(folder: folder), threads: 1)
        return try curriculum.lessons.indices.filter { curriculum.lessons[$0].units.isEmpty }.map {
            try curriculum.page(at: $0, using: course)
        }
    }

    @Test("the figures of the syllabus are there, under the syllabus's ids")
    func figures() {
        let syllabus: [String: Set<String>] = [
            "pixels": ["scene", "channels", "zoom", "window", "profile"],
            "kernels": [
                "overlay", "slide", "identity", "boxsum", "blur", "gaussian", "sharpen", "borders", "flip", "hanging",
                "kernel-lab",
            ],
            "edges": ["similar", "different", "laplacian", "negatives", "gallery", "kernel-lab"],
            "gradients": [
                "sobel", "straight", "magnitude", "angle", "arrows", "orientations", "canny", "thresholds",
                "kernel-lab",
            ],
            "pooling": ["relu", "maxpool", "average", "shrink", "flatten", "pipeline"],
            "channels": ["sum", "slide", "rgb", "maps"],
            "start": ["way"],
            "networks": ["neuron", "layers", "activations", "softmax"],
            "learning": [
                "crossentropy", "backpropagation", "convolution", "maxpool", "descent", "sobel", "dropout",
            ],
            "sources": ["memory"],
            "mnist": ["first9", "digits", "classes", "intensities", "means", "variety", "onehot"],
            "baseline": ["architecture", "curves", "weights", "shuffled"],
            "dropout": ["architecture", "curves", "confusion", "predictions", "overfitting"],
            "compact": ["summary", "curves", "confusion", "series", "parameters"],
            "cnn": [
                "architecture", "curves", "kernels", "confusion", "digit5", "mistakes", "perclass", "digit-lab",
            ],
            "inside": ["filters", "maps1", "maps2", "walk", "onemap", "patches", "occlusion", "digit-lab"],
            "experiments": ["compare", "kernelsize", "filters", "pooling", "trainsize", "shift", "test"],
            "denoising": [
                "classes", "distribution", "intensities", "normalized", "noisy", "noisehist", "architecture", "curves",
                "triptych", "mse", "worst", "noises", "latent",
            ],
        ]
        for lesson in curriculum.descriptions {
            #expect(Set(lesson.figures) == syllabus[lesson.id])
        }
        #expect(Set(curriculum.descriptions.map(\.id)) == Set(syllabus.keys))
    }

    @Test("no unit reads the drawn scene: Cairo decides its pixels, and no unit's key tells of them")
    func units() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Lessons")
        let paths = try #require(FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String])
        var units = 0
        for path in paths where path.hasSuffix(".swift") {
            let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
            guard text.contains("CourseMeasurement(") else { continue }
            units += 1
            #expect(!text.contains(".scene"), "\(path)")
        }
        #expect(units >= 10)
    }

    @Test("every mark in a lesson's folder is shown by its page")
    func marks() throws {
        for page in try untrainedPages() {
            let shown = page.cells.compactMap { cell -> String? in
                guard case .code(let listing) = cell, listing.file.hasPrefix("Lessons/") else { return nil }
                return listing.name
            }
            let marked = curriculum.listingNames(of: page.lesson.id)
            #expect(Set(shown.map { "\(page.lesson.id)/\($0)" }) == Set(marked), "\(page.lesson.id)")
        }
    }

    @Test("every text of every page says something in both languages, and not the same sentence")
    func languages() throws {
        for page in try untrainedPages() {
            for cell in page.cells {
                let texts: [Localized] =
                    switch cell {
                    case .prose(let text): [text]
                    case .figure(let figure): [figure.title, figure.caption, figure.alternative]
                    case .question(let question, let answer): [question, answer]
                    case .attempt(_, let purpose): [purpose]
                    default: []
                    }
                for text in texts {
                    #expect(!text.en.isEmpty && !text.es.isEmpty)
                    #expect(text.text(in: NumberFormat(.en)) != text.text(in: NumberFormat(.es)))
                }
            }
        }
    }

    @Test("an alternative text is sentences, for whoever hears it: a capital, and a full stop at the end")
    func alternatives() throws {
        for page in try untrainedPages() {
            for (figure, language) in page.figures.flatMap({ figure in Language.allCases.map { (figure, $0) } }) {
                let text = figure.alternative.text(in: NumberFormat(language))
                #expect(text.hasSuffix("."), "\(figure.id): \(text)")
                for sentence in text.split(separator: ". ") {
                    #expect(sentence.first?.isLowercase == false, "\(figure.id): \(sentence)")
                }
            }
        }
    }

    @Test("no two units of the course share a name")
    func unitNames() {
        for lesson in curriculum.lessons {
            let units = lesson.units.map(\.name)
            #expect(Set(units).count == units.count, "\(lesson.id)")
        }
        // Of one name there is one unit, however many lessons use it.
        let inputs = Dictionary(grouping: curriculum.units, by: \.name).mapValues { Set($0.map { "\(type(of: $0))" }) }
        #expect(inputs.values.allSatisfy { $0.count == 1 })
    }

    @Test("a network's inputs name all that its numbers depend on")
    func inputs() {
        let settings = RunSettings(seed: 1, isQuick: false, digits: DatasetSource(.mnist, from: .drawn(seed: 1)))
        var other = settings
        other.seed = 2
        var quick = settings
        quick.isQuick = true
        let real = RunSettings(
            seed: 1, isQuick: false, digits: DatasetSource(.mnist, from: .folder(URL(filePath: "/anywhere"))),
            garments: DatasetSource(.fashionMNIST, from: .folder(URL(filePath: "/anywhere"))))
        for unit in curriculum.lessons.flatMap({ $0.units }) where unit.usesTraining {
            let keys = [settings, other, quick, real].map { unit.key(in: $0).digest }
            #expect(Set(keys).count == keys.count, "\(unit.name)")
        }
    }
}
