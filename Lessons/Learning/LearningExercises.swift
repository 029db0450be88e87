import Elementary
import Notebook

extension Learning {
    /// The small data of the lesson's exercises, and the answers.
    static func exercises(_ material: inout Material) {
        let probability = 0.25
        material.value("rightProbability", probability)
        material.value("halvedLoss", Double.log(2))
        material.exercise("rightLoss", -Double.log(probability))

        // The error of one weight: (w x - t)^2.
        let (weight, input, target) = (2, 3, 5)
        material.value("slopeWeight", weight)
        material.value("slopeInput", input)
        material.value("slopeTarget", target)
        material.value("slopeError", weight * input - target)
        material.exercise("slope", 2 * (weight * input - target) * input)

        let (start, gradient, rate) = (0.8, 3.0, 0.1)
        material.value("stepStart", start)
        material.value("stepGradient", Int(gradient))
        material.value("stepRate", rate)
        material.exercise("step", start - rate * gradient)

        let (momentum, push) = (0.9, 2.0)
        material.value("runMomentum", momentum)
        material.value("runGradient", Int(push))
        // The velocity v = momentum v + gradient comes to rest where it gives itself back.
        material.exercise("run", rate * push / (1 - momentum))

        let dropped = 0.2
        material.value("keptRate", dropped)
        material.exercise("kept", 1 / (1 - dropped))
    }
}
