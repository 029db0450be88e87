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
    /// Puts an IDX file of 28 x 28 images and an IDX file of labels from 0 to 9 together.
    ///
    /// - Parameter files: the names of both files, for errors.
    /// - Throws: ``DatasetError/malformed(file:expected:found:)``.
    public init(
        imageFile: [UInt8], labelFile: [UInt8], files: (images: String, labels: String)
    ) throws(DatasetError) {
        let images: IDX
        let labels: IDX
        do { images = try IDX(imageFile, rank: 3) } catch {
            throw .malformed(file: files.images, expected: error.expected, found: error.found)
        }
        do { labels = try IDX(labelFile, rank: 1) } catch {
            throw .malformed(file: files.labels, expected: error.expected, found: error.found)
        }
        guard images.dimensions[1] == DatasetKind.side, images.dimensions[2] == DatasetKind.side else {
            throw .malformed(
                file: files.images, expected: "images of 28 x 28",
                found: "\(images.dimensions[1]) x \(images.dimensions[2])")
        }
        guard images.dimensions[0] == labels.dimensions[0] else {
            throw .malformed(
                file: files.labels, expected: "a label for each of \(images.dimensions[0]) images",
                found: "\(labels.dimensions[0]) labels")
        }
        if let wrong = labels.content.firstIndex(where: { $0 >= DatasetKind.classes }) {
            throw .malformed(
                file: files.labels, expected: "labels from 0 to 9",
                found: "\(labels.content[wrong]) as label \(wrong - labels.content.startIndex)")
        }
        self.init(
            rows: DatasetKind.side, columns: DatasetKind.side, pixels: Array(images.content),
            labels: Array(labels.content))
    }
}
