import Languages

extension Wording {
    /// How many images more or fewer one network reads correctly than another: a clause without its full stop.
    ///
    /// - Parameters:
    ///   - one: how it is called (with its article), and how many images it reads correctly.
    ///   - other: the same of the other.
    static func comparison(of one: (name: Bilingual, right: Int), with other: (name: Bilingual, right: Int))
        -> Bilingual
    {
        let difference = one.right - other.right
        let (a, b) = (one.name, other.name)
        guard difference != 0 else {
            return Bilingual(
                en: "\(a.en) reads exactly as many images correctly as \(b.en)",
                es: "\(a.es) reconoce exactamente tantas imágenes como \(b.es)")
        }
        let count = abs(difference)
        let english: Phrase = count == 1 ? "one" : "\(count)"
        let images: Phrase = count == 1 ? "image" : "images"
        let spanish: Phrase = count == 1 ? "una imagen" : "\(count) imágenes"
        let isMore = difference > 0
        return Bilingual(
            en: "\(a.en) reads \(english) \(isMore ? "more" : "fewer") \(images) correctly than \(b.en)",
            es: "\(a.es) reconoce \(spanish) \(isMore ? "más" : "menos") que \(b.es)")
    }
}
