import NeuralNetwork
import Tensors
import TestSupport
import Testing

@Suite("A model", .limited)
struct ModelTests {
    @Test("the course's networks have the parameters that the course names")
    func parameterCounts() throws {
        let expected = [
            "baseline": 101_770, "cnn": 225_034, "dropout": 225_034, "compact": 34_826, "denoising": 74_497,
        ]
        for course in CourseModels.all { #expect(try course.model.parameterCount == expected[course.name]) }
        #expect(CourseModels.named("cnn")?.training.batch == 32)
        #expect(CourseModels.named("nothing") == nil)
    }

    @Test("is summarised as Keras does")
    func summary() throws {
        let rows = try CourseModels.cnn.model.summary()
        #expect(
            rows.map(\.name) == [
                "conv2d", "max_pooling2d", "conv2d_1", "max_pooling2d_1", "flatten", "dense", "dense_1",
            ])
        #expect(rows.map(\.parameters) == [320, 0, 18_496, 0, 0, 204_928, 1_290])
        #expect(
            rows.map(\.output.description) == ["26x26x32", "13x13x32", "11x11x64", "5x5x64", "1600", "128", "10"])
        #expect(rows[0].multiplyAdds == 194_688 && rows[2].multiplyAdds == 2_230_272)
    }

    @Test("names the layer that does not fit, and says what to do")
    func errors() {
        func error(_ layers: [Layer]) -> ModelError? {
            do throws(ModelError) { _ = try Model(name: "m", layers: layers).resolved() } catch { return error }
            return nil
        }
        #expect(error([]) == .noLayers(model: "m"))
        #expect(error([.dense(10)]) == .wrongRank(layer: "dense", expected: 1, input: [28, 28, 1]))
        #expect(error([.flatten, .maxPool2D(2)]) == .wrongRank(layer: "max_pooling2d", expected: 3, input: [784]))
        #expect(
            error([.conv2D(filters: 1, kernel: 29)])
                == .windowTooLarge(layer: "conv2d", window: 29, input: [28, 28, 1]))
        #expect(error([.flatten, .dropout(1)]) != nil)
        #expect(error([.conv2D(filters: 0, kernel: 3)]) != nil)
        #expect(error([.conv2D(filters: 1, kernel: 3, stride: 0)]) != nil)
        #expect(error([.flatten, .dense(1 << 15), .dense(1 << 15)]) == .tooLarge(layer: "dense_1", limit: 1 << 27))
        #expect(error([.dense(10)])?.description.contains(".flatten") == true)
    }

    @Test("has a description that tells any two models apart and no name in it")
    func canonical() {
        let one = Model(name: "a", layers: [.flatten, .dense(10, activation: .softmax)])
        let same = Model(name: "b", layers: [.flatten, .dense(10, activation: .softmax)])
        let other = Model(name: "a", layers: [.flatten, .dense(10, activation: .sigmoid)])
        #expect(one.canonicalDescription == same.canonicalDescription)
        #expect(one.canonicalDescription != other.canonicalDescription)
        #expect(Set(CourseModels.all.map(\.model.canonicalDescription)).count == 5)
        #expect(
            one.canonicalDescription
                == "model 1\ninput 28x28x1\nFlatten\nDense units=10 activation=softmax initialisation=glorotUniform\n")
    }
}
