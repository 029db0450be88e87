import Tensors
import TestSupport
import Testing

@Suite("A tensor", .limited)
struct TensorTests {
    @Test("keeps the last axis contiguous")
    func rowMajor() {
        var tensor = Tensor([2, 3, 4])
        tensor[1, 2, 3] = 5
        #expect(tensor.elements[23] == 5)
        tensor[0, 1, 0] = 7
        #expect(tensor.elements[4] == 7)
        #expect(tensor[0, 1, 0] == 7)
    }

    @Test("keeps its elements under another shape")
    func reshaped() {
        let tensor = Tensor([2, 3], [1, 2, 3, 4, 5, 6])
        #expect(tensor.reshaped(to: [3, 2])[2, 0] == 5)
    }

    @Test("writes its shape as teachers do")
    func description() {
        #expect(Shape([26, 26, 32]).description == "26x26x32")
        #expect(Shape([26, 26, 32]).count == 21_632)
    }
}
