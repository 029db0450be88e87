/// The loop that serves a kernel in floats. This file is the one place where loops are chosen.
enum FloatPath {
    case threeByThree(ThreeByThree)
    case separableThree(SeparableThree)
    case fiveByFive(FiveByFive)
    case separableFive(SeparableFive)
    case anySize(AnySize)
    case separableAnySize(SeparableAnySize)

    init(for kernel: Kernel) {
        let size = (kernel.rows, kernel.columns)
        if let factors = SeparableKernel(kernel) {
            switch size {
            case (3, 3): self = .separableThree(SeparableThree(column: factors.column, row: factors.row))
            case (5, 5): self = .separableFive(SeparableFive(column: factors.column, row: factors.row))
            default: self = .separableAnySize(SeparableAnySize(column: factors.column, row: factors.row))
            }
        } else {
            switch size {
            case (3, 3): self = .threeByThree(ThreeByThree(weights: kernel.weights))
            case (5, 5): self = .fiveByFive(FiveByFive(weights: kernel.weights))
            default:
                self = .anySize(AnySize(rows: kernel.rows, columns: kernel.columns, weights: kernel.weights))
            }
        }
    }

    /// Correlates a plane of samples that `convert` makes floats of.
    func run<Source: PlaneSample, Target: FloatTarget>(
        _ source: Plane<Source>, border: Border, into answer: inout Plane<Target>, threads: Int,
        convert: @escaping @Sendable (UnsafePointer<Source>, UnsafeMutablePointer<Float>, Int) -> Void
    ) {
        switch self {
        case .threeByThree(let it): pass(it, source, border, &answer, threads, convert)
        case .separableThree(let it): pass(it, source, border, &answer, threads, convert)
        case .fiveByFive(let it): pass(it, source, border, &answer, threads, convert)
        case .separableFive(let it): pass(it, source, border, &answer, threads, convert)
        case .anySize(let it): pass(it, source, border, &answer, threads, convert)
        case .separableAnySize(let it): pass(it, source, border, &answer, threads, convert)
        }
    }

    private func pass<Source: PlaneSample, Target: FloatTarget>(
        _ correlator: some FloatCorrelator, _ source: Plane<Source>, _ border: Border, _ answer: inout Plane<Target>,
        _ threads: Int, _ convert: @escaping @Sendable (UnsafePointer<Source>, UnsafeMutablePointer<Float>, Int) -> Void
    ) {
        let placement = Placement(rows: correlator.rows, columns: correlator.columns, border: border)
        let pass = FloatPass<_, Source, Target>(correlator: correlator, placement: placement, convert: convert)
        placement.run(source, &answer) { pass.run($0, to: $1, threads: threads) }
    }
}

/// The loop that serves a kernel of whole numbers over a power of two, for bytes.
struct WordPath {
    let kernel: FixedPointKernel

    /// Sums are kept in sixteen bits where all of them fit, in 32 otherwise.
    func run<Target: WordTarget>(
        _ source: Plane<UInt8>, border: Border, into answer: inout Plane<Target>, threads: Int
    ) {
        if Int16.holds(kernel) {
            choose(Int16.self, source, border, &answer, threads)
        } else if UInt16.holds(kernel) {
            choose(UInt16.self, source, border, &answer, threads)
        } else {
            choose(Int32.self, source, border, &answer, threads)
        }
    }

    private func choose<Sum: Word, Target: WordTarget>(
        _: Sum.Type, _ source: Plane<UInt8>, _ border: Border, _ answer: inout Plane<Target>, _ threads: Int
    ) {
        switch (kernel.rows, kernel.columns, kernel.factors) {
        case (3, 3, let factors?):
            let correlator = SeparableThreeWords<Sum>(column: Three(factors.column), row: Three(factors.row))
            pass(correlator, source, border, &answer, threads)
        case (3, 3, nil): pass(ThreeByThreeWords<Sum>(kernel.weights), source, border, &answer, threads)
        case (5, 5, let factors?):
            let correlator = SeparableFiveWords<Sum>(column: Five(factors.column), row: Five(factors.row))
            pass(correlator, source, border, &answer, threads)
        default: pass(AnySizeWords<Sum>(kernel), source, border, &answer, threads)
        }
    }

    private func pass<Target: WordTarget>(
        _ correlator: some WordCorrelator, _ source: Plane<UInt8>, _ border: Border, _ answer: inout Plane<Target>,
        _ threads: Int
    ) {
        let placement = Placement(rows: kernel.rows, columns: kernel.columns, border: border)
        let pass = WordPass<_, Target>(
            correlator: correlator, placement: placement,
            scale: Scale(half: .init(truncatingIfNeeded: kernel.half), shift: .init(kernel.shift)))
        placement.run(source, &answer) { pass.run($0, to: $1, threads: threads) }
    }
}

extension Placement {
    /// Gives the answer its size and has `body` fill it, unless it is empty.
    fileprivate func run<Source, Target>(
        _ source: Plane<Source>, _ answer: inout Plane<Target>, _ body: (PlaneRows<Source>, PlaneRows<Target>) -> Void
    ) {
        source.reading { rows in
            answer.overwriting(width: answers(width: source.width), height: answers(height: source.height)) { target in
                if target.width > 0, target.height > 0 { body(rows, target) }
            }
        }
    }
}
