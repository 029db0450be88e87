import CYAML

/// Reads YAML by libyaml's events.
///
/// What a document needs and no more: text, lists and mappings. Aliases are refused, since a few lines of them grow
/// to gigabytes; so are tags, keys that stand twice, and more levels than anybody writes by hand.
public enum YAMLReader {
    /// How deep lists and mappings may stand in each other.
    static let deepest = 16

    /// The piece of YAML that a text holds; nil where it holds nothing.
    ///
    /// - Parameters:
    ///   - file: its name, for errors.
    ///   - firstLine: the number of the text's first line in the file.
    /// - Throws: ``DocumentError`` for the first fault.
    public static func node(of text: String, file: String, firstLine: Int = 1) throws(DocumentError) -> YAMLNode? {
        var outcome: Result<YAMLNode?, DocumentError> = .success(nil)
        var copy = text
        copy.withUTF8 { bytes in
            let events = Events(file: file, firstLine: firstLine)
            guard events.begin(bytes) else {
                outcome = .failure(DocumentError(file: file, line: firstLine, "there is no memory to read this with"))
                return
            }
            outcome = Result { () throws(DocumentError) in try events.document() }
            events.end()
        }
        return try outcome.get()
    }
}

/// libyaml's events, one after another.
private struct Events {
    let file: String
    let firstLine: Int
    /// libyaml's structures hold pointers to themselves, so they stay where they are.
    private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    private let event = UnsafeMutablePointer<yaml_event_t>.allocate(capacity: 1)

    init(file: String, firstLine: Int) {
        self.file = file
        self.firstLine = firstLine
    }

    func begin(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard yaml_parser_initialize(parser) != 0 else { return false }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
        return true
    }

    func end() {
        yaml_parser_delete(parser)
        parser.deallocate()
        event.deallocate()
    }

    private struct Event {
        enum Kind {
            case text(String, isLiteral: Bool)
            case sequence
            case mapping
            case end
            case frame
            case finished
        }

        let kind: Kind
        let line: Int
    }

    private func fault(_ mark: yaml_mark_t, _ problem: String) -> DocumentError {
        DocumentError(file: file, line: firstLine + Int(mark.line), column: Int(mark.column) + 1, problem)
    }

    private func next() throws(DocumentError) -> Event {
        guard yaml_parser_parse(parser, event) != 0 else {
            let problem = parser.pointee.problem.map { String(cString: $0) } ?? "no memory"
            let context = parser.pointee.context.map { String(cString: $0) + ", " } ?? ""
            throw fault(parser.pointee.problem_mark, "this is no YAML: \(context)\(problem)")
        }
        defer { yaml_event_delete(event) }
        let (mark, kind) = (event.pointee.start_mark, event.pointee.type)
        func made(_ kind: Event.Kind) -> Event { Event(kind: kind, line: firstLine + Int(mark.line)) }
        switch kind {
        case YAML_SCALAR_EVENT:
            let scalar = event.pointee.data.scalar
            if scalar.tag != nil { throw fault(mark, "tags (`!`) mean nothing here; leave this one out") }
            if scalar.anchor != nil { throw fault(mark, "anchors (`&`) mean nothing here; write the text out") }
            let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
            return made(.text(text, isLiteral: scalar.style == YAML_LITERAL_SCALAR_STYLE))
        case YAML_SEQUENCE_START_EVENT: return made(.sequence)
        case YAML_MAPPING_START_EVENT: return made(.mapping)
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return made(.end)
        case YAML_ALIAS_EVENT: throw fault(mark, "aliases (`*`) mean nothing here; write the text out")
        case YAML_STREAM_END_EVENT: return made(.finished)
        default: return made(.frame)
        }
    }

    /// The one document of a stream.
    func document() throws(DocumentError) -> YAMLNode? {
        var found: YAMLNode?
        while true {
            let event = try next()
            switch event.kind {
            case .frame: continue
            case .finished: return found
            default:
                guard found == nil else {
                    throw DocumentError(file: file, line: event.line, "a second piece of YAML; one is wanted")
                }
                found = try node(from: event, depth: 0)
            }
        }
    }

    private func node(from event: Event, depth: Int) throws(DocumentError) -> YAMLNode? {
        guard depth < YAMLReader.deepest else {
            throw DocumentError(
                file: file, line: event.line, "lists and mappings in each other, more than \(YAMLReader.deepest) deep")
        }
        switch event.kind {
        case .text(let text, let isLiteral): return YAMLNode(.scalar(text), line: event.line, isLiteral: isLiteral)
        case .sequence:
            var members: [YAMLNode] = []
            while let member = try node(from: try next(), depth: depth + 1) { members.append(member) }
            return YAMLNode(.sequence(members), line: event.line)
        case .mapping: return YAMLNode(.mapping(try entries(depth)), line: event.line)
        case .end, .frame, .finished: return nil
        }
    }

    private func entries(_ depth: Int) throws(DocumentError) -> [YAMLNode.Entry] {
        var entries: [YAMLNode.Entry] = []
        var lines: [String: Int] = [:]
        while let key = try node(from: try next(), depth: depth + 1) {
            guard let name = key.text, !name.isEmpty else {
                throw DocumentError(file: file, line: key.line, "a key must be a word")
            }
            if let earlier = lines.updateValue(key.line, forKey: name) {
                throw DocumentError(file: file, line: key.line, "the key “\(name)” is in line \(earlier) already")
            }
            guard let value = try node(from: try next(), depth: depth + 1) else {
                throw DocumentError(file: file, line: key.line, "the key “\(name)” has no value")
            }
            entries.append(YAMLNode.Entry(key: name, line: key.line, value: value))
        }
        return entries
    }
}
