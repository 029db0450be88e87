import Languages

// What columns of tables are called.
extension Localized {
    static var category: Localized { Localized(en: "category", es: "categoría") }
    static var channels: Localized { Localized(en: "channels", es: "canales") }
    static var className: Localized { Localized(en: "class", es: "clase") }
    static var column: Localized { Localized(en: "column", es: "columna") }
    static var count: Localized { Localized(en: "count", es: "recuento") }
    static var degrees: Localized { Localized(en: "degrees", es: "grados") }
    static var example: Localized { Localized(en: "example", es: "ejemplo") }
    static var start: Localized { Localized(en: "from", es: "desde") }
    static var height: Localized { Localized(en: "height", es: "alto") }
    static var isTrue: Localized { Localized(en: "is true", es: "es la verdadera") }
    static var layer: Localized { Localized(en: "layer", es: "capa") }
    static var magnitude: Localized { Localized(en: "magnitude", es: "magnitud") }
    static var margin: Localized { Localized(en: "margin", es: "margen") }
    static var name: Localized { Localized(en: "name", es: "nombre") }
    static var panel: Localized { Localized(same: "panel") }
    static var part: Localized { Localized(en: "part", es: "parte") }
    static var picture: Localized { Localized(en: "picture", es: "imagen") }
    static var pixel: Localized { Localized(en: "pixel", es: "píxel") }
    static var predicted: Localized { Localized(en: "predicted", es: "predicha") }
    static var probability: Localized { Localized(en: "probability", es: "probabilidad") }
    static var product: Localized { Localized(en: "product", es: "producto") }
    static var row: Localized { Localized(en: "row", es: "fila") }
    static var series: Localized { Localized(en: "series", es: "serie") }
    static var shareOfRow: Localized { Localized(en: "share of row", es: "parte de la fila") }
    static var step: Localized { Localized(en: "step", es: "paso") }
    static var title: Localized { Localized(en: "title", es: "título") }
    static var end: Localized { Localized(en: "to", es: "hasta") }
    static var truth: Localized { Localized(en: "true", es: "verdadera") }
    static var unit: Localized { Localized(en: "unit", es: "unidad") }
    static var unitBefore: Localized { Localized(en: "unit before", es: "unidad anterior") }
    static var value: Localized { Localized(en: "value", es: "valor") }
    static var walk: Localized { Localized(en: "walk", es: "recorrido") }
    static var weight: Localized { Localized(en: "weight", es: "peso") }
    static var width: Localized { Localized(en: "width", es: "ancho") }
    static var x: Localized { Localized(same: "x") }
    static var y: Localized { Localized(same: "y") }
}
