import Tensors

/// The reference backend: every layer's own loops, one tensor after another.
final class ReferenceEngine: Engine {
    let shardSize: Int
    private let layers: [ResolvedLayer]
    private let loss: Loss
    private let optimizer: Optimizer
    private var weights: Parameters
    private var moments: [Parameters]
    /// One set of gradients for each shard of the batch; written by the worker that runs it.
    private let gradients: UnsafeMutableBufferPointer<[[Tensor]]>

    init(layers: [ResolvedLayer], loss: Loss, optimizer: Optimizer, shardSize: Int, shards: Int, weights: Parameters) {
        self.layers = layers
        self.loss = loss
        self.optimizer = optimizer
        self.shardSize = shardSize
        self.weights = weights
        var zeros = weights
        for name in zeros.names { zeros[name] = zeros[name].map { Tensor($0.shape) } }
        moments = Array(repeating: zeros, count: optimizer.momentCount)
        gradients = .allocate(capacity: shards)
        gradients.initialize(repeating: [])
    }

    deinit {
        gradients.deinitialize()
        gradients.deallocate()
    }

    func predict(_ shard: Shard, worker: Int, to outputs: UnsafeMutablePointer<Float>) {
        let answers = forward(inputs(of: shard), shard.pass).last?.output.elements ?? []
        for (i, answer) in answers.enumerated() { outputs[i] = answer }
    }

    func evaluate(_ shard: Shard, worker: Int) -> Score {
        guard let output = forward(inputs(of: shard), shard.pass).last?.output else { return Score() }
        return score(output, shard)
    }

    let phases = [Phase.shards, .tasks(1)]

    func train(_ shard: Shard, phase: Int, worker: Int) -> Score {
        let steps = forward(inputs(of: shard), shard.pass)
        guard let last = layers.last, let output = steps.last?.output else { return Score() }
        let size = last.output.count
        var elements: [Float] = []
        for (i, image) in shard.range.enumerated() {
            let prediction = Array(output.elements[i * size..<(i + 1) * size])
            elements += loss.gradient(
                of: prediction, target: target(of: shard, image), through: last.definition.activation
            ).map { $0 / Float(shard.batchCount) }
        }
        gradients[shard.index] = backward(Tensor(output.shape, elements), through: steps, shard.pass)
        return score(output, shard)
    }

    /// The update, all of it.
    func run(task: Int, phase: Int, of step: Step, worker: Int) -> Bool {
        for (index, layer) in layers.enumerated() {
            for (place, parameter) in layer.parameters.enumerated() {
                var sum = gradients[0][index][place].elements
                for shard in 1..<max(step.shards, 1) {
                    for (i, g) in gradients[shard][index][place].elements.enumerated() { sum[i] += g }
                }
                move("\(layer.name).\(parameter.name)", parameter.shape, by: sum, step.number)
            }
        }
        return weights.all.allSatisfy { $0.tensor.elements.allSatisfy(\.isFinite) }
    }

    func export(_ which: Exported) -> Parameters {
        switch which {
        case .weights: weights
        case .moment(let index): moments[index]
        }
    }

    func load(_ parameters: Parameters, as which: Exported) {
        switch which {
        case .weights: weights = parameters
        case .moment(let index): moments[index] = parameters
        }
    }
}

extension ReferenceEngine {
    /// What went into a layer, and what came out behind its activation.
    private struct Passage {
        let input: Tensor
        let output: Tensor
    }

    private func forward(_ images: Tensor, _ pass: Pass) -> [Passage] {
        var steps: [Passage] = []
        var x = images
        for layer in layers {
            var pass = pass
            pass.layer = layer.index
            let sums = layer.definition.forward(x, tensors(of: layer), in: pass)
            let y = layer.definition.activation.forward(sums)
            steps.append(Passage(input: x, output: y))
            x = y
        }
        return steps
    }

    /// The chain rule, from the last layer to the first. `gradient` is with respect to the last layer's sums.
    private func backward(_ gradient: Tensor, through steps: [Passage], _ pass: Pass) -> [[Tensor]] {
        var result: [[Tensor]] = Array(repeating: [], count: layers.count)
        var gradient = gradient
        for layer in layers.reversed() {
            var pass = pass
            pass.layer = layer.index
            let step = steps[layer.index]
            if layer.index < layers.count - 1 {
                gradient = layer.definition.activation.backward(gradient, output: step.output)
            }
            let found = layer.definition.backward(gradient, input: step.input, tensors(of: layer), in: pass)
            result[layer.index] = found.parameters
            gradient = found.input
        }
        return result
    }

    private func tensors(of layer: ResolvedLayer) -> [Tensor] {
        layer.parameters.compactMap { weights["\(layer.name).\($0.name)"] }
    }

    private func inputs(of shard: Shard) -> Tensor {
        let size = shard.examples.shape.count
        var elements: [Float] = []
        for image in shard.range {
            let start = shard.order[image] * size
            elements += shard.examples.inputs.floats(start..<start + size)
        }
        return Tensor(Shape([shard.count] + shard.examples.shape.extents), elements)
    }

    private func target(of shard: Shard, _ image: Int) -> [Float] {
        let example = shard.order[image]
        switch shard.examples.targets {
        case .labels(let labels, let classes):
            var oneHot = Array(repeating: Float(0), count: classes)
            oneHot[Int(labels[example])] = 1
            return oneHot
        case .images(let pixels):
            let size = shard.examples.shape.count
            return pixels.floats(example * size..<(example + 1) * size)
        }
    }

    private func score(_ output: Tensor, _ shard: Shard) -> Score {
        let rows = output.reshaped(to: [shard.count, output.elements.count / max(shard.count, 1)])
        let answers = rows.largestInRows()
        var sum = Score()
        for (i, image) in shard.range.enumerated() {
            let prediction = Array(rows.elements[i * rows.shape[1]..<(i + 1) * rows.shape[1]])
            sum.loss += Double(loss.value(of: prediction, target: target(of: shard, image)))
            if case .labels(let labels, _) = shard.examples.targets, answers[i] == Int(labels[shard.order[image]]) {
                sum.correct += 1
            }
        }
        return sum
    }

    private func move(_ name: String, _ shape: Shape, by gradient: [Float], _ step: Int) {
        guard var w = weights[name]?.elements else { return }
        switch optimizer {
        case .sgd(let rate, let momentum):
            if momentum == 0 {
                gradientDescent(&w, gradient: gradient, rate: Float(rate))
            } else if var v = moments[0][name]?.elements {
                momentumDescent(&w, gradient: gradient, velocity: &v, rate: Float(rate), momentum: Float(momentum))
                moments[0][name] = Tensor(shape, v)
            }
        case .adam(let rate, let beta1, let beta2, let epsilon):
            let constants = AdamStep(step: step, learningRate: rate, beta1: beta1, beta2: beta2, epsilon: epsilon)
            if var m = moments[0][name]?.elements, var v = moments[1][name]?.elements {
                adam(&w, gradient: gradient, m: &m, v: &v, constants)
                moments[0][name] = Tensor(shape, m)
                moments[1][name] = Tensor(shape, v)
            }
        }
        weights[name] = Tensor(shape, w)
    }
}
