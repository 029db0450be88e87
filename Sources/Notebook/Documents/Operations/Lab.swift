import Documents
import Figures
import Imaging
import Storage

/// Something to play with: what it shows at first. Where a page can't compute, the block's figure stands in its place.
public struct Lab: Sendable {
    /// What is played with.
    public enum Kind: String, CaseIterable, Sendable {
        /// A picture, a kernel, and what becomes of the picture.
        case kernel
        /// A digit that readers draw, and what two trained networks make of it.
        case digit
        /// A window that visits a small map.
        case pooling
        /// A training, epoch by epoch.
        case replay

        /// What a block of a document may ask for; the others need what a lesson has computed.
        static let ofBlocks = [kernel]
    }

    /// What of a picture is shown, by its name in the page's address.
    enum Show: String, CaseIterable, Sendable {
        case kernel, magnitude, angle, canny
    }

    /// What is played with.
    public let kind: Kind
    /// The picture that it is about, in whole levels from 0 to 255; nil where it is about none.
    public let picture: GrayImage?
    /// What it shows at first, as the page's address has it: `kernel=sobel-x&negative=signed`.
    public let state: String
    /// What else it computes on, by the names that its script has for it. What two labs share stands once in a page.
    public let parts: [String: Part]

    /// Something that a lab computes on.
    public struct Part: Sendable {
        /// Depends on nothing but the value.
        public let name: String
        /// What the page's script reads.
        public let value: JSONText

        /// A part.
        public init(_ value: JSONText) {
            name = String(SHA256.hex(of: value.line).prefix(12))
            self.value = value
        }
    }

    /// A lab of a kind.
    public init(_ kind: Kind, picture: GrayImage? = nil, state: String = "", parts: [String: Part] = [:]) {
        (self.kind, self.picture, self.state, self.parts) = (kind, picture, state, parts)
    }
}

extension Lab {
    /// What a kernel of five can be laid on.
    private static let leastSide = 5
    /// The largest threshold that its sliders reach.
    private static let largestThreshold = 600

    /// What a block has a lab show at first, and the same as a figure.
    ///
    /// - Throws: ``DocumentError`` for a kind that there is not, and for a state that makes no sense.
    static func made(
        of picture: GrayImage, _ attributes: Attributes
    ) throws(DocumentError) -> (lab: Lab, result: OperationResult) {
        try attributes.check(known: ["id", "image", "show", "kernel", "border", "negative", "low", "high"])
        let kind = try attributes.labKind
        guard min(picture.width, picture.height) >= leastSide else {
            throw attributes.fault(
                "its picture is \(picture.width) x \(picture.height); take one with \(leastSide) pixels or more on each side"
            )
        }
        let show: Show = try attributes.choice("show", otherwise: .kernel)
        let kernel = try attributes.namedKernel
        let border: Border = try attributes.choice("border", otherwise: .replicate)
        let negative: Negatives = try attributes.choice("negative", otherwise: .clip)
        let low = try attributes.whole("low", in: 0...largestThreshold, otherwise: 40)
        let high = try attributes.whole("high", in: 0...largestThreshold, otherwise: 110)
        guard low <= high else { throw attributes.fault("low=\(low) is over high=\(high)") }
        let state =
            "show=\(show.rawValue)&kernel=\(kernel.id)&border=\(border.rawValue)&negative=\(negative.rawValue)"
            + "&low=\(low)&high=\(high)"
        let figure: Material.Drawing = { _ in
            switch show {
            case .kernel:
                let answer = picture.correlated(with: kernel, border: border)
                return BeforeAfter(.gray(picture), kernel, answer.shown(negative))
            case .magnitude: return ValueMap(Gradient(of: picture).magnitude, .magnitude(), breadth: .wide)
            case .angle:
                let gradient = Gradient(of: picture)
                return AngleMap(angles: gradient.angle, strength: gradient.magnitude, breadth: .wide)
            case .canny:
                let canny = Canny(of: picture, low: Float(low), high: Float(high))
                return Pictures([.init(.gray(picture)), .init(.gray(canny.edges))], arrows: true)
            }
        }
        return (Lab(kind, picture: picture, state: state), OperationResult(figure: figure, values: []))
    }
}

extension Attributes {
    /// What is played with.
    fileprivate var labKind: Lab.Kind {
        get throws(DocumentError) {
            guard let kind = Lab.Kind.ofBlocks.first(where: { $0.rawValue == subject }) else {
                throw fault(
                    "there is no lab “\(subject ?? "")”; there are \(Lab.Kind.ofBlocks.map(\.rawValue).joined(separator: ", "))"
                )
            }
            return kind
        }
    }

    /// A kernel by its name; readers type others themselves.
    fileprivate var namedKernel: Kernel {
        get throws(DocumentError) {
            let name = value("kernel") ?? Kernel.identity.id
            let kernel: Kernel
            do throws(KernelError) { kernel = try Kernel(parsing: name) } catch { throw fault("kernel: \(error)") }
            guard Kernel.named.contains(kernel) else {
                throw fault("a lab begins with a kernel that has a name; take kernel=sobel-x")
            }
            return kernel
        }
    }
}

extension GrayImage {
    /// The answer of a kernel as a figure shows it.
    fileprivate func shown(_ negatives: Negatives) -> Picture {
        switch negatives {
        case .clip: .gray(clipped())
        case .absolute: .gray(absolute().clipped())
        case .rescale: .gray(rescaled())
        case .signed: .signed(self)
        }
    }
}

extension SourcePicture {
    /// Its brightness in whole levels, reduced where it is larger than a page shows.
    var grayOfPage: GrayImage {
        let gray = GrayImage(self.gray.bytes[0])
        let size = OwnScene.fitting(width, height)
        guard size != (width, height) else { return gray }
        return gray.resized(width: size.width, height: size.height).map { $0.rounded() }
    }
}
