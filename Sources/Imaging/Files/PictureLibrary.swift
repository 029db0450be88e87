extension PictureFormat {
    /// Who reads a kind of picture.
    public struct Library: Equatable, Sendable {
        /// As its makers write it.
        public let name: String
        /// What to install, system by system.
        public let packages: String
    }

    /// The library that reads such pictures. Only libpng is part of the program; the others are loaded when the first
    /// such picture is read.
    public var library: Library {
        switch self {
        case .png: Library(name: "libpng", packages: "Debian: libpng16-16; Homebrew: libpng")
        case .jpeg:
            Library(
                name: "libjpeg-turbo",
                packages: "Debian: libturbojpeg0; Ubuntu: libturbojpeg; Homebrew: jpeg-turbo")
        case .webp: Library(name: "libwebp", packages: "Debian: libwebp7; Homebrew: webp")
        case .heic:
            Library(
                name: "libheif",
                packages: "Debian: libheif1, since Debian 13 with libheif-plugin-libde265; Homebrew: libheif")
        case .avif:
            Library(
                name: "libheif",
                packages: "Debian: libheif1, since Debian 13 with libheif-plugin-dav1d; Homebrew: libheif")
        }
    }
}
