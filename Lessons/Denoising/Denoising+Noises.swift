import Figures
import Imaging
import Languages
import Notebook

extension Denoising {
    /// What each trial's noise is called.
    static func name(of noise: String) -> Bilingual {
        switch noise {
        case "gaussian": Bilingual(en: "Gaussian", es: "gaussiano")
        case "poisson": Bilingual(en: "Poisson", es: "de Poisson")
        case "speckle": Bilingual(en: "speckle", es: "moteado")
        case "blur": Bilingual(en: "blur", es: "desenfoque")
        default: Bilingual(en: "none", es: "ninguno")
        }
    }

    /// The same in a sentence.
    private static func noun(of noise: String) -> Bilingual {
        let name = name(of: noise)
        return noise == "gaussian" || noise == "poisson"
            ? Bilingual(en: "\(name.en) noise", es: "el ruido \(name.es)")
            : Bilingual(en: name.en, es: "el \(name.es)")
    }

    /// Noises that the network was not trained against.
    func strangers(_ cleaning: Cleaning, on page: inout Page) throws {
        page.record("trials", cleaning.trials.map { TrialResult($0) })
        page.prose(
            en: """
                ## Noises that it has never met

                The network has practised against one enemy. Let it meet others, at test time only. **Poisson noise** \
                is what a camera suffers in the dark: light arrives in grains, and bright places are grainier than \
                dark ones. **Speckle** multiplies instead of adding, as in radar and ultrasound: black stays black. \
                **Blur** is not random at all, it mixes every pixel with its neighbours. And for once let us give it \
                a picture with nothing to clean.
                """,
            es: """
                ## Ruidos que no conoce

                La red se ha ejercitado contra un solo enemigo. Que se enfrente ahora a otros, solo en la prueba. El \
                **ruido de Poisson** es el que sufre una cámara a oscuras: la luz llega en granos, y los lugares claros \
                tienen más grano que los oscuros. El **moteado** (*speckle*) multiplica en lugar de sumar, como en el \
                radar y la ecografía: el negro sigue negro. El **desenfoque** no tiene nada de azar: mezcla cada píxel \
                con sus vecinos. Y, por una vez, démosle también una imagen en la que no hay nada que limpiar.
                """)
        let samples = cleaning.trials.first?.samples.indices.map { index in
            cleaning.trials.map { $0.samples[index] }
        }
        try page.figure(
            "noises",
            title: Bilingual(en: "One cleaner, five kinds of dirt", es: "Un limpiador y cinco suciedades"),
            caption: Bilingual(
                en: """
                    Two test images, each spoiled in four ways or not at all (upper row), and what the network makes of \
                    them (lower row). The numbers are peak signal-to-noise ratios.
                    """,
                es: """
                    Dos imágenes de prueba, cada una estropeada de cuatro maneras o de ninguna (fila superior), y lo que \
                    la red hace con ellas (fila inferior). Los números son relaciones señal-ruido de pico.
                    """),
            alternative: reading(cleaning),
            ImageGrid(
                (samples ?? []).flatMap { row in
                    zip(cleaning.trials, row).map { trial, sample in
                        let name = Self.name(of: trial.noise)
                        let ratio = Self.decibels(sample.noisyError)
                        return cleaning.item(
                            sample.noisy,
                            trial.noise == "none"
                                ? name : Bilingual(en: "\(name.en), \(ratio.en)", es: "\(name.es), \(ratio.es)"))
                    } + row.map { cleaning.item($0.cleaned, Self.decibels($0.cleanedError), role: .output) }
                }, columns: cleaning.trials.count))
        page.table(
            caption: Bilingual(
                en: "The same network against other noises, mean over the first \(Cleaning.trialImages) test images",
                es:
                    "La misma red frente a otros ruidos, media de las \(Cleaning.trialImages) primeras imágenes de prueba"
            ),
            columns: [
                (Bilingual(en: "noise", es: "ruido"), .leading),
                (Bilingual(en: "MSE before", es: "ECM antes"), .trailing),
                (Bilingual(en: "MSE after", es: "ECM después"), .trailing),
                (Bilingual(en: "PSNR before", es: "PSNR antes"), .trailing),
                (Bilingual(en: "PSNR after", es: "PSNR después"), .trailing),
            ],
            rows: cleaning.trials.map { trial in
                [
                    Self.name(of: trial.noise), Bilingual(both: "\(trial.before.mean, digits: 4)"),
                    Bilingual(both: "\(trial.after.mean, digits: 4)"),
                    trial.noise == "none" ? Bilingual(both: "∞") : Bilingual(both: "\(trial.before.ratio, digits: 1)"),
                    Bilingual(both: "\(trial.after.ratio, digits: 1)"),
                ]
            })
        let reading = reading(cleaning)
        page.prose(
            en: """
                \(reading.en) A network learns the noise as well as the garment. What it does to a clean picture is the \
                price that every picture pays: the finest detail goes, because in training fine detail was almost \
                always noise.
                """,
            es: """
                \(reading.es) Una red aprende el ruido tanto como la prenda. Lo que le hace a una imagen limpia es el \
                precio que pagan todas: se va el detalle más fino, porque en el entrenamiento el detalle fino casi \
                siempre era ruido.
                """)
    }

    /// By how much it lessens the noise that it knows, and by how much the one that it lessens least.
    private func weakest(_ trials: [Cleaning.Trial]) -> Bilingual {
        func factor(_ trial: Cleaning.Trial) -> Double {
            trial.before.mean / max(trial.after.mean, .leastNormalMagnitude)
        }
        guard let known = trials.first, let least = trials.min(by: { factor($0) < factor($1) }),
            least.noise != known.noise
        else { return Bilingual(both: "") }
        let (one, other) = (Self.noun(of: known.noise), Self.noun(of: least.noise))
        return Bilingual(
            en: """
                But with \(one.en), which the network knows, it is divided by \(factor(known), digits: 1), and with \
                \(other.en) by no more than \(factor(least), digits: 1).
                """,
            es: """
                Pero con \(one.es), que la red conoce, se divide entre \(factor(known), digits: 1) y, con \(other.es), \
                entre no más de \(factor(least), digits: 1).
                """)
    }

    /// Which noises the network lessens, and which of them it makes worse.
    private func reading(_ cleaning: Cleaning) -> Bilingual {
        let trials = cleaning.trials.filter { $0.noise != "none" }
        let helped = trials.filter { $0.after.mean < $0.before.mean }.map { Self.noun(of: $0.noise) }
        let harmed = trials.filter { $0.after.mean >= $0.before.mean }.map { Self.noun(of: $0.noise) }
        let better = Bilingual(
            en: "The error shrinks with \(Wording.list(helped.map(\.en), "and")).",
            es: "El error disminuye con \(Wording.list(helped.map(\.es), "y")).")
        let worse = Bilingual(
            en: "It grows with \(Wording.list(harmed.map(\.en), "and")): there the cure is worse than the disease.",
            es: "Aumenta con \(Wording.list(harmed.map(\.es), "y")): ahí el remedio es peor que la enfermedad.")
        if harmed.isEmpty {
            return Bilingual(en: "\(better.en) \(weakest(trials).en)", es: "\(better.es) \(weakest(trials).es)")
        }
        return helped.isEmpty ? worse : Bilingual(en: "\(better.en) \(worse.en)", es: "\(better.es) \(worse.es)")
    }
}

/// A trial's numbers, for `results/denoising.json`.
private struct TrialResult: Encodable, Sendable {
    let noise: String
    let before: Cleaning.Spread
    let after: Cleaning.Spread

    init(_ trial: Cleaning.Trial) {
        noise = trial.noise
        before = trial.before
        after = trial.after
    }
}
