// What `Scripts/test-arm64` compiles for another processor, with the rooms below and `FrozenWeights`: says whether the
// weights have the bits that they have here.

import NeuralNetwork

var areSame = true
for (name, expected) in FrozenWeights.hashes {
    guard let course = CourseModels.named(name) else { continue }
    let found = try FrozenWeights.hash(of: course)
    areSame = areSame && found == expected
    print("\(name): \(found == expected ? "the same weights" : "OTHER WEIGHTS, \(String(found, radix: 16))")")
}
if !areSame { fatalError("This processor computes other weights.") }
