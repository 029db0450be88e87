import Imaging
import TestSupport
import Testing

@Suite("Operations on a picture from outside", .limited)
struct OperationTests {
    private static func gray(_ rows: [[UInt8]]) -> SourcePicture {
        SourcePicture(.bytes([Plane(width: rows[0].count, height: rows.count, samples: Array(rows.joined()))]))
    }

    /// Bytes that look like chance and are the same in every run.
    private static func noise(width: Int, height: Int, channels: Int, seed: Int = 1) -> SourcePicture {
        var state = UInt32(truncatingIfNeeded: seed)
        let planes = (0..<channels).map { _ in
            Plane<UInt8>(
                width: width, height: height,
                samples: (0..<width * height).map { _ in
                    state = state &* 1_664_525 &+ 1_013_904_223
                    return UInt8(state >> 24)
                })
        }
        return SourcePicture(.bytes(planes))
    }

    @Test("a window of lesson 2, by hand: bias and divisor come after the sum")
    func byHand() throws {
        let picture = Self.gray([[1, 2, 3], [4, 5, 6], [7, 8, 9]])
        let filter = PictureFilter(kernel: .sobelX, divisor: 4, bias: 10, border: .valid)
        let answers = try filter.answers(to: picture, threads: 1)
        // (3 + 2·6 + 9) − (1 + 2·4 + 7) = 8; 8 / 4 + 10
        #expect(answers.channels[0].samples == [12])
        let explanation = try filter.explain(row: 0, column: 0, of: picture)[0]
        #expect(explanation.products == [[-1, 0, 3], [-8, 0, 12], [-7, 0, 9]])
        #expect(explanation.sum == 8 && explanation.answer == 12)
    }

    @Test("a kernel that is no square is centred in both directions")
    func oblong() throws {
        let picture = Self.gray([[1, 2, 3], [4, 5, 6], [7, 8, 9]])
        let row = PictureFilter(kernel: Kernel(id: "row", [[1, 10, 100]]), border: .zero)
        // 4 + 10 · 5 + 100 · 6
        #expect(try row.explain(row: 1, column: 1, of: picture)[0].answer == 654)
        #expect(try row.explain(row: 0, column: 0, of: picture)[0].answer == 210)
        let column = PictureFilter(kernel: Kernel(id: "column", [[1], [10], [100]]), border: .zero)
        // 2 + 10 · 5 + 100 · 8
        #expect(try column.explain(row: 1, column: 1, of: picture)[0].answer == 852)
        for filter in [row, column] {
            let answers = try filter.answers(to: picture, threads: 1).channels[0]
            for (y, x) in [(0, 0), (1, 1), (2, 1), (1, 2)] {
                #expect(try filter.explain(row: y, column: x, of: picture)[0].answer == answers[y, x])
            }
        }
    }

    @Test("sixteen bits are shown on their own scale, whatever becomes of what is below zero")
    func deep() throws {
        let picture = SourcePicture(.words([Plane(width: 3, height: 1, samples: [0, 32_768, 65_535])]))
        let turned = try PictureFilter(kernel: Kernel(id: "minus", [[-1]])).answers(to: picture, threads: 1)
        #expect(turned.shown(.absolute)[0].samples == [0, 128, 255])
        #expect(turned.shown(.clip)[0].samples == [0, 0, 0])
        let same = try PictureFilter(kernel: Kernel(id: "same", [[1]])).answers(to: picture, threads: 1)
        #expect(same.shown(.clip)[0].samples == [0, 128, 255])
    }

    @Test("convolution turns the kernel by half a turn")
    func convolution() throws {
        let picture = Self.gray([[0, 0, 0], [0, 1, 0], [0, 0, 0]])
        let turned = try PictureFilter(kernel: .emboss, border: .zero, mode: .convolution).answers(
            to: picture, threads: 1)
        // A single one answers with the kernel itself when the kernel is turned.
        #expect(turned.channels[0].samples == Kernel.emboss.weights)
    }

    @Test(
        "every border rule and odd size is the plain loops' answer, bit for bit on whole numbers",
        arguments: Border.allCases)
    func plainLoops(border: Border) throws {
        for (width, height) in [(1, 1), (1, 9), (9, 1), (2, 3), (7, 5), (40, 33)] {
            for kernel in [
                Kernel.sobelX, .emboss, .laplacian8,
                Kernel(id: "seven", rows: 7, columns: 7, weights: (0..<49).map { Float($0 - 20) }),
            ] {
                let picture = Self.noise(width: width, height: height, channels: 3)
                let filter = PictureFilter(kernel: kernel, border: border)
                if border == .valid, kernel.rows > height || kernel.columns > width {
                    let error = caught(OperationError.self) { try filter.answers(to: picture, threads: 2) }
                    #expect(error == .kernelDoesNotFit(kernel, width: width, height: height))
                    continue
                }
                let answers = try filter.answers(to: picture, threads: 2)
                for (answer, channel) in zip(answers.channels, picture.channels) {
                    #expect(GrayImage(answer) == GrayImage(channel).correlated(with: kernel, border: border))
                }
            }
        }
    }

    @Test("what --explain adds up is what the filter answers, at every pixel of every border rule")
    func explained() throws {
        let picture = Self.noise(width: 6, height: 5, channels: 1)
        for border in Border.allCases {
            for mode in PictureFilter.Mode.allCases {
                let filter = PictureFilter(kernel: .emboss, divisor: 2, bias: -3, border: border, mode: mode)
                let answers = try filter.answers(to: picture, threads: 1).channels[0]
                for row in 0..<answers.height {
                    for column in 0..<answers.width {
                        let explanation = try filter.explain(row: row, column: column, of: picture)[0]
                        #expect(explanation.answer == answers[row, column])
                        #expect(explanation.products.joined().reduce(0, +) == explanation.sum)
                    }
                }
            }
        }
    }

    @Test("sixteen bits are computed on their own scale")
    func words() throws {
        let picture = SourcePicture(.words([Plane(width: 2, height: 1, samples: [65_535, 257])]))
        let answers = try PictureFilter(kernel: .identity).answers(to: picture, threads: 1)
        #expect(answers.channels[0].samples == [65_535, 257] && answers.white == 65_535)
        #expect(answers.shown(.clip)[0].samples == [255, 1])
        #expect(picture.bytes[0].samples == [255, 1])
    }

    @Test("what is below zero is shown in four ways")
    func negatives() {
        let answers = Answers(channels: [Plane(width: 5, height: 1, samples: [-200, -100, 0, 100, 400])], white: 255)
        #expect(answers.shown(.clip)[0].samples == [0, 0, 0, 100, 255])
        #expect(answers.shown(.absolute)[0].samples == [200, 100, 0, 100, 255])
        // 600 from end to end: 42.5 for each hundred.
        #expect(answers.shown(.rescale)[0].samples == [0, 43, 85, 128, 255])
        #expect(answers.shown(.signed)[0].samples == [65, 96, 128, 160, 255])
    }

    @Test("equal numbers can be shown, too")
    func even() {
        let answers = Answers(channels: [Plane(width: 2, height: 1, samples: [0, 0])], white: 255)
        #expect(Negatives.allCases.map { answers.shown($0)[0].samples[0] } == [0, 0, 0, 128])
    }

    @Test("pooling is the plain loops' answer", arguments: PicturePooling.Kind.allCases)
    func pooling(kind: PicturePooling.Kind) throws {
        for (size, stride) in [(1, 1), (2, 2), (3, 1), (3, 2), (5, 5)] {
            let picture = Self.noise(width: 11, height: 7, channels: 3)
            let answers = try PicturePooling(size: size, stride: stride, kind: kind).answers(to: picture)
            for (answer, channel) in zip(answers.channels, picture.channels) {
                let image = GrayImage(channel)
                let expected =
                    kind == .max
                    ? image.maxPooled(window: size, stride: stride) : image.averagePooled(window: size, stride: stride)
                #expect(GrayImage(answer) == expected)
            }
        }
        let error = caught(OperationError.self) {
            try PicturePooling(size: 8).answers(to: Self.noise(width: 11, height: 7, channels: 1))
        }
        #expect(error == .windowDoesNotFit(8, width: 11, height: 7))
    }

    @Test("a grey picture is the luma of BT.601, rounded to the samples' own bits")
    func luma() {
        func plane<Sample: PlaneSample>(_ sample: Sample) -> Plane<Sample> {
            Plane(width: 1, height: 1, samples: [sample])
        }
        let color = SourcePicture(.bytes([plane(200), plane(100), plane(50)]))
        // 59.8 + 58.7 + 5.7 = 124.2
        #expect(color.gray == SourcePicture(.bytes([plane(124)])))
        let words = SourcePicture(.words([plane(65_535), plane(65_535), plane(65_535)]))
        #expect(words.gray == SourcePicture(.words([plane(65_535)])))
    }

    @Test("NumPy's file: magic, version, a header that ends at a multiple of 64, little-endian floats")
    func npy() {
        let file = Answers(channels: [Plane(width: 2, height: 1, samples: [1.5, -2])], white: 255).npy
        #expect(Array(file.prefix(8)) == [0x93, 78, 85, 77, 80, 89, 1, 0])
        let length = Int(file[8]) + 256 * Int(file[9])
        #expect((10 + length) % 64 == 0 && file[9 + length] == 10)
        let header = String(decoding: file[10..<(10 + length)], as: UTF8.self)
        #expect(header.hasPrefix("{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2), }"))
        #expect(Array(file.suffix(8)) == [0, 0, 0xC0, 0x3F, 0, 0, 0, 0xC0])
    }

    @Test("comma-separated values: a matrix, or a line a pixel where there are colours")
    func csv() {
        let plane = Plane<Float>(width: 2, height: 2, samples: [1, -2.5, 0.1, 3e10])
        #expect(Answers(channels: [plane], white: 255).csv == "1,-2.5\n0.1,3e+10\n")
        let one = Plane<Float>(width: 1, height: 1, samples: [7])
        #expect(Answers(channels: [one, one, one], white: 255).csv == "row,column,red,green,blue\n0,0,7,7,7\n")
    }

    @Test("a number out of range is an error, and no picture")
    func infinite() {
        let kernel = Kernel(id: "huge", rows: 1, columns: 1, weights: [1e6])
        let error = caught(OperationError.self) {
            try PictureFilter(kernel: kernel, divisor: 1e-38).answers(to: Self.gray([[255]]), threads: 1)
        }
        #expect(error == .notFinite)
    }
}

@Suite("A text at the end of a PNG", .limited)
struct PNGSealTests {
    @Test("comes back with the file as it was; an edit anywhere shows")
    func roundTrip() throws {
        let file = try PNG.encode(GrayImage(rows: [[0, 255]]))
        let text = String(repeating: "a", count: 64)
        let sealed = try PNG.adding("Seal", text, to: file)
        #expect(try PNG.decode(sealed) == PNG.decode(file))
        let found = try #require(PNG.last("Seal", of: 64, in: sealed))
        #expect(found.text == text && found.rest == file)
        #expect(PNG.last("Seal", of: 64, in: file) == nil)
        for index in sealed.indices.suffix(90) {
            var edited = sealed
            edited[index] ^= 1
            let again = PNG.last("Seal", of: 64, in: edited)
            #expect(again == nil || again?.rest != file, "byte \(index)")
        }
    }
}
