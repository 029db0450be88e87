import Platform
import Languages
import Notebook
import Storage

/// What surrounds the text of every page: the head with its security policy, the bar, the notices, the foot.
///
/// Style sheet and script stand in each page, and the policy names their hashes: a page can be moved or mailed
/// alone, and nothing that somebody adds to it runs.
struct Shell {
    /// What pages without labs wear.
    private let plain: Dress
    private let resources: [String: String]

    /// Style sheet and script of a page, and the policy that lets in these and no other.
    private struct Dress {
        let style: HTML
        let script: HTML
        let policy: Policy

        init(style: String, script: String) {
            (self.style, self.script) = (HTML(trusted: style), HTML(trusted: script))
            policy = Policy(style: Shell.source(style), script: Shell.source(script))
        }

        /// The same with more in the style sheet.
        func adding(_ own: HTML) -> Dress {
            own.markup.isEmpty ? self : Dress(style: style.markup + own.markup, script: script.markup)
        }
    }

    /// The style sheet in the order of its parts: later ones may refine earlier ones.
    private static let styles = [
        "colours", "type", "frame", "search", "prose", "cells", "exercises", "figures", "lists", "paper",
    ]
    private static let scripts = ["course", "exercises", "enlarge", "paper", "fold", "search"]

    /// - Parameter resources: the room's text files by name.
    init(_ resources: [String: String]) throws(PublishingError.Problem) {
        let style = try Self.sheet(of: Self.styles, in: resources)
        let script = try Self.text(of: Self.scripts.map { $0 + ".js" }, in: resources)
        plain = Dress(style: style, script: script)
        self.resources = resources
        // What is wrong with a module is told before a page needs it.
        _ = try dress(for: Lab.Kind.allCases)
    }

    /// A style sheet of some parts, and what differs from them by night.
    static func sheet(
        of parts: [String], in resources: [String: String]
    ) throws(PublishingError.Problem) -> String {
        let night = try text(of: ["night.css"], in: resources)
        return try text(of: parts.map { $0 + ".css" }, in: resources) + NightStyle.sheet(night)
    }

    /// Some of the room's text files, one after another.
    static func text(
        of names: [String], in resources: [String: String]
    ) throws(PublishingError.Problem) -> String {
        var all = ""
        for name in names {
            guard let text = resources[name] else { throw .template(.unknown(template: name)) }
            all += text
        }
        return all
    }

    /// The module that starts labs of some kinds.
    private static func entry(_ kinds: [Lab.Kind]) -> String {
        let imports = kinds.map { "import { \($0.maker) } from \"./\($0.rawValue)-lab.js\";\n" }.joined()
        let makers = kinds.map { "\($0.rawValue): \($0.maker)" }.joined(separator: ", ")
        return "import { startLabs } from \"./labs.js\";\n\(imports)startLabs({ \(makers) });\n"
    }

    /// What a page with labs of some kinds wears.
    private func dress(for kinds: [Lab.Kind]) throws(PublishingError.Problem) -> Dress {
        let kinds = Lab.Kind.allCases.filter(kinds.contains)
        guard !kinds.isEmpty else { return plain }
        let style = try plain.style.markup + Self.text(of: ["labs.css"], in: resources)
        do throws(ScriptError) {
            let labs = try ScriptBundle.script(of: Self.entry(kinds), modules: resources)
            return Dress(style: style, script: plain.script.markup + labs)
        } catch {
            throw .script(error)
        }
    }

    /// What a page may load and run.
    private struct Policy {
        let style: String
        let script: String

        /// - Parameter loadsIndex: whether the page's script fetches what the search knows. `'strict-dynamic'` lets it,
        ///   and nobody else: a script that somebody writes into the page stays out wherever it lies, while 'self' and
        ///   `file:`, which is what some browsers want besides for a page opened from a disk, would let in all that
        ///   lie there.
        func text(loadsIndex: Bool) -> String {
            [
                "default-src 'none'", "img-src 'self' file: data:", "style-src '\(style)'",
                "script-src '\(script)'" + (loadsIndex ? " 'strict-dynamic'" : ""), "base-uri 'none'",
                "form-action 'none'",
            ].joined(separator: "; ")
        }
    }

    /// The hash source of Content Security Policy Level 3 for an inline element.
    static func source(_ text: String) -> String {
        let digits = Array(SHA256.hex(of: text))
        let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(digits[$0...$0 + 1]), radix: 16)
        }
        return "sha256-" + Data(bytes).base64EncodedString()
    }

    /// What a page says of itself.
    struct Description {
        /// The text of the browser's tab.
        var title: String
        /// A sentence for search engines and previews.
        var summary: String
        /// The page's place in the report.
        var path: String
        /// The same page in each language of the report; none for the page that all languages share.
        var versions: [(language: Language, address: String)]
        /// The list of lessons in the bar; none on the page that all languages share.
        var contents: Slot
        /// After how many seconds the page loads itself anew; nil for one that stays as it is.
        var refresh: Int?
        /// Names the look that the style sheet gives the page.
        var kind: String
        /// What the search knows, where the page holds that itself.
        var known: HTML?
        /// What readers play with on the page.
        var labs: [Lab] = []
        /// Whether the page is the one that all languages share; it says by itself what others have in the bar.
        var isEntrance: Bool { versions.isEmpty }
        /// Whether what the search knows lies beside the page.
        var loadsIndex: Bool { !isEntrance && known == nil }
    }

    /// A page of a site.
    func page(
        _ body: HTML, _ description: Description, in context: PageContext
    ) throws(PublishingError.Problem) -> [UInt8] {
        var slots = try head(description, in: context)
        slots.merge(edges(description, in: context)) { $1 }
        slots["body"] = .html(body)
        slots["labs"] = .html(try LabMaterial(labs: description.labs).markup)
        return Array(try context.fill("page", slots).markup.utf8)
    }

    /// What stands in the head of a file.
    ///
    /// - Parameter own: what the file's style sheet says besides.
    func head(
        _ description: Description, in context: PageContext, adding own: HTML = ""
    ) throws(PublishingError.Problem) -> Slots {
        let dress = try dress(for: description.labs.map(\.kind)).adding(own)
        let policy = dress.policy.text(loadsIndex: description.loadsIndex)
        return Self.head(
            title: description.title, summary: description.summary, policy: policy, dress.style, dress.script,
            in: context
        ).merging(
            [
                "kind": .text(description.kind), "alternates": alternates(description, in: context),
                "refresh": description.refresh.map { .list([["seconds": .text("\($0)")]]) } ?? .absent,
            ]) { $1 }
    }

    /// What stands in the head of every page, whatever surrounds its text.
    static func head(
        title: String, summary: String, policy: String, _ style: HTML, _ script: HTML, in context: PageContext
    ) -> Slots {
        [
            "language": .text(context.language.code),
            "rightToLeft": .flag(context.language.rules.direction == .rightToLeft),
            "policy": .text(policy), "title": .text(title), "summary": .text(summary),
            "alternates": .absent, "refresh": .absent,
            "authors": .list(context.report.signature.author.map { [["author": .text($0)]] } ?? []),
            "style": .html(style), "script": .html(script), "skip": .html(context.words.marked(.skip)),
        ]
    }

    /// What stands above and below the text, in one language.
    func edges(_ description: Description, in context: PageContext) -> Slots {
        let words = context.words
        let others = description.versions.filter { $0.language != context.language }
        return [
            "home": description.isEntrance ? .absent : .list([home(context)]),
            "search": description.isEntrance ? .absent : context.searchField(description.known),
            "contents": description.contents, "contentsLabel": .html(words.marked(.contents)),
            "lessonsLabel": .text(words[.lessons]), "languagesLabel": .text(words[.languages]),
            "switch": others.isEmpty ? .absent : .list([["others": .list(others.map(version))]]),
            "dark": .text(words[.dark]), "light": .text(words[.light]),
            "notice": description.isEntrance ? .absent : context.notices, "noticeLabel": .text(words[.notices]),
            "provenance": context.provenance, "provenanceLabel": .html(words.marked(.provenance)),
            "signature": context.signature,
        ]
    }

    /// The page's versions in other languages, for search engines: whole addresses, where the report has one.
    private func alternates(_ description: Description, in context: PageContext) -> Slot {
        guard let base = context.report.base, !description.versions.isEmpty else { return .absent }
        let name = description.path.split(separator: "/").last.map(String.init) ?? ""
        return .list(
            description.versions.map { version in
                [
                    "code": .text(version.language.code),
                    "address": .text("\(base)\(version.language.code)/\(name)"),
                ]
            })
    }

    private func home(_ context: PageContext) -> Slots {
        [
            "address": context.reach.holds(context.language.page("index"))
                ? .text(context.addresses.contents(in: context.language)) : .absent,
            "course": .text(context.text(context.report.title)),
        ]
    }

    private func version(_ version: (language: Language, address: String)) -> Slots {
        [
            "code": .text(version.language.code), "name": .text(version.language.endonym),
            "address": .text(version.address),
        ]
    }
}

extension Lab.Kind {
    /// The class that makes such labs, which the module of that name exports.
    fileprivate var maker: String {
        switch self {
        case .kernel: "KernelLab"
        case .digit: "DigitLab"
        case .pooling: "PoolingLab"
        case .replay: "ReplayLab"
        }
    }
}
