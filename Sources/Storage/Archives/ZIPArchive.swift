/// Files in one: a ZIP archive, as PKWARE's APPNOTE 6.3 describes it, the same bytes for the same files.
///
/// Members are stored as they are. What decks hold are pictures, which PNG has packed already; the texts beside them are
/// a hundredth of that. All have the first time that the format knows, since a date would make every run's file another one.
public struct ZIPArchive: Sendable {
    /// A file of the archive.
    public struct Member: Sendable {
        /// Its path, with `/` between names.
        public let path: String
        /// The content.
        public let bytes: [UInt8]

        /// A file under a path.
        public init(_ path: String, _ bytes: [UInt8]) {
            self.path = path
            self.bytes = bytes
        }

        /// A text, as UTF-8.
        public init(_ path: String, _ text: String) { self.init(path, Array(text.utf8)) }
    }

    /// The most that sizes and places of 32 bits can say.
    private static let limit = Int(UInt32.max) - 1
    /// 1 January 1980, midnight.
    private static let (time, date): (UInt16, UInt16) = (0, 1 << 5 | 1)
    /// Paths are UTF-8.
    private static let flags: UInt16 = 1 << 11
    /// Of the version that knows folders.
    private static let version: UInt16 = 20

    /// The archive.
    ///
    /// - Parameter comment: stands at the very end.
    /// - Returns: nil where there are more than 65,534 members or four gigabytes.
    public static func bytes(of members: [Member], comment: String = "") -> [UInt8]? {
        let total = members.reduce(0) { $0 + $1.bytes.count + 2 * $1.path.utf8.count + 76 }
        guard members.count < Int(UInt16.max), total < limit, comment.utf8.count < Int(UInt16.max) else { return nil }
        var file: [UInt8] = []
        file.reserveCapacity(total + comment.utf8.count + 22)
        var directory: [UInt8] = []
        for member in members {
            let place = UInt32(file.count)
            let head = head(of: member)
            file.append(little: 0x0403_4B50 as UInt32)
            file += head
            file += member.path.utf8
            file += member.bytes
            directory.append(little: 0x0201_4B50 as UInt32)
            directory.append(little: version)
            directory += head
            // No comment, the first disk, no attributes.
            directory += [UInt8](repeating: 0, count: 10)
            directory.append(little: place)
            directory += member.path.utf8
        }
        let start = UInt32(file.count)
        file += directory
        file.append(little: 0x0605_4B50 as UInt32)
        file.append(little: 0 as UInt32)
        file.append(little: UInt16(members.count))
        file.append(little: UInt16(members.count))
        file.append(little: UInt32(directory.count))
        file.append(little: start)
        file.append(little: UInt16(comment.utf8.count))
        return file + Array(comment.utf8)
    }

    /// What stands both before a member and in the directory at the end: from the version needed to the lengths.
    private static func head(of member: Member) -> [UInt8] {
        var head: [UInt8] = []
        head.append(little: version)
        head.append(little: flags)
        // Stored.
        head.append(little: 0 as UInt16)
        head.append(little: time)
        head.append(little: date)
        head.append(little: CRC32.of(member.bytes))
        head.append(little: UInt32(member.bytes.count))
        head.append(little: UInt32(member.bytes.count))
        head.append(little: UInt16(member.path.utf8.count))
        head.append(little: 0 as UInt16)
        return head
    }
}

extension [UInt8] {
    fileprivate mutating func append(little number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }
}
