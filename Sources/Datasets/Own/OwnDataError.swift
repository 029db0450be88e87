/// Own data that can't be used: what is wrong, where, and what to do.
public enum OwnDataError: Error, Equatable, CustomStringConvertible {
    /// A folder in which nothing has a form that is read.
    case noForm(folder: String, found: String)
    /// What the system does not hand over.
    case unreadable(reason: String)
    /// A file that is not a picture, or a damaged one.
    case picture(file: String, reason: String)
    /// A file that is not laid out as it should be.
    case malformed(file: String, expected: String, found: String)
    /// A part of a set that has to be there and is not: what it is to be called, and the file that goes with it.
    case noPart(folder: String, part: String, name: String, beside: String)
    /// Several files for one part of a set.
    case ambiguous(part: String, files: [String])
    /// A folder of a class with nothing in it.
    case emptyClass(folder: String)
    /// One class alone.
    case oneClass(String)
    /// More classes than figures have room for.
    case tooManyClasses(Int)
    /// A class that is in one half and not in the other.
    case absent(name: String, fromTraining: Bool)
    /// Fewer pictures of a class than there have to be.
    case tooFew(name: String, count: Int)
    /// So much of a class is held back for the test that too little is left to learn from.
    case share(name: String, of: Int, held: Double, left: Int)
    /// A label that has no name.
    case label(file: String, label: Int, classes: Int)
    /// Two halves of a set that do not have the same form.
    case unlikeHalves(train: String, test: String)
    /// Pictures for which the course's networks have no layers, or no room.
    case size(rows: Int, columns: Int)
    /// More than the memory should take.
    case tooMuch(bytes: Int)
    /// A name that no own data may have.
    case name(String, reason: String)
    /// A name for something that is not there.
    case unknown(String, hint: String)
    /// A name that something has already.
    case taken(String, place: String)
    /// Data that were others when they were looked at first.
    case changed(folder: String)
    /// A set whose description is not what an import writes.
    case description(file: String, reason: String)

    /// How many pictures of a class there are to be to learn from: a tenth of them is held back for validation, and that
    /// should have each class.
    public static let fewest = 10
    /// How many classes there are at most.
    public static let mostClasses = 64
    /// What the sides of pictures lie between. Below, the deepest network of the experiments has no place left.
    public static let sides = 18...128
    /// How many bytes all pictures may take.
    static let mostBytes = 1 << 30

    /// What is wrong, in which file, and what to do.
    public var description: String {
        switch self {
        case .noForm(let folder, let found):
            "\(folder) holds nothing that is read as data (\(found)). What is read: a folder for each class with pictures in "
                + "it, by itself or in train and test; IDX files; CIFAR-10's data_batch_*.bin; NumPy's .npy, one per class"
        case .unreadable(let reason):
            reason
        case .picture(let file, let reason):
            "\(file) can't be read as a picture: \(reason). Mend it, or take it out of the folder"
        case .malformed(let file, let expected, let found):
            "\(file): expected \(expected), found \(found)"
        case .noPart(let folder, let part, let name, let beside):
            "\(folder) holds \(beside), and the \(part) are missing: put them there under the name \(name), plain or with .gz "
                + "behind it"
        case .ambiguous(let part, let files):
            "several files may be the \(part): \(files.joined(separator: ", ")). Put the files of one set into a folder of "
                + "its own"
        case .emptyClass(let folder):
            "\(folder) is the folder of a class and holds no picture: put some into it, or take it away"
        case .oneClass(let name):
            "there is one class alone, “\(name)”, and nothing to tell it from: data have at least two classes, each a folder"
        case .tooManyClasses(let count):
            "there are \(count) classes, and figures have room for \(Self.mostClasses): take fewer of them"
        case .absent(let name, true):
            "no picture to learn from shows “\(name)”, which the test asks for: add at least \(Self.fewest), or take the class "
                + "out of the test"
        case .absent(let name, false):
            "no test picture shows “\(name)”: add some, or leave the test out, so that a share of the others is held back for it"
        case .tooFew(let name, let count):
            "“\(name)” has \(count) \(count == 1 ? "picture" : "pictures") to learn from, and \(Self.fewest) are the fewest: a "
                + "tenth is held back for validation, which should have every class. Add some, or take the class away"
        case .share(let name, let count, let held, let left):
            "of the \(count) pictures of “\(name)” a test share of \(held) leaves \(left) to learn from, and \(Self.fewest) are "
                + "the fewest: take a smaller share with --test-share"
        case .label(let file, let label, let classes):
            "\(file) has the label \(label), and there are names for \(classes) classes, from 0 to \(classes - 1)"
        case .unlikeHalves(let train, let test):
            "the pictures to learn from are \(train), those of the test \(test): both halves need one size and as many "
                + "channels; --size WIDTHxHEIGHT and --gray make them so"
        case .size(let rows, let columns):
            "pictures of \(columns) x \(rows) pixels don't suit the course's networks: each side has "
                + "\(Self.sides.lowerBound) to \(Self.sides.upperBound). Import them with --size, such as --size 28x28"
        case .tooMuch(let bytes):
            "the pictures would take \(bytes >> 20) MiB, and \(Self.mostBytes >> 20) are the most: import them smaller, with "
                + "--size or --gray, or take fewer"
        case .name(let name, let reason):
            "“\(name)” can't be the name of own data: \(reason)"
        case .unknown(let name, let hint):
            "there are no data “\(name)”; \(hint)"
        case .taken(let name, let place):
            "there are data “\(name)” already, in \(place), and others than these: choose another name, or replace them with "
                + "--force"
        case .changed(let folder):
            "the data in \(folder) have changed since they were looked at; start anew, or import them first: course data "
                + "import FOLDER --as NAME"
        case .description(let file, let reason):
            "\(file) is not what an import writes: \(reason). Import the data again, with --force"
        }
    }
}
