import Imaging
import TestSupport
import Testing

@Suite("Correlation of planes", .limited)
struct PlaneCorrelationTests {
    @Test("floats: every kernel, border and size within the bound of the formula", arguments: Border.allCases)
    func floats(border: Border) {
        var answer = Plane<Float>(width: 0, height: 0)
        for (width, height) in PlaneCase.sizes {
            let image = PlaneCase.picture(width, height)
            let plane = Plane<Float>(image)
            for kernel in PlaneCase.kernels {
                let padded = PlaneCase.padded(image, for: kernel, border)
                let plain = correlation(of: padded, with: kernel)
                plane.correlate(with: kernel, border: border, into: &answer, threads: 2)
                #expect(answer.width == plain.width && answer.height == plain.height)
                let taps = Double(kernel.weights.count)
                let isWithin = (0..<plain.height).allSatisfy { row in
                    (0..<plain.width).allSatisfy { column in
                        let (sum, magnitudes) = PlaneCase.sums(padded, kernel, row: row, column: column)
                        let bound = taps * 0x1p-23 * magnitudes
                        let fast = answer[row, column]
                        return abs(Double(fast) - sum) <= bound && abs(Double(fast - plain[row, column])) <= bound
                    }
                }
                #expect(isWithin, "\(kernel.id) on \(width) x \(height)")
            }
        }
    }

    @Test("bytes to bytes and to sixteen bits: the numbers of the plain loop", arguments: Border.allCases)
    func wholeNumbers(border: Border) {
        var bytes = Plane<UInt8>(width: 0, height: 0)
        var words = Plane<Int16>(width: 0, height: 0)
        for (width, height) in PlaneCase.sizes {
            let samples = PlaneCase.bytes(width, height)
            let plane = Plane(width: width, height: height, samples: samples)
            let image = GrayImage(width: width, height: height, bytes: samples)
            for kernel in PlaneCase.wholeKernels {
                let padded = PlaneCase.padded(image, for: kernel, border)
                plane.correlate(with: kernel, border: border, into: &bytes, threads: 2)
                plane.correlate(with: kernel, border: border, into: &words, threads: 2)
                let answers = (0..<bytes.height).flatMap { row in
                    (0..<bytes.width).map { column in
                        // Exact in doubles, and so is the half.
                        (PlaneCase.sums(padded, kernel, row: row, column: column).sum + 0.5).rounded(.down)
                    }
                }
                #expect(
                    bytes.samples == answers.map { UInt8(min(max($0, 0), 255)) }, "\(kernel.id), \(width) x \(height)")
                #expect(
                    words.samples == answers.map { Int16(min(max($0, -32_768), 32_767)) },
                    "\(kernel.id), \(width) x \(height)")
            }
        }
    }

    @Test("bytes under weights that are no whole numbers are rounded to the nearest byte", arguments: Border.allCases)
    func bytesInFloats(border: Border) {
        var answer = Plane<UInt8>(width: 0, height: 0)
        for (width, height) in PlaneCase.sizes {
            let samples = PlaneCase.bytes(width, height)
            let image = GrayImage(width: width, height: height, bytes: samples)
            let plane = Plane(width: width, height: height, samples: samples)
            for kernel in [Kernel.boxBlur, .gaussian(deviation: 2), PlaneCase.random(4, 3)] {
                let padded = PlaneCase.padded(image, for: kernel, border)
                plane.correlate(with: kernel, border: border, into: &answer, threads: 2)
                let isNearest = (0..<answer.height).allSatisfy { row in
                    (0..<answer.width).allSatisfy { column in
                        let sum = PlaneCase.sums(padded, kernel, row: row, column: column).sum
                        return abs(Double(answer[row, column]) - min(max(sum, 0), 255)) < 0.501
                    }
                }
                #expect(isNearest, "\(kernel.id) on \(width) x \(height)")
            }
        }
    }

    @Test("sixteen bits keep whole numbers, and are clipped at both ends")
    func sixteenBits() {
        let samples: [UInt16] = [0, 65_535, 300, 40_000, 7, 65_535]
        let plane = Plane(width: 3, height: 2, samples: samples)
        var answer = Plane<UInt16>(width: 0, height: 0)
        plane.correlate(with: .identity, border: .replicate, into: &answer, threads: 1)
        #expect(answer.samples == samples)
        plane.correlate(with: Kernel(id: "difference", [[-1, 0, 1]]), border: .zero, into: &answer, threads: 1)
        #expect(answer.samples == [65_535, 300, 0, 7, 25_535, 0])
        plane.correlate(with: Kernel(id: "sum", [[1, 1, 1]]), border: .zero, into: &answer, threads: 1)
        #expect(answer.samples == [65_535, 65_535, 65_535, 40_007, 65_535, 65_535])
        var floats = Plane<Float>(width: 0, height: 0)
        plane.correlate(with: Kernel(id: "sum", [[1, 1, 1]]), border: .zero, into: &floats, threads: 1)
        #expect(floats.samples == [65_535, 65_835, 65_835, 40_007, 105_542, 65_542])
    }

    @Test("bytes answer in floats what floats answer")
    func bytesToFloats() {
        let samples = PlaneCase.bytes(133, 21)
        let bytes = Plane(width: 133, height: 21, samples: samples)
        let floats = Plane(width: 133, height: 21, samples: samples.map(Float.init))
        var (one, other) = (Plane<Float>(width: 0, height: 0), Plane<Float>(width: 0, height: 0))
        for kernel in PlaneCase.kernels {
            bytes.correlate(with: kernel, border: .reflect, into: &one, threads: 2)
            floats.correlate(with: kernel, border: .reflect, into: &other, threads: 2)
            #expect(one == other, "\(kernel.id)")
        }
    }

    @Test("one, two and three threads give the same bits", arguments: Border.allCases)
    func threads(border: Border) {
        let image = Plane<Float>(PlaneCase.picture(133, 150))
        let bytes = Plane(width: 133, height: 150, samples: PlaneCase.bytes(133, 150))
        for kernel in PlaneCase.kernels {
            let floats = (1...3).map { threads in
                var answer = Plane<Float>(width: 0, height: 0)
                image.correlate(with: kernel, border: border, into: &answer, threads: threads)
                return answer.samples.map(\.bitPattern)
            }
            #expect(floats[0] == floats[1] && floats[0] == floats[2], "\(kernel.id)")
            let words = (1...3).map { threads in
                var answer = Plane<Int16>(width: 0, height: 0)
                bytes.correlate(with: kernel, border: border, into: &answer, threads: threads)
                return answer
            }
            #expect(words[0] == words[1] && words[0] == words[2], "\(kernel.id)")
        }
    }

    @Test("a kernel larger than any that a lesson has: 63 x 63")
    func large() {
        let image = PlaneCase.picture(70, 20)
        for kernel in [PlaneCase.random(63, 63), .gaussian(deviation: 10)] {
            let padded = PlaneCase.padded(image, for: kernel, .reflect)
            var answer = Plane<Float>(width: 0, height: 0)
            Plane<Float>(image).correlate(with: kernel, border: .reflect, into: &answer, threads: 2)
            for (row, column) in [(0, 0), (19, 69), (10, 33)] {
                let (sum, magnitudes) = PlaneCase.sums(padded, kernel, row: row, column: column)
                #expect(abs(Double(answer[row, column]) - sum) <= 1e-4 * magnitudes)
            }
        }
    }

    @Test("a picture without pixels answers none", arguments: Border.allCases)
    func empty(border: Border) {
        var answer = Plane<Float>(width: 3, height: 3)
        for (width, height) in [(0, 0), (0, 4), (4, 0)] {
            Plane<Float>(width: width, height: height).correlate(
                with: .gaussian5, border: border, into: &answer, threads: 2)
            #expect(answer.samples.isEmpty)
        }
    }

    @Test("an answer may go where a copy of its source is, and where something of another size was")
    func values() {
        let image = Plane<Float>(PlaneCase.picture(40, 30))
        var answer = image
        image.correlate(with: .sobelX, border: .zero, into: &answer, threads: 1)
        #expect(image == Plane<Float>(PlaneCase.picture(40, 30)))
        var other = Plane<Float>(width: 7, height: 900, repeating: 3)
        image.correlate(with: .sobelX, border: .zero, into: &other, threads: 1)
        #expect(answer == other)
        let copy = answer
        answer[3, 4] = 1_000
        #expect(copy[3, 4] != 1_000 && answer != copy)
    }

    @Test("a picture in colour comes apart and together again")
    func colours() {
        let image = ColorImage(width: 5, height: 3, pixels: (0..<60).map { $0 % 4 == 3 ? 255 : UInt8($0 * 4) })
        let (red, green, blue) = image.planes
        #expect(red[2, 4] == image[2, 4].red && green[0, 1] == image[0, 1].green && blue[1, 0] == image[1, 0].blue)
        #expect(ColorImage(red: red, green: green, blue: blue) == image)
        #expect(Plane<Float>(green).samples == green.samples.map(Float.init))
    }

    @Test("what is not a number stays in floats, and is black in bytes")
    func notANumber() {
        let plane = Plane<Float>(width: 3, height: 1, samples: [1, .nan, 5])
        var floats = Plane<Float>(width: 0, height: 0)
        plane.correlate(with: Kernel(id: "twice", [[2]]), border: .zero, into: &floats, threads: 1)
        #expect(floats[0, 0] == 2 && floats[0, 1].isNaN && floats[0, 2] == 10)
        let bytes = Plane<UInt8>(width: 1, height: 1, samples: [0])
        var answer = Plane<UInt8>(width: 0, height: 0)
        bytes.correlate(
            with: Kernel(id: "none", [[.infinity]]), border: .zero, into: &answer, threads: 1)
        #expect(answer.samples == [0])
    }
}
