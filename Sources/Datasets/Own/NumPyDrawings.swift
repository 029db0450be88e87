import Languages
import Platform

/// QuickDraw's NumPy bitmaps, and all that are like them: a file for each class, an array of bytes of N x 784, N x H x W or
/// N x H x W x 3 (https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html).
struct NumPyDrawings {
    private let content: FolderContent
    private let files: [String]

    /// What Google puts before the names of its files.
    private static let prefix = "full_numpy_bitmap_"

    /// Looks at names alone.
    ///
    /// - Returns: `nil` where there is no `.npy` file.
    init?(_ content: FolderContent) {
        files = NaturalOrder.sorted(content.files.filter { $0.hasSuffix(".npy") }, by: Self.name)
        guard !files.isEmpty else { return nil }
        self.content = content
    }

    /// The class that a file is called by.
    private static func name(of file: String) -> String {
        let stem = file.dropLast(4)
        return String(stem.hasPrefix(prefix) ? stem.dropFirst(prefix.count) : stem)
    }

    /// Reads all files.
    func read() throws(OwnDataError) -> OwnForm {
        let names = files.map(Self.name)
        if names.count == 1 { throw .oneClass(names[0]) }
        if names.count > OwnDataError.mostClasses { throw .tooManyClasses(names.count) }
        var all: RawPictures?
        for (label, file) in files.enumerated() {
            let pictures = try pictures(file, label)
            guard var sum = all else {
                all = pictures
                continue
            }
            guard sum.form == pictures.form else {
                throw .malformed(
                    file: content.url(file).path, expected: "pictures of \(sum.form)", found: pictures.form)
            }
            all = nil
            sum.pixels += pictures.pixels
            sum.labels += pictures.labels
            guard sum.pixels.count <= OwnDataError.mostBytes else { throw .tooMuch(bytes: sum.pixels.count) }
            all = sum
        }
        guard let all else { throw .noForm(folder: content.folder.path, found: "nothing") }
        return OwnForm(classes: names.map { ClassName($0) }, train: all, test: nil)
    }

    private func pictures(_ file: String, _ label: Int) throws(OwnDataError) -> RawPictures {
        let bytes = try content.bytes(file)
        let path = content.url(file).path
        let array: NumPyArray
        do { array = try NumPyArray(bytes) } catch {
            throw .malformed(file: path, expected: error.expected, found: error.found)
        }
        guard let (rows, columns, channels) = Self.form(array.shape) else {
            throw .malformed(
                file: path, expected: "an array of N x 784, N x H x W or N x H x W x 3",
                found: array.shape.map(String.init).joined(separator: " x "))
        }
        let labels = [Int](repeating: label, count: array.shape[0])
        return RawPictures(
            rows: rows, columns: columns, channels: channels, pixels: Array(array.content), labels: labels)
    }

    /// Height, width and channels of the pictures of an array.
    private static func form(_ shape: [Int]) -> (Int, Int, Int)? {
        switch shape.count {
        case 2:
            let side = Int(Double(shape[1]).squareRoot())
            return side > 0 && side * side == shape[1] ? (side, side, 1) : nil
        case 3: return shape[1] > 0 && shape[2] > 0 ? (shape[1], shape[2], 1) : nil
        case 4: return shape[1] > 0 && shape[2] > 0 && [1, 3].contains(shape[3]) ? (shape[1], shape[2], shape[3]) : nil
        default: return nil
        }
    }
}

/// An array of unsigned bytes in NumPy's own format.
public struct NumPyArray: Equatable, Sendable {
    /// The extents.
    public let shape: [Int]
    /// The numbers, the last axis fastest.
    public let content: ArraySlice<UInt8>

    /// What was expected and what was found instead.
    public struct Problem: Error, Equatable, Sendable {
        let expected: String
        let found: String
    }

    private static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

    /// - Throws: ``Problem`` for what is no array of bytes in the order of C, or not as long as it says.
    public init(_ bytes: [UInt8]) throws(Problem) {
        guard bytes.starts(with: Self.magic), bytes.count >= 12 else {
            throw Problem(expected: "an array of NumPy", found: "another beginning than \\x93NUMPY")
        }
        let wide = bytes[6] >= 2
        let length =
            wide
            ? Int(bytes[8]) | Int(bytes[9]) << 8 | Int(bytes[10]) << 16 | Int(bytes[11]) << 24
            : Int(bytes[8]) | Int(bytes[9]) << 8
        let start = (wide ? 12 : 10) + length
        guard length <= 1 << 16, start <= bytes.count else {
            throw Problem(expected: "a header of \(length) bytes", found: "\(bytes.count) bytes in all")
        }
        let header = String(decoding: bytes[(wide ? 12 : 10)..<start], as: UTF8.self)
        guard let kind = Self.value(of: "descr", in: header), Self.bytes.contains(Self.quoted(kind) ?? "") else {
            throw Problem(
                expected: "numbers of one byte from 0 to 255 ('|u1', which array.astype('uint8') makes)",
                found: Self.kind(Self.value(of: "descr", in: header)))
        }
        guard Self.value(of: "fortran_order", in: header)?.hasPrefix("False") == true else {
            throw Problem(expected: "the order of C ('fortran_order': False)", found: "another order")
        }
        guard let text = Self.value(of: "shape", in: header), text.hasPrefix("("),
            let end = text.firstIndex(of: ")")
        else { throw Problem(expected: "a shape", found: "none") }
        let extents = text[..<end].dropFirst().split(separator: ",").map { Int($0.filter { $0 != " " }) }
        var shape: [Int] = []
        var product = 1
        for extent in extents {
            guard let extent, extent >= 0, extent <= 1 << 40 else {
                throw Problem(expected: "a shape of whole numbers", found: String(text[...end]))
            }
            shape.append(extent)
            let (next, overflow) = product.multipliedReportingOverflow(by: extent)
            product = overflow ? Int.max : next
        }
        guard !shape.isEmpty, product == bytes.count - start else {
            throw Problem(
                expected: "\(product) bytes for \(shape.map(String.init).joined(separator: " x "))",
                found: "\(bytes.count - start)")
        }
        self.shape = shape
        content = bytes[start...]
    }

    /// The names of unsigned bytes, whose order is none.
    private static let bytes: Set<String> = ["|u1", "<u1", ">u1", "=u1", "u1"]

    /// What stands between quotation marks at the beginning.
    private static func quoted(_ text: Substring) -> String? {
        guard let mark = text.first, mark == "'" || mark == "\"" else { return nil }
        let inner = text.dropFirst()
        return inner.firstIndex(of: mark).map { String(inner[..<$0]) }
    }

    /// A kind of number as NumPy writes it, and what NumPy calls it: `'<f8' (float64)`.
    private static func kind(_ text: Substring?) -> String {
        guard let text else { return "no kind of number" }
        guard let name = quoted(text), !name.isEmpty, name.count <= 16, name.isReadable else {
            return text.first == "[" ? "records of several fields" : "a kind of number that can't be read"
        }
        let plain = name.drop { "<>=|".contains($0) }
        let words: [Character: String] = ["f": "float", "i": "int", "u": "uint", "c": "complex"]
        guard let first = plain.first, let word = words[first], let size = Int(plain.dropFirst()),
            (1...32).contains(size)
        else { return plain == "b1" ? "'\(name)' (bool)" : "'\(name)'" }
        return "'\(name)' (\(word)\(size * 8))"
    }

    /// What stands behind a key of the header, a dictionary as Python writes it.
    private static func value(of key: String, in header: String) -> Substring? {
        for mark in ["'\(key)':", "\"\(key)\":"] {
            if let place = header.firstRange(of: mark) {
                return header[place.upperBound...].drop { $0 == " " }
            }
        }
        return nil
    }
}
