import Figures
import Imaging
import Languages
import Notebook

extension Gradients {
    /// Magnitude by Pythagoras, angle by atan2.
    func polar(_ gradient: Gradient, _ gray: GrayImage, on page: inout Page) throws {
        // snippet.polar
        let magnitude = gradient.magnitude
        let angle = gradient.angle
        // snippet.end
        page.prose(
            en: """
                ## Strength and direction

                How long is the arrow? Pythagoras knows, and the length is called **magnitude**:

                $$ G = \\sqrt{G_x^2 + G_y^2} $$

                Which way does it point? Books often write $\\arctan(G_y / G_x)$. As a formula for the slope of a \
                line it is right; as a program it is a trap. It divides by zero at every horizontal edge, and it \
                takes an arrow and its opposite for the same, because the two minus signs cancel. The function \
                made for the job takes both components, keeps their signs and never divides:

                $$ \\theta = \\operatorname{atan2}(G_y, G_x) $$
                """,
            es: """
                ## Fuerza y dirección

                ¿Cuánto mide la flecha? Pitágoras lo sabe, y esa longitud se llama **magnitud**:

                $$ G = \\sqrt{G_x^2 + G_y^2} $$

                ¿Hacia dónde apunta? Los libros suelen escribir $\\arctan(G_y / G_x)$. Como fórmula para la \
                pendiente de una recta es correcta; como programa es una trampa. Divide entre cero en cada borde \
                horizontal y confunde una flecha con su opuesta, porque los dos signos menos se cancelan. La función \
                hecha para esto recibe las dos componentes, conserva sus signos y nunca divide:

                $$ \\theta = \\operatorname{atan2}(G_y, G_x) $$
                """)
        try page.code("polar")
        let strongest = magnitude.pixels.max() ?? 0
        let visible = magnitude.strongValue
        page.record("magnitude.maximum", Double(strongest))
        try page.figure(
            "magnitude",
            title: Bilingual(en: "How strong each edge is", es: "La fuerza de cada borde"),
            caption: Bilingual(
                en:
                    "The length of the arrow at every pixel, up to \(Double(strongest), digits: 0). Direction plays no part.",
                es:
                    "La longitud de la flecha en cada píxel, hasta \(Double(strongest), digits: 0). La dirección no interviene."
            ),
            alternative: Bilingual(
                en: "The gradient's magnitude as a map: bright along every outline, dark on even areas.",
                es: "La magnitud del gradiente como mapa: clara en los contornos, oscura en las zonas uniformes."),
            ValueMap(magnitude, .magnitude(), legend: Bilingual(en: "magnitude", es: "magnitud")))
        try page.figure(
            "angle",
            title: Bilingual(en: "Which way each edge faces", es: "Hacia dónde mira cada borde"),
            caption: Bilingual(
                en: """
                    Hue is the arrow's direction, as the wheel shows; strength is how far the colour stands out. \
                    Follow the sun's rim: it runs once through the whole wheel.
                    """,
                es: """
                    El tono es la dirección de la flecha, según la rueda; la fuerza es cuánto destaca el color. Sigue \
                    el contorno del sol: recorre la rueda entera una vez.
                    """),
            alternative: Bilingual(
                en: "The gradient's angle as hue on its magnitude, with a colour wheel as legend.",
                es: "El ángulo del gradiente como tono sobre su magnitud, con una rueda de color como leyenda."),
            AngleMap(angles: angle, strength: magnitude.map { min($0, visible) }, breadth: .wide))
    }
}
