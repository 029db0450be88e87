import Imaging
import TestSupport
import Testing

@Suite("Kernels", .limited)
struct KernelTests {
    @Test("the names are those that the course prints")
    func names() {
        #expect(
            Kernel.named.map(\.id) == [
                "identity", "box-sum", "box-blur", "gaussian3", "gaussian5", "sharpen", "laplacian8", "laplacian4",
                "sobel-x", "sobel-y", "prewitt-x", "prewitt-y", "emboss",
            ])
    }

    @Test("kernels that blur or sharpen keep the brightness; kernels that find edges forget it")
    func sums() {
        for id in ["identity", "box-blur", "gaussian3", "gaussian5", "sharpen", "emboss"] {
            let kernel = Kernel.named.first { $0.id == id }
            #expect(abs((kernel?.sum ?? 0) - 1) < 1e-6, "\(id)")
        }
        for id in ["laplacian8", "laplacian4", "sobel-x", "sobel-y", "prewitt-x", "prewitt-y"] {
            #expect(Kernel.named.first { $0.id == id }?.sum == 0, "\(id)")
        }
        #expect(Kernel.boxSum.sum == 9)
    }

    @Test("the Gaussian's middle is 36/256, its corner 1/256")
    func gaussian() {
        #expect(Kernel.gaussian5[2, 2] == 36.0 / 256)
        #expect(Kernel.gaussian5[0, 4] == 1.0 / 256)
        #expect(Kernel.gaussian5[1, 2] == 24.0 / 256)
    }

    @Test("every name is found, in any case and with spaces around it")
    func lookUp() throws {
        for kernel in Kernel.named { #expect(try Kernel(parsing: kernel.id) == kernel) }
        #expect(try Kernel(parsing: "  Sobel-X\n") == .sobelX)
    }

    @Test("a misspelt name is answered with the near misses and the whole list")
    func nearMiss() {
        let error = caught(KernelError.self) { try Kernel(parsing: "sobelx") }
        #expect(error == .unknown("sobelx"))
        #expect(error?.description.contains("did you mean sobel-x") == true)
        #expect(error?.description.contains("emboss") == true)
    }

    @Test("a typed matrix becomes a kernel")
    func matrix() throws {
        let kernel = try Kernel(parsing: " 0,-1,0; -1, 5 ,-1;0,-1,0 ")
        #expect(kernel.rows == 3 && kernel.columns == 3 && kernel.weights == Kernel.sharpen.weights)
        #expect(try Kernel(parsing: "1,2").rows == 1)
        #expect(try Kernel(parsing: "1;2").columns == 1)
        #expect(try Kernel(parsing: "7").weights == [7])
        let ninth: Float = 1 / 9
        #expect(try Kernel(parsing: "1/9,-.5,1e2").weights == [ninth, -0.5, 100])
    }

    @Test(
        "what is no kernel is told with its place",
        arguments: [
            ("", KernelError.empty), ("  ", .empty), ("1,2;3", .raggedRow(row: 2, found: 1, expected: 2)),
            ("1,2;", .raggedRow(row: 2, found: 1, expected: 2)), ("1,,2", .badNumber("", row: 1, column: 2)),
            ("1,x", .badNumber("x", row: 1, column: 2)), ("1;nan", .badNumber("nan", row: 2, column: 1)),
            ("inf,1", .badNumber("inf", row: 1, column: 1)), ("0x10,1", .badNumber("0x10", row: 1, column: 1)),
            ("1/0", .badNumber("1/0", row: 1, column: 1)), ("1/2/3", .badNumber("1/2/3", row: 1, column: 1)),
            ("1e9,1", .weightTooLarge("1e9", row: 1, column: 1)),
            ("1,-1e40", .weightTooLarge("-1e40", row: 1, column: 2)),
            ("1e5/1e-5", .weightTooLarge("1e5/1e-5", row: 1, column: 1)), (";", .badNumber("", row: 1, column: 1)),
            ("1e40/1e40", .weightTooLarge("1e40/1e40", row: 1, column: 1)), ("/", .badNumber("/", row: 1, column: 1)),
        ])
    func malformed(text: String, expected: KernelError) {
        let error = caught(KernelError.self) { try Kernel(parsing: text) }
        #expect(error == expected)
        #expect(error?.description.isEmpty == false)
    }

    @Test("a kernel may have 63 rows and columns, not 64")
    func largest() throws {
        let row = Array(repeating: "1", count: 63).joined(separator: ",")
        #expect(try Kernel(parsing: Array(repeating: row, count: 63).joined(separator: ";")).weights.count == 63 * 63)
        #expect(throws: KernelError.tooLarge(rows: 1, columns: 64)) { try Kernel(parsing: row + ",1") }
        #expect(throws: KernelError.tooLarge(rows: 100_000, columns: 1)) {
            try Kernel(parsing: "1" + String(repeating: ";1", count: 99_999))
        }
    }

    @Test("turning a kernel twice gives the kernel")
    func flip() {
        for kernel in Kernel.named { #expect(kernel.flipped.flipped == kernel) }
        #expect(Kernel.sobelX.flipped.weights == [1, 0, -1, 2, 0, -2, 1, 0, -1])
    }
}
