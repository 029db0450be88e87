import Languages
import Notebook

extension Comparison {
    /// A quantity with four decimals, the material's beside this run's.
    init(_ quantity: Bilingual, material: Double, measured: Double) {
        self.init(
            quantity: quantity, material: Bilingual(both: "\(material, digits: 4)"),
            measured: Bilingual(both: "\(measured, digits: 4)"))
    }

    /// A count, the material's beside this program's.
    init(_ quantity: Bilingual, material: Int, measured: Int) {
        self.init(
            quantity: quantity, material: Bilingual(both: "\(material)"), measured: Bilingual(both: "\(measured)"))
    }
}
