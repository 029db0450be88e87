import Figures
import Imaging
import Languages
import Notebook
import Platform
import Storage

/// What the labs of a page need and share: pictures as data URIs, networks, named kernels, tables of colours. A block of data in
/// the page, which no policy forbids.
struct LabMaterial {
    /// The labs of the page.
    let labs: [Lab]

    /// The block; nothing where there is no lab.
    var markup: HTML {
        get throws(PublishingError.Problem) {
            guard !labs.isEmpty else { return HTML() }
            var pictures: [String: JSONText.Member] = [:]
            for picture in labs.compactMap(\.picture) where pictures[Self.name(of: picture)] == nil {
                let name = Self.name(of: picture)
                pictures[name] = .init(name, try Self.json(of: picture))
            }
            var parts: [String: JSONText] = [:]
            for part in labs.flatMap(\.parts.values) { parts[part.name] = part.value }
            let material = JSONText.object([
                .init("pictures", .object(pictures.sorted { $0.key < $1.key }.map(\.value))),
                .init("parts", .object(parts.sorted { $0.key < $1.key }.map { .init($0.key, $0.value) })),
                .init("kernels", .list(Kernel.named.map(\.json))),
                .init("colours", Self.colours),
            ])
            return HTML(
                trusted: "<script type=\"application/json\" class=\"lab-material\">\(material.inPage)</script>\n")
        }
    }

    /// What a picture is called, which depends on nothing but the picture.
    static func name(of picture: GrayImage) -> String {
        String(SHA256.hex(of: Array("\(picture.width) x \(picture.height) ".utf8) + picture.bytes).prefix(12))
    }

    /// The names of a lab's parts, by what its script calls them.
    static func names(ofPartsOf lab: Lab) -> String {
        JSONText.object(lab.parts.sorted { $0.key < $1.key }.map { .init($0.key, .text($0.value.name)) }).line
    }

    /// What a lab says, and how it writes numbers, in one language.
    static func words(in context: PageContext) -> HTML {
        let rules = context.format.language.rules
        let words = LabWord.allCases.map { JSONText.Member($0.rawValue, .text(context.words.lab($0))) }
        let numbers = JSONText.object([
            .init("mark", .text(context.format.decimalMark.character)), .init("group", .text(rules.groupSeparator)),
            .init("least", .whole(UInt64(max(1, rules.minimumGroupingDigits)))),
        ])
        return HTML(trusted: JSONText.object([.init("words", .object(words)), .init("numbers", numbers)]).inPage)
    }

    private static func json(of picture: GrayImage) throws(PublishingError.Problem) -> JSONText {
        let png: [UInt8]
        do { png = try PNG.encode(picture) } catch { throw .badLabPicture("\(error)") }
        return .object([
            .init("width", .whole(UInt64(picture.width))), .init("height", .whole(UInt64(picture.height))),
            .init("address", .text("data:image/png;base64," + Data(png).base64EncodedString())),
        ])
    }

    private static var colours: JSONText {
        func table(_ name: String, _ bytes: [UInt8]) -> JSONText.Member {
            .init(name, .text(Data(bytes).base64EncodedString()))
        }
        return .object([
            table("magnitude", ColorTables.magnitudes), table("light", ColorTables.signed(.light)),
            table("dark", ColorTables.signed(.dark)), table("angle", ColorTables.angles),
        ])
    }
}

extension Kernel {
    /// Its name, whole weights and what these are divided by: whole numbers add up exactly.
    fileprivate var json: JSONText {
        let divisor =
            (1...1024).first { divisor in
                weights.allSatisfy { abs($0 * Float(divisor) - ($0 * Float(divisor)).rounded()) < 1e-4 }
            } ?? 1
        return .object([
            .init("id", .text(id)),
            .init("weights", .list(weights.map { .number(Double(($0 * Float(divisor)).rounded())) })),
            .init("divisor", .whole(UInt64(divisor))),
        ])
    }
}

extension JSONText {
    /// The value in one line that may stand in an element: nothing in it ends that.
    fileprivate var inPage: String { line.replacing("<", with: "\\u003c") }
}
