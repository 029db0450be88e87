import ArgumentParser
import Imaging
import Notebook
import Platform

/// What the lessons on pictures show.
struct SceneOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A picture of yours for the lessons on pictures, pixels to pooling, in the place of the course's: PNG, JPEG, WebP "
                + "or HEIC, made to fit the page. (default: course)", valueName: "file"),
        completion: .file())
    var image: String?

    /// What means the course's own picture.
    static let own = "course"

    func validate() throws {
        if image?.isEmpty == true {
            throw ValidationError("--image takes the name of a picture, or \(Self.own) for the course's own.")
        }
    }
}

extension OwnScene {
    /// A picture that somebody named.
    ///
    /// - Throws: `PictureError`, which names the file; `InputPicture.Unusable` for one that can't be made to fit.
    init(at path: String) throws {
        let input = try InputPicture(path)
        do throws(Failure) { self = try OwnScene(input.picture) } catch {
            throw InputPicture.Unusable(description: "\(path): \(error)")
        }
    }
}

extension Workspace {
    /// The picture that somebody named, else the last report's; nil where the course's own is shown.
    ///
    /// - Returns: its path, absolute, and what the lessons show.
    static func scene(
        _ typed: String?, in places: Places, last: LastReport?, telling terminal: Terminal
    ) throws -> (path: String, scene: OwnScene)? {
        if let named = typed ?? places.file.image {
            guard named != SceneOptions.own else { return nil }
            return (URL(typed: named).absoluteURL.path, try OwnScene(at: named))
        }
        guard let shown = last?.picture else { return nil }
        do {
            let scene = try OwnScene(at: shown.path)
            if scene.identity != shown.identity {
                terminal.warn("\(shown.path) has changed since the last report; it is shown as it is now")
            }
            return (shown.path, scene)
        } catch {
            terminal.warn(
                "the last report showed a picture that can't be used now (\(error)), so the course's own stands in its "
                    + "place; --image names another")
            return nil
        }
    }
}
