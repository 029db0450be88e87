import Elementary
import Figures
import Imaging
import Languages
import NeuralNetwork
import Notebook

/// What the second convolution of the course's network does: many maps in, one map out, for each of its filters.
enum ManyMaps {
    static func handOver(of gray: GrayImage, to material: inout Material) throws {
        try count(&material)
        maps(of: gray, &material)
    }

    private static func count(_ material: inout Material) throws {
        // snippet.count
        let layers = try CourseModels.cnn.model.summary()
        let (before, second) = (layers[1].output, layers[2])
        let products = 3 * 3 * before[2]
        let filters = second.output[2]
        let parameters = (products + 1) * filters
        let isSo = parameters == second.parameters
        // snippet.end
        material.value("maps", before[2])
        material.value("products", products)
        material.value("filters", filters)
        material.value("parameters", parameters)
        material.value("halved", (products / 2 + 1) * filters)
        material.value("perFilter", products + 1)
        material.value("answersOfFilter", second.output[0] * second.output[1])
        material.record("products", products)
        material.record("parameters", second.parameters)
        material.printed(
            "count", ["products": "\(products)", "filters": "\(filters)", "parameters": "\(parameters)"],
            ["isSo": .isSo(isSo)])
    }

    // snippet.directions
    /// Maps of edges, each of one direction: Sobel's two answers, turned little by little.
    static func edges(in picture: GrayImage, count: Int) -> [GrayImage] {
        let gradient = Gradient(of: picture)
        return (0..<count).map { index in
            let angle = 2 * Double.pi * Double(index) / Double(count)
            let (along, down) = (Float(Double.cos(angle)), Float(Double.sin(angle)))
            let turned = zip(gradient.horizontal.pixels, gradient.vertical.pixels).map { along * $0 + down * $1 }
            return GrayImage(width: picture.width, height: picture.height, pixels: turned).rectified()
        }
    }

    /// A filter over these maps: at each of the eight neighbours it looks for what grows lighter towards the middle.
    static func spots(count: Int) -> [Kernel] {
        (0..<count).map { index in
            let angle = 2 * Double.pi * Double(index) / Double(count)
            let weights: [[Float]] = (-1...1).map { row in
                (-1...1).map { column in
                    Float(-Double(column) * Double.cos(angle) - Double(row) * Double.sin(angle))
                }
            }
            return Kernel(id: "spots-\(index)", weights)
        }
    }
    // snippet.end

    private static func maps(of gray: GrayImage, _ material: inout Material) {
        // snippet.many
        let small = gray.resized(width: gray.width / 6, height: gray.height / 6)
        let maps = edges(in: small, count: 32)
        let answers = Channels.map(of: spots(count: 32), bias: 0, on: maps)
        // snippet.end
        material.record("spots", [answers.height, answers.width])
        let limit = maps.map(\.strongValue).max()
        material.figure("maps", showsPicture: true) { words in
            let many = Pictures(
                maps.map { .init(.magnitude($0, limit: limit)) }, columns: 8, legend: try words("edges"))
            let one = Pictures(
                [.init(.signed(answers, limit: answers.strongValue), caption: try words("one"), captionRole: .output)])
            return Composition(
                .row,
                [
                    .init(many, heading: try words("many", ["count": .integer(maps.count)]), share: 2.2),
                    .init(one, heading: try words("filter")),
                ], breadth: .wide)
        }
    }
}
