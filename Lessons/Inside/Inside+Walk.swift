import Figures
import Imaging
import Languages
import Notebook

extension Inside {
    /// One digit through every layer.
    func walk(_ maps: Maps, on page: inout Page) throws {
        let probabilities = maps.probabilities
        let answer = probabilities.indices.max { probabilities[$0] < probabilities[$1] } ?? 0
        let certainty = Wording.certainty(probabilities.indices.contains(answer) ? probabilities[answer] : 0)
        page.record("probabilities", probabilities)
        let vectors = maps.layers.filter { $0.rows == 1 }
        let hidden = vectors.dropLast().last?.columns ?? 0
        page.prose(
            en: """
                ## All the way down

                Follow the digit through the whole network. Of every layer with maps you see the one with the most to say. \
                Then the picture ends: \(vectors.first?.columns ?? 0) numbers in a row, then \(hidden), and at last ten \
                probabilities.
                """,
            es: """
                ## Hasta el final

                Sigue al dígito por toda la red. De cada capa con mapas ves el que más tiene que decir. Después se acaba la \
                imagen: \(vectors.first?.columns ?? 0) números en fila, luego \(hidden) y, por fin, diez probabilidades.
                """)
        let verdict: Bilingual =
            answer == maps.label
            ? Bilingual(
                en:
                    "It says \(plain: answer), with a probability \(certainty.en), and it is right.",
                es: "Dice \(plain: answer), con una probabilidad \(certainty.es), y acierta.")
            : Bilingual(
                en: """
                    It says \(plain: answer), with a probability \(certainty.en), and it is wrong: \
                    the digit is a \(plain: maps.label).
                    """,
                es: """
                    Dice \(plain: answer), con una probabilidad \(certainty.es), y se equivoca: el \
                    dígito es un \(plain: maps.label).
                    """)
        try page.figure(
            "walk",
            title: Bilingual(en: "From a picture to an opinion", es: "De una imagen a una opinión"),
            caption: Bilingual(
                en: """
                    The digit, then the strongest map of each layer, each on a scale of its own and all drawn equally wide; \
                    the vectors of the last layers are folded into rectangles. Below, the ten probabilities. \(verdict.en)
                    """,
                es: """
                    El dígito y después el mapa más intenso de cada capa, cada uno con su propia escala y todos del mismo \
                    ancho; los vectores de las últimas capas están plegados en rectángulos. Debajo, las diez \
                    probabilidades. \(verdict.es)
                    """),
            alternative: Bilingual(
                en: "A row of pictures that become coarser and coarser, and ten bars below. \(verdict.en)",
                es: "Una fila de imágenes cada vez más toscas y, debajo, diez barras. \(verdict.es)"),
            Composition(
                .stack,
                [
                    .init(ImageGrid(Self.stations(maps), columns: 7, scale: .own, breadth: .wide)),
                    .init(
                        Bars(
                            categories: probabilities.indices.map { Bilingual(both: "\(plain: $0)") },
                            series: [.init(values: probabilities.map { $0 * 100 }, role: .output)],
                            valueName: Bilingual(en: "probability, %", es: "probabilidad, %"), digits: 1,
                            plotHeight: 90,
                            breadth: .wide)),
                ], breadth: .wide))
        page.prose(en: verdict.en, es: verdict.es)
    }

    /// The digit and what becomes of it, each with the name of the layer and its size.
    private static func stations(_ maps: Maps) -> [ImageGrid.Item] {
        let start = ImageGrid.Item(
            .gray(maps.picture),
            label: Bilingual(
                en: "picture\n\(plain: maps.rows) × \(plain: maps.columns)",
                es: "imagen\n\(plain: maps.rows) × \(plain: maps.columns)"))
        return [start]
            + maps.layers.dropLast().map { layer in
                guard layer.rows == 1 else {
                    return ImageGrid.Item(
                        .magnitude(layer.image(layer.strongest)),
                        label: Bilingual(both: "\(layer.kind)\n\(plain: layer.rows) × \(plain: layer.columns)"))
                }
                return ImageGrid.Item(
                    .magnitude(folded(layer.maps[0])), label: Bilingual(both: "\(layer.kind)\n\(plain: layer.columns)"))
            }
    }

    /// A vector as a rectangle, as square as its length allows.
    private static func folded(_ vector: [Float]) -> GrayImage {
        let width = (1...max(vector.count, 1)).first { $0 * $0 >= vector.count && vector.count.isMultiple(of: $0) }
        let columns = width ?? vector.count
        return GrayImage(width: columns, height: vector.count / max(columns, 1), pixels: vector)
    }
}
