import Languages

/// The texts that labs say: their keys below `lab` in `pages.<language>.yaml`.
enum LabWord: String, CaseIterable {
    // Where the picture comes from
    case picture, coursePicture, ownFile, camera, stopCamera, cameraAsked, cameraRefused, cameraMissing, fileUnreadable
    // What is shown
    case show, source, result, wheel
    case viewKernel = "views.kernel"
    case viewMagnitude = "views.magnitude"
    case viewAngle = "views.angle"
    case viewCanny = "views.canny"
    case resultKernel = "results.kernel"
    case resultSigned = "results.signed"
    case resultMagnitude = "results.magnitude"
    case resultAngle = "results.angle"
    case resultCanny = "results.canny"
    // How it is computed
    case kernel, ownKernel, size, divisor, bias, border, negatives, turn, low, high, badNumber, badDivisor, badWhole
    case clip = "ways.clip"
    case absolute = "ways.absolute"
    case rescale = "ways.rescale"
    case signed = "ways.signed"
    // The pixel under inspection
    case help, helpWeights, row, column, place, pixels, weights, weight, products, sobelX, sobelY, strengths, strength
    case direction, sum, onScreen, noAnswer
    case cannyFlat, cannyBelow, cannyThinned, cannyStrong, cannyJoined, cannyAlone
    // The lab itself
    case reset, copyAddress, copied

    /// What the page's script puts in.
    var slots: [String] {
        switch self {
        case .fileUnreadable: ["file"]
        case .resultKernel, .badNumber, .badDivisor, .badWhole, .cannyJoined, .cannyAlone: ["low", "high"]
        case .resultSigned: ["low", "high", "limit"]
        case .resultMagnitude, .resultAngle: ["most"]
        case .resultCanny: ["count"]
        case .place, .weight: ["row", "column"]
        case .onScreen: ["level"]
        case .cannyBelow: ["low"]
        case .cannyStrong: ["high"]
        default: []
        }
    }
}

extension Words {
    /// A text of a lab, for the page's script: with the slots that this puts in still in it.
    func lab(_ word: LabWord) -> String {
        let open = Dictionary(word.slots.map { ($0, Argument.text("{\($0)}")) }) { first, _ in first }
        return text("lab." + word.rawValue, open)
    }
}
