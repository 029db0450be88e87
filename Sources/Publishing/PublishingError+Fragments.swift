extension PublishingError.Problem {
    /// What is typed in a document where the problem is, the surest first.
    var fragments: [String] {
        switch self {
        case .mathematics(let error): error.fragments
        case .markdown(let error): error.fragments
        case .template, .script, .badLabPicture, .badName, .duplicateName, .unknownLesson, .wrongNumber, .missingFigure,
            .missingPage,
            .badFigureFile, .outputWithoutListing, .languagesDiffer, .noLanguage, .badSource, .badExport:
            []
        }
    }
}

extension TeXError {
    /// The formula, or what of it is wrong: a formula with a number of the run in it is typed otherwise.
    fileprivate var fragments: [String] {
        let wrong: [String] =
            switch problem {
            case .unknownCommand(let name, _): ["\\\(name)"]
            case .unknownEnvironment(let name, _): ["{\(name)}"]
            case .notLetters(let command), .missingArgument(let command): [command]
            case .unclosed(let opening): [opening]
            case .unexpected, .doubleScript, .tooDeep, .empty: []
            }
        return ["$\(formula)$", formula] + wrong + stretches
    }

    /// What stands between the numbers of the formula, the longest first.
    private var stretches: [String] {
        formula.split { $0.isNumber || ".,\u{202F}\u{A0}−".contains($0) }.map(String.init)
            .filter { $0.count > 3 }.sorted { $0.count > $1.count }
    }
}

extension MarkdownError {
    fileprivate var fragments: [String] {
        switch self {
        case .image(let text): ["](\(text))", "!["]
        case .strayDollar(let near): [near, "$"]
        case .strayTable(let line): [line]
        case .headingNotAllowed(let text): ["# \(text)", text]
        case .notOneLine(let text): [text]
        case .link(let target, _), .linkWithoutText(let target): ["](\(target))", target]
        case .unknownAnchor(let name, _): ["#\(name))", "#\(name)"]
        case .unknownLesson(let name, _): ["(\(name).html", "\(name).html"]
        case .tooDeep, .parserFailed: []
        }
    }
}
