import Notebook

extension Glossary {
    /// The words of the course, in the order in which the lessons explain them.
    ///
    /// Each entry names the word's other forms too, so that a page links its first use whatever its number or gender.
    static let course = Glossary(
        pictures + filters + gradients + features + learning + training + examination + cleaning)
}
