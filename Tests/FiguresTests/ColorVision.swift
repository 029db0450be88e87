import Drawing

@testable import Figures

/// How colours look to eyes that lack one kind of cone.
///
/// The matrices are those of full severity in Machado, Oliveira and Fernandes, "A Physiologically-based Model for
/// Simulation of Color Vision Deficiency", 2009; they act on linear light.
enum ColorVision: CaseIterable {
    case protanopia, deuteranopia, tritanopia

    private var rows: [[Double]] {
        switch self {
        case .protanopia:
            [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
        case .deuteranopia:
            [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
        case .tritanopia:
            [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
        }
    }

    func seen(_ color: Color) -> Color {
        let light = [color.red, color.green, color.blue].map(Color.linear)
        let seen = rows.map { row in
            Color.encoded(min(1, max(0, zip(row, light).reduce(0) { $0 + $1.0 * $1.1 })))
        }
        return Color(red: seen[0], green: seen[1], blue: seen[2])
    }
}
