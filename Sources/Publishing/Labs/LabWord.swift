import Languages

/// The texts that labs say: their keys below `lab` in `pages.<language>.yaml`.
enum LabWord: String, CaseIterable {
    // Where the picture comes from
    case picture, coursePicture, ownFile, camera, stopCamera, cameraAsked, cameraRefused, cameraMissing, fileUnreadable
    case fileBlank, notInAddress
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
    case valid = "borders.valid"
    case zero = "borders.zero"
    case replicate = "borders.replicate"
    case reflect = "borders.reflect"
    case clip = "ways.clip"
    case absolute = "ways.absolute"
    case rescale = "ways.rescale"
    case signed = "ways.signed"
    // The pixel under inspection
    case help, helpWeights, row, column, place, pixels, weights, weight, products, sobelX, sobelY, strengths, strength
    case direction, sum, onScreen, noAnswer
    case cannyFlat, cannyBelow, cannyThinned, cannyStrong, cannyJoined, cannyAlone
    // The lab itself
    case reset, copyAddress, copied, copyRefused, address, slider, nothing
    // The digit lab
    case networksCompact = "networks.compact"
    case networksDense = "networks.dense"
    case headsCompact = "heads.compact"
    case headsDense = "heads.dense"
    case digitPad = "digit.pad"
    case digitRead = "digit.read"
    case digitTests = "digit.tests"
    case digitClear = "digit.clear"
    case digitRight = "digit.right"
    case digitDown = "digit.down"
    case digitUncover = "digit.uncover"
    case digitEmpty = "digit.empty"
    case digitFull = "digit.full"
    case digitPenUp = "digit.penUp"
    case digitPenDown = "digit.penDown"
    case digitImage = "digit.image"
    case digitNumber = "digit.number"
    case digitLarge = "digit.large"
    case digitChosen = "digit.chosen"
    case digitScaled = "digit.scaled"
    case digitClass = "digit.class"
    case digitPercent = "digit.percent"
    case digitAnswer = "digit.answer"
    case digitHolds = "digit.holds"
    case digitBreaks = "digit.breaks"
    case digitConvolution = "digit.convolution"
    case digitPooling = "digit.pooling"
    case digitMap = "digit.map"
    case digitInput = "digit.input"
    case digitLargest = "digit.largest"
    case digitAll = "digit.all"
    case digitBias = "digit.bias"
    case helpsDraw = "helps.draw"
    case helpsPick = "helps.pick"
    case helpsCover = "helps.cover"
    case helpsMap = "helps.map"
    // The pooling stepper
    case poolMax = "pool.max"
    case poolAverage = "pool.average"
    case poolKind = "pool.kind"
    case poolStride = "pool.stride"
    case poolStep = "pool.step"
    case poolBack = "pool.back"
    case poolNext = "pool.next"
    case poolMap = "pool.map"
    case poolAnswer = "pool.answer"
    case poolStop = "pool.stop"
    // The training replay
    case replayEpoch = "replay.epoch"
    case replayLoss = "replay.loss"
    case replayAccuracy = "replay.accuracy"
    case replayStep = "replay.step"
    case replayKernels = "replay.kernels"
    case replayConfusion = "replay.confusion"
    case replayLater = "replay.later"

    /// What the page's script puts in.
    var slots: [String] {
        switch self {
        case .fileUnreadable, .fileBlank: ["file"]
        case .resultKernel, .badNumber, .badDivisor, .badWhole, .cannyJoined, .cannyAlone: ["low", "high"]
        case .resultSigned: ["low", "high", "limit"]
        case .resultMagnitude, .resultAngle: ["most"]
        case .resultCanny: ["count"]
        case .place, .weight, .digitPenUp, .digitPenDown: ["row", "column"]
        case .digitImage: ["n", "name"]
        case .digitNumber: ["n"]
        case .onScreen: ["level"]
        case .cannyBelow: ["low"]
        case .cannyStrong: ["high"]
        case .digitScaled: ["height", "width", "side"]
        case .digitPercent: ["n"]
        case .digitAnswer, .digitHolds: ["answer", "share", "network"]
        case .digitBreaks: ["answer", "share", "network", "before"]
        case .digitConvolution, .digitPooling: ["n", "count", "size"]
        case .digitMap: ["name", "n", "row", "column"]
        case .digitAll: ["count", "n", "part"]
        case .poolStop: ["n", "count"]
        case .replayLoss: ["high", "training", "validation"]
        case .replayAccuracy: ["low", "high", "training", "validation"]
        case .replayStep: ["step"]
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
