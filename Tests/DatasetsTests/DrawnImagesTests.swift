import Datasets
import TestSupport
import Testing

@Suite("Drawn images", .limited)
struct DrawnImagesTests {
    private let digits = DrawnImages(.mnist, seed: 1)

    @Test(
        "the same seed draws the same bytes, on one thread or several, all at once or one by one",
        arguments: DatasetDescription.published)
    func deterministic(kind: DatasetDescription) throws {
        let drawer = DrawnImages(kind, seed: 1)
        let one = try drawer.images(0..<600, threads: 1)
        #expect(try drawer.images(0..<600, threads: 3) == one)
        let alone = try drawer.images(517..<518, threads: 1)
        #expect(alone.pixels == Array(one.pixels(of: 517)) && alone.labels == [one.labels[517]])
    }

    @Test("another seed draws other images")
    func seeds() throws {
        #expect(try digits.images(0..<20, threads: 1) != DrawnImages(.mnist, seed: 2).images(0..<20, threads: 1))
    }

    @Test("all classes come up about equally often, and not exactly so")
    func balance() throws {
        let counts = try digits.images(0..<2_000, threads: 2).classCounts()
        #expect(counts.reduce(0, +) == 2_000)
        #expect(counts.allSatisfy { (140...260).contains($0) })
        #expect(Set(counts).count > 1)
    }

    @Test("white on black, inside the margin, about as much ink as MNIST has")
    func ink() throws {
        let images = try digits.images(0..<1_000, threads: 2)
        let mean = images.pixels.reduce(0) { $0 + Int($1) } / images.pixels.count
        #expect((25...42).contains(mean))
        for index in 0..<images.count {
            let image = images.image(index)
            #expect(image.range?.upperBound ?? 0 > 200)
            #expect(image.rows[0].allSatisfy { $0 == 0 } && image.rows[27].allSatisfy { $0 == 0 })
        }
    }

    @Test("garments lie on black, show many shades, and fill the image from top to bottom where they are long")
    func garments() throws {
        let images = try DrawnImages(.fashionMNIST, seed: 1).images(0..<600, threads: 2)
        for index in 0..<images.count {
            let image = images.image(index)
            #expect(image.pixels.contains(0) && Set(image.pixels).count > 15)
            let lit = image.rows.count { row in row.contains { $0 > 0 } }
            switch images.labels[index] {
            case 1, 3: #expect(lit >= 24)
            case 7: #expect(lit <= 18)
            default: #expect(lit >= 4)
            }
        }
    }

    @Test("no two garments are the same")
    func garmentVariety() throws {
        let images = try DrawnImages(.fashionMNIST, seed: 1).images(0..<300, threads: 2)
        #expect(Set((0..<300).map { Array(images.pixels(of: $0)) }).count == 300)
    }

    @Test("two images of a class are not the same")
    func variety() throws {
        let images = try digits.images(0..<400, threads: 2)
        let sevens = (0..<400).filter { images.labels[$0] == 7 }.map { Array(images.pixels(of: $0)) }
        #expect(Set(sevens).count == sevens.count && sevens.count > 10)
    }

    @Test("no image asked for, none drawn")
    func none() throws {
        #expect(try digits.images(5..<5, threads: 2).count == 0)
    }
}
