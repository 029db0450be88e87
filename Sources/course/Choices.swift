import ArgumentParser
import Languages
import NeuralNetwork
import Notebook

// What people choose by name, and what they are told where nothing has that name.

extension ValidationError {
    /// Nothing has the name that was typed: asks for what is near, or lists what there is.
    ///
    /// - Parameter what: what was asked for, with its name, such as “theme “drak””.
    init(no what: String, for typed: String, among known: [String]) {
        let list = known.joined(separator: known.count == 2 ? " and " : ", ")
        self.init("there is no \(what); \(NearMisses.hint(for: typed, in: known, otherwise: "there are \(list)"))")
    }
}

extension CourseModels {
    /// The network of the syllabus that was asked for.
    ///
    /// - Parameter besides: what else was looked for.
    static func chosen(_ name: String, besides: String = "") throws -> CourseModel {
        guard let model = named(name) else {
            let known = all.map(\.name)
            let list = known.joined(separator: ", ")
            throw ValidationError(
                "there is no network “\(name)”\(besides); "
                    + NearMisses.hint(for: name, in: known, otherwise: "the networks are \(list)"))
        }
        return model
    }
}

extension Curriculum {
    /// The places of the lessons that were asked for, in that order.
    func chosen(_ ids: [String]) throws -> [Int] {
        try ids.map { id in try usage { () throws(CourseError) in try index(of: id) } }
    }
}

/// Runs `body`; where it asked for something that does not exist, that is the command's fault: exit 64.
func usage<Value>(_ body: () throws(CourseError) -> Value) throws -> Value {
    do {
        return try body()
    } catch {
        if error.isUsage { throw ValidationError(error.description) }
        throw error
    }
}

/// One of a few words.
///
/// - Parameter what: what they name, for the message.
/// - Throws: `ValidationError` with the near miss or all words.
func chosen<Choice: CaseIterable & RawRepresentable>(_ text: String, _ what: String) throws -> Choice
where Choice.RawValue == String {
    guard let choice = Choice(rawValue: text.lowercased()) else {
        throw ValidationError(no: "\(what) “\(text)”", for: text, among: Choice.allCases.map(\.rawValue))
    }
    return choice
}
