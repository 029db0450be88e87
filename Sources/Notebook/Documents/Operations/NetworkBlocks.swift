import Datasets

/// What blocks show of networks. The lessons above know how to examine and draw them; this room knows which block wants
/// what.
public struct NetworkBlocks: Sendable {
    /// The names of the figures that there are of a network.
    let figures: @Sendable (Training) -> [String]
    /// What is computed of a network and kept, besides its training.
    let units: @Sendable (Training) -> [any CourseUnit]
    /// All that there is to show of a network once it is trained: a figure under each of its names, and values.
    let trained: @Sendable (Training, Course) throws -> Material
    /// What a network answers to a picture: the figure ``answer``, and values.
    let answered: @Sendable (OwnPicture, DatasetDescription) throws -> Material

    /// The name of the figure of an answer.
    public static let answer = "answer"

    /// - Parameters:
    ///   - figures: the names of the figures that there are of a network, known before it is trained.
    ///   - units: what is computed of a network and kept, besides its training.
    ///   - trained: all that there is to show of it; its units are computed where they are not stored.
    ///   - answered: what a network answers to a picture, and the data that it learnt from, which name its classes.
    public init(
        figures: @escaping @Sendable (Training) -> [String], units: @escaping @Sendable (Training) -> [any CourseUnit],
        trained: @escaping @Sendable (Training, Course) throws -> Material,
        answered: @escaping @Sendable (OwnPicture, DatasetDescription) throws -> Material
    ) {
        (self.figures, self.units, self.trained, self.answered) = (figures, units, trained, answered)
    }

    /// For curricula whose documents have no such blocks.
    public static let none = NetworkBlocks(
        figures: { _ in [] }, units: { _ in [] }, trained: { _, _ in Material() }, answered: { _, _ in Material() })
}
