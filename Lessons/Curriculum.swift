import Notebook

extension Curriculum {
    /// The course: every lesson in the order in which it is taught. A new lesson is a folder and a line here.
    public static let course = Curriculum(
        [
            Pixels.self,
            Kernels.self,
            Edges.self,
            Gradients.self,
            Pooling.self,
            Networks.self,
            MNIST.self,
            Baseline.self,
            CNN.self,
            Dropout.self,
            Compact.self,
            Inside.self,
            Experiments.self,
            Denoising.self,
        ],
        listings: EmbeddedListings.all, glossary: .course)
}
