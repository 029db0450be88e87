import Foundation
import TestSupport
import Testing

@Suite("What was trained is kept", .limited)
struct TrainedFilesTests {
    private static let words = "train baseline --epochs 3 --limit 2000 --threads 1"

    private func train(_ more: String..., in folder: URL) throws -> CommandRun {
        try CommandRun(arguments: Self.words.split(separator: " ").map(String.init) + more, in: folder)
    }

    private func checkpoints(in folder: URL) -> [String] {
        let store = folder.appending(path: "store")
        return (FileManager.default.enumerator(atPath: store.path)?.allObjects as? [String] ?? [])
            .filter { $0.hasSuffix(".checkpoint") }.map { store.appending(path: $0).path }
    }

    @Test("where the weights can't be written in the end, the same command does not train again; then they are our own")
    func unwritable() throws {
        try withFolder { folder in
            // The folder for the weights becomes a file once training has begun.
            let script = """
                mkdir w
                "$0" \(Self.words) --weights w/a.safetensors 2>&1 | while read -r line; do
                    case $line in *"epoch 1/"*) rm -r w && : >w ;; esac
                    printf '%s\\n' "$line"
                done
                """
            let said = try CommandRun(shell: script, in: folder).output
            #expect(said.contains("w/a.safetensors") && said.contains("does not train again"), "\(said)")
            let kept = try #require(checkpoints(in: folder).first)
            #expect(checkpoints(in: folder).count == 1 && said.contains("kept in \(kept)"), "\(said)")

            let again = try train("--weights", "a.safetensors", "--predictions", "p.safetensors", in: folder)
            #expect(again.status == 0 && again.errors.contains("was trained before"), "\(again.errors)")
            #expect(!again.errors.contains("epoch"))
            #expect(checkpoints(in: folder).isEmpty)

            // Own files are written again; but not weights where predictions are, nor another network's.
            let weights = try Data(contentsOf: folder.appending(path: "a.safetensors"))
            let third = try train("--weights", "a.safetensors", "--json", in: folder)
            #expect(third.status == 0, "\(third.errors)")
            #expect(third.output.contains("\"kind\" : \"weights\"") && third.output.contains("a.safetensors"))
            #expect(try Data(contentsOf: folder.appending(path: "a.safetensors")) == weights)
            for (words, file) in [("train baseline", "p.safetensors"), ("train cnn", "a.safetensors")] {
                let arguments = words.split(separator: " ").map(String.init) + ["--weights", file]
                let other = try CommandRun(arguments: arguments, in: folder)
                #expect(other.status == 1 && other.errors.contains("something else that this program wrote"))
            }
            // Somebody adds a word of his own.
            var edited = weights
            let place = try #require(edited.range(of: Data("\"epochs\":\"3\"".utf8)))
            edited.replaceSubrange(place, with: Data("\"epochs\":\"9\"".utf8))
            try edited.write(to: folder.appending(path: "a.safetensors"))
            let refused = try train("--weights", "a.safetensors", in: folder)
            #expect(refused.status == 1 && refused.errors.contains("changed since this program wrote it"))
            #expect(try Data(contentsOf: folder.appending(path: "a.safetensors")) == edited)
            #expect(try train("--weights", "a.safetensors", "--force", in: folder).status == 0)
            #expect(try Data(contentsOf: folder.appending(path: "a.safetensors")) == weights)
        }
    }
}
