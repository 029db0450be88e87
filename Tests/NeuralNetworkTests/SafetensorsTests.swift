import NeuralNetwork
import Tensors
import TestSupport
import Testing

@Suite("Weights on disk", .limited)
struct SafetensorsTests {
    private func file(_ header: String, data: Int = 8, announced: UInt64? = nil) -> [UInt8] {
        let count = announced ?? UInt64(header.utf8.count)
        return (0..<8).map { UInt8(truncatingIfNeeded: count >> (8 * $0)) } + Array(header.utf8)
            + Array(repeating: 0, count: data)
    }

    private func error(_ bytes: [UInt8]) -> SafetensorsError? {
        do throws(SafetensorsError) { _ = try Safetensors(decoding: bytes) } catch { return error }
        return nil
    }

    @Test("come back as they went, metadata and order too")
    func roundTrip() throws {
        var parameters = Parameters()
        parameters["conv2d.kernel"] = Tensor([2, 1], [1.5, -0.0])
        parameters["a.bias"] = Tensor([3], [.infinity, 1e-30, 3])
        let written = Safetensors(parameters, metadata: ["seed": "1", "quote": "a \"b\" \\ \n ñ"])
        let bytes = written.encoded()
        let read = try Safetensors(decoding: bytes)
        #expect(read == written)
        #expect(read.parameters.names == ["conv2d.kernel", "a.bias"])
        #expect(read.encoded() == bytes)
        #expect(bytes == written.encoded())
    }

    @Test("are laid out as the format says")
    func layout() throws {
        var parameters = Parameters()
        parameters["w"] = Tensor([1], [1])
        let bytes = Safetensors(parameters).encoded()
        #expect(Array(bytes.suffix(4)) == [0, 0, 0x80, 0x3F])
        let header = Int(bytes[0]) + Int(bytes[1]) << 8
        #expect(bytes.count == 8 + header + 4)
        #expect((8 + header).isMultiple(of: 8))
        let text = String(decoding: bytes[8..<8 + header], as: UTF8.self)
        #expect(text.contains("\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}"))
    }

    @Test("are refused at any length but their own")
    func truncated() throws {
        var parameters = Parameters()
        parameters["w"] = Tensor([4], [1, 2, 3, 4])
        let bytes = Safetensors(parameters).encoded()
        for length in 0..<bytes.count { #expect(error(Array(bytes.prefix(length))) != nil) }
        #expect(error(bytes + [0]) == .trailingBytes(1))
    }

    @Test("are refused once a number was changed")
    func checksum() throws {
        var parameters = Parameters()
        parameters["w"] = Tensor([1], [1])
        var bytes = Safetensors(parameters).encoded()
        bytes[bytes.count - 1] ^= 1
        guard case .checksum = error(bytes) else {
            Issue.record("a changed number went unnoticed")
            return
        }
    }

    @Test("are refused with a reason where the header lies")
    func hostile() {
        func tensor(_ name: String, _ shape: String, _ offsets: String, type: String = "F32") -> String {
            "\"\(name)\":{\"dtype\":\"\(type)\",\"shape\":[\(shape)],\"data_offsets\":[\(offsets)]}"
        }
        #expect(error(file("{}", announced: .max)) == .headerTooLarge(bytes: .max, limit: 1 << 24))
        #expect(error(file("{}", announced: 1 << 20)) == .truncated(expected: 8 + 1 << 20, found: 18))
        for garbage in ["", "[1]", "{\"a\":1}", "{\"a\":{\"dtype\":\"F32\",\"shape\":[1e99],\"data_offsets\":[0,4]}}"] {
            #expect(error(file(garbage)) == .headerNotJSON(reason: "it is not a JSON object of tensors"))
        }
        #expect(error(file("{\(tensor("a", "4", "0,8", type: "F16"))}")) == .wrongType(tensor: "a", type: "F16"))
        #expect(
            error(file("{\(tensor("a", "1", "0,4")),\(tensor("b", "1", "2,6"))}", data: 6))
                == .overlapping(tensor: "b", other: "a"))
        #expect(error(file("{\(tensor("a", "1", "4,8"))}")) == .gap(at: 0))
        #expect(error(file("{\(tensor("a", "-1", "0,4"))}")) == .invalidShape(tensor: "a"))
        #expect(
            error(file("{\(tensor("a", "4611686018427387904,4", "0,4"))}")) == .invalidShape(tensor: "a"))
        #expect(
            error(file("{\(tensor("a", "1", "8,4"))}"))
                == .invalidRange(tensor: "a", reason: "its offsets are not a range"))
        #expect(error(file("{\(tensor("a", "3", "0,8"))}")) != nil)
        #expect(error(file("{\(tensor("a", "2", "0,8"))}", data: 4)) != nil)
    }

    @Test("fit the model that they came from and no other")
    func model() throws {
        let small = Model(name: "small", input: [4, 4, 1], layers: [.flatten, .dense(2, activation: .softmax)])
        let network = try Network(small, seed: 1)
        #expect(try Network(small, parameters: network.parameters) == network)
        let wider = Model(name: "wider", input: [4, 4, 1], layers: [.flatten, .dense(3, activation: .softmax)])
        #expect(throws: TrainingError.self) { try Network(wider, parameters: network.parameters) }
        var missing = network.parameters
        missing["dense.bias"] = nil
        #expect(throws: TrainingError.self) { try Network(small, parameters: missing) }
        var more = network.parameters
        more["dense_1.bias"] = Tensor([1])
        #expect(throws: TrainingError.self) { try Network(small, parameters: more) }
    }
}
