/// The layout in which MNIST is published: a magic number that tells the kind of number and the count of
/// dimensions, the dimensions as 32-bit numbers, the most significant byte first, and the numbers themselves.
struct IDX: Equatable {
    let dimensions: [Int]
    /// The numbers, one byte each; as many as the dimensions multiply to.
    let content: ArraySlice<UInt8>

    /// What was expected and what was found instead.
    struct Problem: Error, Equatable {
        let expected: String
        let found: String
    }

    /// Reads a file of unsigned bytes.
    ///
    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - rank: how many dimensions it should have.
    init(_ bytes: [UInt8], rank: Int) throws(Problem) {
        let header = 4 + 4 * rank
        guard bytes.count >= 4 else {
            throw Problem(expected: "a header of \(header) bytes", found: "\(bytes.count) bytes in all")
        }
        let magic: [UInt8] = [0, 0, 0x08, UInt8(rank)]
        guard bytes.starts(with: magic) else {
            throw Problem(
                expected: "the magic number \(Self.hexadecimal(magic[...])) (unsigned bytes, \(rank) dimensions)",
                found: Self.hexadecimal(bytes.prefix(4)))
        }
        guard bytes.count >= header else {
            throw Problem(expected: "a header of \(header) bytes", found: "\(bytes.count) bytes in all")
        }
        dimensions = (1...rank).map { number in
            bytes[(4 * number)..<(4 * number + 4)].reduce(0) { $0 << 8 | Int($1) }
        }
        let product = dimensions.reduce((partialValue: 1, overflow: false)) { product, dimension in
            let next = product.partialValue.multipliedReportingOverflow(by: dimension)
            return (next.partialValue, product.overflow || next.overflow)
        }
        let shape = dimensions.map(String.init).joined(separator: " x ")
        guard !product.overflow, product.partialValue == bytes.count - header else {
            let needed = product.overflow ? "more bytes than a computer has" : "\(product.partialValue) bytes"
            throw Problem(expected: "\(needed) after the header, for \(shape)", found: "\(bytes.count - header)")
        }
        content = bytes[header...]
    }

    private static func hexadecimal(_ bytes: ArraySlice<UInt8>) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(separator: " ")
    }
}

extension LabeledImages {
    /// Puts an IDX file of images and an IDX file of labels together.
    ///
    /// - Parameters:
    ///   - files: the names of both files, for errors.
    ///   - kind: says which shape the images have, and how many classes there are.
    /// - Throws: ``DatasetError/malformed(file:expected:found:)``.
    public init(
        imageFile: [UInt8], labelFile: [UInt8], files: (images: String, labels: String),
        of kind: DatasetDescription = .mnist
    ) throws(DatasetError) {
        let images: IDX
        let labels: IDX
        do { images = try IDX(imageFile, rank: kind.channels == 1 ? 3 : 4) } catch {
            throw .malformed(file: files.images, expected: error.expected, found: error.found)
        }
        do { labels = try IDX(labelFile, rank: 1) } catch {
            throw .malformed(file: files.labels, expected: error.expected, found: error.found)
        }
        let expected = kind.channels == 1 ? [kind.rows, kind.columns] : kind.shape.extents
        guard Array(images.dimensions.dropFirst()) == expected else {
            func text(_ dimensions: [Int]) -> String { dimensions.map(String.init).joined(separator: " x ") }
            throw .malformed(
                file: files.images, expected: "images of \(text(expected))",
                found: text(Array(images.dimensions.dropFirst())))
        }
        guard images.dimensions[0] == labels.dimensions[0] else {
            throw .malformed(
                file: files.labels, expected: "a label for each of \(images.dimensions[0]) images",
                found: "\(labels.dimensions[0]) labels")
        }
        if let wrong = labels.content.firstIndex(where: { $0 >= kind.classes.count }) {
            throw .malformed(
                file: files.labels, expected: "labels from 0 to \(kind.classes.count - 1)",
                found: "\(labels.content[wrong]) as label \(wrong - labels.content.startIndex)")
        }
        self.init(
            rows: kind.rows, columns: kind.columns, channels: kind.channels, classes: kind.classes.count,
            pixels: Array(images.content), labels: Array(labels.content))
    }
}
