import Languages

// What columns of tables are called.
extension Bilingual {
    static var category: Bilingual { Bilingual(en: "category", es: "categoría") }
    static var channels: Bilingual { Bilingual(en: "channels", es: "canales") }
    static var className: Bilingual { Bilingual(en: "class", es: "clase") }
    static var column: Bilingual { Bilingual(en: "column", es: "columna") }
    static var count: Bilingual { Bilingual(en: "count", es: "recuento") }
    static var degrees: Bilingual { Bilingual(en: "degrees", es: "grados") }
    static var example: Bilingual { Bilingual(en: "example", es: "ejemplo") }
    static var start: Bilingual { Bilingual(en: "from", es: "desde") }
    static var height: Bilingual { Bilingual(en: "height", es: "alto") }
    static var isTrue: Bilingual { Bilingual(en: "is true", es: "es la verdadera") }
    static var layer: Bilingual { Bilingual(en: "layer", es: "capa") }
    static var magnitude: Bilingual { Bilingual(en: "magnitude", es: "magnitud") }
    static var margin: Bilingual { Bilingual(en: "margin", es: "margen") }
    static var name: Bilingual { Bilingual(en: "name", es: "nombre") }
    static var panel: Bilingual { Bilingual(both: "panel") }
    static var part: Bilingual { Bilingual(en: "part", es: "parte") }
    static var picture: Bilingual { Bilingual(en: "picture", es: "imagen") }
    static var pixel: Bilingual { Bilingual(en: "pixel", es: "píxel") }
    static var predicted: Bilingual { Bilingual(en: "predicted", es: "predicha") }
    static var probability: Bilingual { Bilingual(en: "probability", es: "probabilidad") }
    static var product: Bilingual { Bilingual(en: "product", es: "producto") }
    static var row: Bilingual { Bilingual(en: "row", es: "fila") }
    static var series: Bilingual { Bilingual(en: "series", es: "serie") }
    static var shareOfRow: Bilingual { Bilingual(en: "share of row", es: "parte de la fila") }
    static var step: Bilingual { Bilingual(en: "step", es: "paso") }
    static var title: Bilingual { Bilingual(en: "title", es: "título") }
    static var end: Bilingual { Bilingual(en: "to", es: "hasta") }
    static var truth: Bilingual { Bilingual(en: "true", es: "verdadera") }
    static var unit: Bilingual { Bilingual(en: "unit", es: "unidad") }
    static var unitBefore: Bilingual { Bilingual(en: "unit before", es: "unidad anterior") }
    static var value: Bilingual { Bilingual(en: "value", es: "valor") }
    static var walk: Bilingual { Bilingual(en: "walk", es: "recorrido") }
    static var weight: Bilingual { Bilingual(en: "weight", es: "peso") }
    static var width: Bilingual { Bilingual(en: "width", es: "ancho") }
    static var x: Bilingual { Bilingual(both: "x") }
    static var y: Bilingual { Bilingual(both: "y") }
}
