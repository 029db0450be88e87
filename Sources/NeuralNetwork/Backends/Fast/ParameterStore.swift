import Tensors

/// The parameters of a network in one stretch of memory, so that the optimiser need not know layers.
final class ParameterStore {
    struct Place {
        let name: String
        let shape: Shape
        let offset: Int
        /// Where not all columns of a kernel lie beside one another: how many do. Then the first so many columns of
        /// all rows come first, and the next ones behind them.
        let block: Int

        /// Where the i-th number of the tensor lies.
        func index(_ i: Int) -> Int {
            let columns = shape[shape.rank - 1]
            let (row, column) = i.quotientAndRemainder(dividingBy: columns)
            return offset + column / block * (shape.count / columns) * block + row * block + column % block
        }
    }

    let places: [Place]
    let weights: Buffer
    /// What the optimiser remembers, in the same order.
    let moments: [Buffer]

    init(_ layers: [ResolvedLayer], moments count: Int, weights initial: Parameters) {
        var places: [Place] = []
        var end = 0
        for layer in layers {
            for parameter in layer.parameters {
                let columns = parameter.shape[parameter.shape.rank - 1]
                let isOpening = OpeningDense.fits(layers, layer) && parameter.shape.rank == 2
                places.append(
                    Place(
                        name: "\(layer.name).\(parameter.name)", shape: parameter.shape, offset: end,
                        block: isOpening ? OpeningDense.width : columns))
                // Every tensor starts on a cache line.
                end += (parameter.shape.count + 15) / 16 * 16
            }
        }
        self.places = places
        let size = end
        weights = Buffer(size)
        moments = (0..<count).map { _ in Buffer(size) }
        load(initial, as: .weights)
    }

    func place(_ name: String) -> Place? { places.first { $0.name == name } }

    func export(_ which: Exported) -> Parameters {
        var result = Parameters()
        let source = buffer(which).start
        for place in places {
            result[place.name] = Tensor(place.shape, (0..<place.shape.count).map { source[place.index($0)] })
        }
        return result
    }

    func load(_ parameters: Parameters, as which: Exported) {
        let target = buffer(which).start
        for place in places {
            guard let tensor = parameters[place.name] else { continue }
            for (i, element) in tensor.elements.prefix(place.shape.count).enumerated() {
                target[place.index(i)] = element
            }
        }
    }

    private func buffer(_ which: Exported) -> Buffer {
        switch which {
        case .weights: weights
        case .moment(let index): moments[index]
        }
    }
}
