import Storage
import TestSupport
import Testing

@testable import Lessons
@testable import Notebook

/// The numbers and choices that exercises ask for, beside what somebody with a pencil finds.
@Suite("The answers of the exercises, by hand", .limited)
struct ExerciseAnswerTests {
    /// What a lesson's exercises record, by name.
    private func answers(_ exercises: (inout Material) -> Void) throws -> [String: JSONValue] {
        var material = Material()
        exercises(&material)
        #expect(material.repeated.isEmpty)
        let value = try CanonicalJSON.decode(JSONValue.self, from: CanonicalJSON.encode(material.results))
        guard case .object(let records) = value else { return [:] }
        return Dictionary(uniqueKeysWithValues: records.map { ($0.dropFirst("exercises.".count).description, $1) })
    }

    private func check(
        _ exercises: (inout Material) -> Void, _ worked: [String: JSONValue],
        _ place: SourceLocation = #_sourceLocation
    ) throws {
        let found = try answers(exercises)
        #expect(found.keys.sorted() == worked.keys.sorted(), sourceLocation: place)
        for (name, expected) in worked {
            guard let answer = found[name] else { continue }
            switch (answer.double, expected.double) {
            case (let one?, let other?): #expect(abs(one - other) < 1e-6, "\(name)", sourceLocation: place)
            default: #expect(answer == expected, "\(name)", sourceLocation: place)
            }
        }
    }

    @Test("118 to 126 are nine lines")
    func start() throws { try check(Start.exercises, ["last": .whole(126)]) }

    @Test("40 * 30 * 3 bytes; 59.8 + 58.7 + 5.7 is 124.2; steps of 5, 50 and 30")
    func pixels() throws {
        try check(
            Pixels.exercises,
            ["place": .whole(40), "bytes": .whole(3600), "mix": .whole(124), "line": .text("second")])
    }

    @Test("2 + 2 + 15 - 6; 64 - 4; (33 + 4 - 5) / 2 + 1; three times two rows are those of a seven")
    func kernels() throws {
        try check(
            Kernels.exercises,
            [
                "cornerSum": .whole(13), "size": .whole(60), "sizeLost": .whole(4), "stride": .whole(17),
                "chain": .whole(7), "turned": .text("left"),
            ])
    }

    @Test("four ones and four twos; 480 - 412; two below zero; 160 / 420 * 255")
    func edges() throws {
        try check(
            Edges.exercises,
            [
                "balance": .whole(12), "outline": .whole(68), "clipped": .whole(2),
                "rescaled": .number(160.0 / 420 * 255),
                "purpose": .text("sharpen"),
            ])
    }

    @Test("30 + 80 + 30; equal rows; 3, 4 and 5; left and down; 25, 48, 70, 35")
    func gradients() throws {
        try check(
            Gradients.exercises,
            [
                "across": .whole(140), "down": .whole(0), "strength": .whole(50), "direction": .number(135),
                "chain": .whole(4),
            ])
    }

    @Test("2 + 6 + 3 + 1; of 6, 2, 0, 5; (9 + 1 + 3 + 4) / 4; 48 / 2; 8 / 4 and 3 / 4")
    func pooling() throws {
        try check(
            Pooling.exercises,
            [
                "rectified": .whole(12), "largest": .whole(6), "average": .number(4.25), "walk": .whole(24),
                "order": .text("differs"),
            ])
    }

    @Test("20 - 10 + 60 + 5; 20 (9 * 12 + 1); 100 * 20 * 108")
    func channels() throws {
        try check(
            Channels.exercises,
            [
                "point": .whole(75), "layerOutputs": .whole(20), "layerParameters": .whole(2180),
                "layerProducts": .whole(216_000),
            ])
    }

    @Test("500 * 400 * 4 bytes; 40 of 100; 2 of 8; a fifth")
    func mnist() throws {
        try check(
            MNIST.exercises,
            ["memory": .number(0.8), "guess": .number(0.4), "inkShare": .number(0.25), "scaled": .number(0.2)])
    }

    @Test("3 - 2 + 1.5 - 1; -2 (3 x + 2) + 1; 50 * 8 + 8; 9 * 9 * 4; 7.389 / 9.389")
    func networks() throws {
        try check(
            Networks.exercises,
            [
                "neuron": .number(1.5), "joined": .number(-6), "joinedBias": .number(-3), "dense": .whole(408),
                "flat": .whole(324), "softmax": .number(0.786986042),
            ])
    }

    @Test("two times ln 2; 2 * 1 * 3; 0.8 - 0.3; ten times 0.2; five quarters")
    func learning() throws {
        try check(
            Learning.exercises,
            [
                "rightLoss": .number(1.386294361), "slope": .whole(6), "step": .number(0.5), "run": .number(2),
                "kept": .number(1.25),
            ])
    }

    @Test("75 - 30; 145 * 16 + 17 * 4; 0.30 + 0.02; one nine left")
    func baseline() throws {
        try check(
            Baseline.exercises,
            ["gain": .whole(45), "count": .whole(2388), "move": .number(0.32), "movedAfter": .whole(9)])
    }

    @Test("16 * 26; 20, 9, 3; the fourth; 6 of 8 and 6 of 10")
    func cnn() throws {
        try check(
            CNN.exercises,
            [
                "firstParameters": .whole(416), "way": .whole(72), "bestEpoch": .whole(4),
                "tablePrecision": .number(0.75),
                "tableRecall": .number(0.6),
            ])
    }

    @Test("99 - 94; two epochs after the third; 6 / 0.75; 200 * 0.6; 46 - 41")
    func dropout() throws {
        try check(
            Dropout.exercises,
            [
                "gapPoints": .whole(5), "stop": .whole(5), "stopBest": .whole(3), "scale": .number(8),
                "on": .whole(120),
                "lead": .whole(5),
            ])
    }

    @Test("10 * 55; 576 / 9; 16 * 9; 20 and 15 of 35 tell nothing; (5 - 1 + 7) / 3")
    func compact() throws {
        try check(
            Compact.exercises,
            [
                "hand": .whole(550), "shareFactor": .whole(64), "shareLocal": .whole(144), "pair": .text("chance"),
                "seedsMean": .number(11.0 / 3),
            ])
    }

    @Test("0.1 + 0.1; left negative, right positive; 16 * 6; 3 to 6 to 8; 95 - 35")
    func inside() throws {
        try check(
            Inside.exercises,
            [
                "learnedSum": .number(0.2), "learned": .text("across"), "values": .whole(96), "reach": .whole(8),
                "cover": .whole(60),
            ])
    }

    @Test("6 * 3; 12 * 3; 7 * 64; 8% to 4% to 2%; 3 - 2.776 * 1.581 / 2.236; a twentieth of a twentieth")
    func experiments() throws {
        try check(
            Experiments.exercises,
            [
                "planOne": .whole(18), "planAll": .whole(36), "stack": .whole(448), "more": .number(0.02),
                "luck": .number(3 - 2.776445105 * 0.5.squareRoot()), "many": .number(0.0025),
            ])
    }

    @Test("128 of 256; white; 0.05 / 3; two tens")
    func denoising() throws {
        try check(
            Denoising.exercises,
            [
                "narrow": .number(0.5), "spoiled": .number(1), "error": .number(0.05 / 3), "ratio": .number(20),
            ])
    }

    @Test("320 are 1.6% of 20,000; (11 + 2 - 3) / 2 + 1")
    func sources() throws {
        try check(Lessons.Sources.exercises, ["saving": .number(0.984), "symbols": .whole(6)])
    }
}

extension JSONValue {
    fileprivate var double: Double? {
        switch self {
        case .whole(let number): Double(number)
        case .number(let number): number
        default: nil
        }
    }
}
