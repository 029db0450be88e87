/// The second half of a step: gradients of the whole batch, and the optimiser's move, cut into tasks.
///
/// A convolution's gradient is the sum of its shards' in shard order. A dense layer's is one matrix product over
/// the batch for a few rows of the kernel at a time: summing large kernels shard by shard would cost more memory
/// traffic than the product itself. Each number is computed by one task, in an order that no thread count changes.
final class ParameterUpdate {
    struct Task {
        enum Source {
            /// Shards' gradients, from this offset in each.
            case shards(Int)
            /// Rows of a dense kernel, from this one, and the units from `column` on whose weights lie together.
            case kernel(dense: Int, row: Int, column: Int, width: Int)
            case bias(dense: Int)
        }
        let source: Source
        /// Where the parameters stand in the store, and how many they are.
        let offset: Int
        let count: Int
    }

    let tasks: [Task]
    private let denses: [DenseStage]
    private let context: StageContext
    private let mover: ParameterMover
    /// A task's gradient, for each worker.
    private let scratch: [Buffer]
    private let products: [MatrixProduct]

    /// Numbers in a task: gradient, weights and both moments fit into a core's first cache.
    private static let taskSize = 4096

    init(
        _ layers: [ResolvedLayer], denses: [DenseStage], optimizer: Optimizer, context: StageContext, workers: Int
    ) {
        self.denses = denses
        self.context = context
        mover = ParameterMover(optimizer, context.store)
        var tasks: [Task] = []
        for layer in layers where context.learns {
            var gradient = context.gradientOffset(layer)
            for parameter in layer.parameters {
                guard let place = context.store.place("\(layer.name).\(parameter.name)") else { continue }
                if let dense = denses.firstIndex(where: { $0.layer.index == layer.index }) {
                    tasks += Self.tasks(dense: dense, place)
                    continue
                }
                let count = parameter.shape.count
                tasks += stride(from: 0, to: count, by: Self.taskSize).map { start in
                    Task(
                        source: .shards(gradient + start), offset: place.offset + start,
                        count: min(Self.taskSize, count - start))
                }
                gradient += (count + 15) / 16 * 16
            }
        }
        self.tasks = tasks
        let largest = tasks.map(\.count).max() ?? 0
        scratch = (0..<workers).map { _ in Buffer(largest) }
        let images = denses.isEmpty || !context.learns ? 0 : context.images * context.slots
        products = (0..<workers).map { _ in MatrixProduct(depth: images) }
    }

    /// The tasks of a dense layer's kernel or bias.
    private static func tasks(dense: Int, _ place: ParameterStore.Place) -> [Task] {
        guard place.shape.rank == 2 else {
            return [Task(source: .bias(dense: dense), offset: place.offset, count: place.shape.count)]
        }
        let (rows, width) = (place.shape[0], place.block)
        // Eight rows fill a tile.
        let height = max(taskSize / width / 8, 1) * 8
        return stride(from: 0, to: place.shape[1], by: width).flatMap { column in
            stride(from: 0, to: rows, by: height).map { row in
                Task(
                    source: .kernel(dense: dense, row: row, column: column, width: width),
                    offset: place.offset + column * rows + row * width, count: min(height, rows - row) * width)
            }
        }
    }

    /// Moves the parameters of one task, and tells whether they are finite numbers. `step` counts from one.
    func run(task: Int, shards: Int, step: Int, worker: Int) -> Bool {
        let task = tasks[task]
        let gradient = scratch[worker].start
        switch task.source {
        case .shards(let offset):
            gradient.update(from: context.gradients[0] + offset, count: task.count)
            for shard in 1..<max(shards, 1) {
                let next = context.gradients[shard] + offset
                for i in 0..<task.count { gradient[i] += next[i] }
            }
        case .kernel(let dense, let row, let column, let width):
            let stage = denses[dense]
            guard let g = stage.output.gradient else { return true }
            products[worker].run(
                rows: task.count / width, columns: width, depth: shards * context.images,
                Strided(start: stage.input.values[0] + row, row: 1, column: stage.layer.input.count), g[0] + column,
                bRow: stage.layer.output.count, to: gradient, cRow: width)
        case .bias(let dense):
            guard let g = denses[dense].output.gradient else { return true }
            gradient.update(repeating: 0, count: task.count)
            for image in 0..<shards * context.images {
                let row = g[0] + image * task.count
                for i in 0..<task.count { gradient[i] += row[i] }
            }
        }
        return mover.move(task.offset, task.count, by: gradient, step: step)
    }
}
