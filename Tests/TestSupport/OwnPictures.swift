import Foundation
import Imaging

/// Pictures that somebody might have: shapes that a few lines draw, a class each.
public enum OwnPictures {
    /// The classes, in the order of their folders' names.
    public static let classes = ["circle", "cross", "ring", "square", "triangle"]

    /// A shape somewhere near the middle, light on dark.
    ///
    /// - Parameters:
    ///   - label: which shape, 0 to 4.
    ///   - number: makes each picture another one.
    public static func picture(_ label: Int, _ number: Int, width: Int = 28, height: Int = 28) -> ColorImage {
        let side = Double(min(width, height))
        let size = side * (0.24 + 0.02 * Double(number % 6))
        let (x, y) = (Double(width) / 2 + Double(number % 5) - 2, Double(height) / 2 + Double(number / 5 % 5) - 2)
        let light = ColorImage.Pixel(
            red: UInt8(255 - number % 7 * 12), green: UInt8(180 + number % 4 * 20), blue: UInt8(140 + number % 9 * 12))
        let dark = ColorImage.Pixel(
            red: UInt8(number % 11 * 4), green: UInt8(number % 6 * 5), blue: UInt8(number % 8 * 6))
        var image = ColorImage(width: width, height: height, repeating: dark)
        for row in 0..<height {
            for column in 0..<width where contains(label, Double(column) - x, Double(row) - y, size) {
                image[row, column] = light
            }
        }
        return image
    }

    private static func contains(_ label: Int, _ x: Double, _ y: Double, _ size: Double) -> Bool {
        let distance = (x * x + y * y).squareRoot()
        switch label {
        case 0: return distance < size
        case 1: return min(abs(x), abs(y)) < size * 0.3 && max(abs(x), abs(y)) < size * 1.3
        case 2: return distance < size && distance > size * 0.6
        case 3: return max(abs(x), abs(y)) < size * 0.8
        default: return y > -size && y < size * 0.8 && abs(x) < (y + size) / 2
        }
    }

    /// Writes a folder for each class.
    ///
    /// - Parameters:
    ///   - count: how many pictures of each class.
    ///   - classes: how many classes, the first ones.
    ///   - isGray: whether the files hold greys.
    public static func write(
        _ count: Int, to folder: URL, classes: Int = 5, width: Int = 28, height: Int = 28, isGray: Bool = false
    ) throws {
        for label in 0..<classes {
            let place = folder.appending(path: Self.classes[label])
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            for number in 0..<count {
                let image = picture(label, number, width: width, height: height)
                let bytes = isGray ? try PNG.encode(image.gray) : try PNG.encode(image)
                try Data(bytes).write(to: place.appending(path: "\(number).png"))
            }
        }
    }
}
