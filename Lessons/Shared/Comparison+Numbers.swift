import Languages
import Notebook

extension Comparison {
    /// A quantity with four decimals, the material's beside this run's.
    init(_ quantity: Localized, material: Double, measured: Double) {
        self.init(
            quantity: quantity, material: Localized(same: "\(material, digits: 4)"),
            measured: Localized(same: "\(measured, digits: 4)"))
    }

    /// A count, the material's beside this program's.
    init(_ quantity: Localized, material: Int, measured: Int) {
        self.init(
            quantity: quantity, material: Localized(same: "\(material)"), measured: Localized(same: "\(measured)"))
    }
}
