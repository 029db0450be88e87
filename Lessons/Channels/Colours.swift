import Figures
import Imaging
import Languages
import Notebook

/// The filter with three slices on the whole picture, which it sees in colours alone.
enum Colours {
    static func handOver(of scene: ColorImage, to material: inout Material) {
        // snippet.colours
        let channels: [ColorImage.Channel] = [.red, .green, .blue]
        let maps = zip(channels, Channels.slices).map { channel, slice in
            scene.channel(channel).correlated(with: slice, border: .replicate)
        }
        let together = maps.dropFirst().reduce(maps[0]) { sum, map in
            GrayImage(width: map.width, height: map.height, pixels: zip(sum.pixels, map.pixels).map { $0 + $1 })
        }
        let gray = scene.gray
        let onGray = Channels.slices.map { gray.correlated(with: $0, border: .replicate) }
        let nothing = zip(onGray[0].pixels, zip(onGray[1].pixels, onGray[2].pixels)).map { $0 + $1.0 + $1.1 }
        // snippet.end
        let largest = nothing.map(abs).max() ?? 0
        material.value("onGray", Int(largest))
        material.record("onGray", largest)
        let limit = (maps + [together]).map(\.strongValue).max()
        material.figure("rgb", showsPicture: true) { words in
            let steps = try zip(Channels.names, zip(channels, zip(Channels.slices, maps))).map { name, step in
                BeforeAfter.Step(
                    before: .color(scene.tinted(step.0)), kernel: step.1.0, after: .signed(step.1.1, limit: limit),
                    beforeCaption: try words(name))
            }
            let sum = Pictures(
                [
                    .init(.color(scene), caption: try words("picture")),
                    .init(.signed(together, limit: limit), caption: try words("sum"), captionRole: .output),
                ], columns: 2, arrows: true)
            return Composition(.stack, [.init(BeforeAfter(steps, breadth: .column)), .init(sum)])
        }
    }
}
