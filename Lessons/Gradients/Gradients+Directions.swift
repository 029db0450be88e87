import Figures
import Imaging
import Languages
import Notebook

extension Gradients {
    /// The field of arrows, and how often each direction occurs.
    func orientations(of gradient: Gradient, _ gray: GrayImage, on page: inout Page) throws {
        let step = 16
        page.prose(
            en: """
                ## A field of arrows

                Put an arrow into every square of \(step) by \(step) pixels, and the picture turns into a weather \
                map: calm on the surfaces, windy along the edges.
                """,
            es: """
                ## Un campo de flechas

                Pon una flecha en cada cuadrado de \(step) por \(step) píxeles y la imagen se convierte en un mapa \
                del tiempo: calma en las superficies, viento en los bordes.
                """)
        try page.figure(
            "arrows",
            title: Bilingual(en: "Every arrow points to the lighter side", es: "Cada flecha apunta al lado claro"),
            caption: Bilingual(
                en: "The strongest gradient of each small square of the picture; weak ones are left out.",
                es: "El gradiente más fuerte de cada pequeño cuadrado de la imagen; los débiles se omiten."),
            alternative: Bilingual(
                en: "The grey picture with arrows across its outlines, each pointing to the lighter side.",
                es: "La imagen gris con flechas a través de sus contornos, cada una hacia el lado claro."),
            ArrowField(over: gray, x: gradient.horizontal, y: gradient.vertical, step: step, breadth: .wide))
        // snippet.orientations
        var weights = [Double](repeating: 0, count: 36)
        for (angle, magnitude) in zip(gradient.angle.pixels, gradient.magnitude.pixels) {
            let turn = (Double(angle) + Double.pi) / (2 * Double.pi)
            let bin = Int(((turn - turn.rounded(.down)) * 36).rounded()) % 36
            weights[bin] += Double(magnitude)
        }
        // snippet.end
        let fingerprint = weights
        let total = weights.reduce(0, +)
        let upright = (weights[9] + weights[27]) / max(total, .leastNonzeroMagnitude)
        page.record("orientations.weights", weights.map { $0 / max(total, .leastNonzeroMagnitude) })
        page.prose(
            en: """
                Count the arrows by direction, long ones more than short ones, and the picture gets a fingerprint. \
                Straight walls and level ground show as spikes; here \(upright, percent: 0) of all gradient strength \
                points straight up or down.
                """,
            es: """
                Cuenta las flechas por direcciones, las largas más que las cortas, y la imagen obtiene una huella. \
                Las paredes rectas y el suelo llano aparecen como picos; aquí el \(upright, percent: 0) de toda la \
                fuerza del gradiente apunta justo hacia arriba o hacia abajo.
                """)
        try page.code("orientations")
        try page.figure(
            "orientations",
            title: Bilingual(en: "The picture's fingerprint", es: "La huella de la imagen"),
            caption: Bilingual(
                en: "Sum of magnitudes by direction, in 36 bins of ten degrees. Down is down, as in the picture.",
                es:
                    "Suma de magnitudes por dirección, en 36 sectores de diez grados. Abajo es abajo, como en la imagen."
            ),
            alternative: Bilingual(
                en: "A polar histogram of gradient directions with spikes along the axes.",
                es: "Un histograma polar de las direcciones del gradiente, con picos en los ejes."),
            PolarHistogram(weights: fingerprint))
    }
}
