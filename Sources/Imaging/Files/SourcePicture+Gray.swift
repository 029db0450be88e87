extension SourcePicture {
    /// How bright the picture is to the eye: the luma of ITU-R BT.601, as ``ColorImage/gray`` has it, rounded to the
    /// samples' own bits. A grey picture is itself.
    public var gray: SourcePicture {
        switch samples {
        case .bytes(let planes) where planes.count == 3: SourcePicture(.bytes([Self.luma(planes)]))
        case .words(let planes) where planes.count == 3: SourcePicture(.words([Self.luma(planes)]))
        default: self
        }
    }

    /// The samples of eight bits, rounded where there are sixteen.
    public var bytes: [Plane<UInt8>] {
        switch samples {
        case .bytes(let planes): planes
        // Rounded to the nearest; 65,535 is 255 times 257.
        case .words(let planes): planes.map { $0.map { UInt8((UInt32($0) + 128) / 257) } }
        }
    }

    /// The picture as a screen shows it.
    public var image: ColorImage {
        let planes = bytes
        return ColorImage(red: planes[0], green: planes[planes.count == 3 ? 1 : 0], blue: planes[planes.count - 1])
    }

    /// The picture as a screen shows it, at another size. Plane after plane: a large one would not fit four times.
    ///
    /// - Precondition: the new sides are positive.
    public func image(width newWidth: Int, height newHeight: Int) -> ColorImage {
        let planes = bytes.map { plane in
            Plane<UInt8>(GrayImage(plane).resized(width: newWidth, height: newHeight))
        }
        return ColorImage(red: planes[0], green: planes[planes.count == 3 ? 1 : 0], blue: planes[planes.count - 1])
    }

    private static func luma<Sample: PlaneSample & FixedWidthInteger>(_ planes: [Plane<Sample>]) -> Plane<Sample> {
        var answer = Plane<Sample>(width: planes[0].width, height: planes[0].height)
        let size = (planes[0].width, planes[0].height)
        planes[0].reading { red in
            planes[1].reading { green in
                planes[2].reading { blue in
                    answer.overwriting(width: size.0, height: size.1) { target in
                        for row in 0..<size.1 {
                            for column in 0..<size.0 {
                                target[row][column] = Luma.of(
                                    red: red[row][column], green: green[row][column], blue: blue[row][column])
                            }
                        }
                    }
                }
            }
        }
        return answer
    }
}

extension Plane {
    /// Every sample passed through `function`.
    func map<Other: PlaneSample>(_ function: (Sample) -> Other) -> Plane<Other> {
        var answer = Plane<Other>(width: width, height: height)
        reading { source in
            answer.overwriting(width: width, height: height) { target in
                for row in 0..<height {
                    for column in 0..<width { target[row][column] = function(source[row][column]) }
                }
            }
        }
        return answer
    }
}
