import Foundation
import Testing

@Suite("Where the data come from")
struct DataTests {
    /// Empty files under the published names: nothing reads them before something is computed.
    private func place(_ kind: String, in folder: URL) throws {
        let own = folder.appending(path: kind)
        try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
        for name in ["train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1"] {
            try Data().write(to: own.appending(path: "\(name)-ubyte"))
        }
    }

    @Test("without a folder both sets are drawn; a folder with MNIST alone leaves the garments drawn")
    func sources() throws {
        try withFolder { folder in
            #expect(try CommandRun("status", in: folder).output.contains("drawn digits, drawn garments,"))
            try place("mnist", in: folder)
            let digits = try CommandRun("status", "--data-dir", ".", in: folder)
            #expect(digits.output.contains("MNIST, drawn garments,"), "\(digits.errors)")
            try place("fashion-mnist", in: folder)
            #expect(try CommandRun("status", "--data-dir", ".", in: folder).output.contains("MNIST, Fashion-MNIST,"))
        }
    }
}
