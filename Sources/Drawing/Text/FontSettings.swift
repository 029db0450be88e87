import CCairo
import Platform

/// Where fonts are looked for.
enum FontSettings {
    /// Settles it once for the process; asked for before the first font is.
    ///
    /// The desktop's own settings are forty files, which take five milliseconds to read, as long as drawing a chart,
    /// and which may say how glyphs are hinted or what stands in for a missing font. A figure should look the same
    /// whatever they say, so fontconfig is told the folders and nothing else. Those who set `FONTCONFIG_FILE` or
    /// `FONTCONFIG_PATH` knows better, and so does a system that keeps its fonts elsewhere. Pango on macOS has fonts
    /// of its own.
    static let settled: Void = {
        #if os(Linux)
            let environment = ProcessInfo.processInfo.environment
            guard environment["FONTCONFIG_FILE"] == nil, environment["FONTCONFIG_PATH"] == nil,
                let settings = FcConfigCreate()
            else { return }
            defer { FcConfigDestroy(settings) }
            guard FcConfigParseAndLoadFromMemory(settings, plain, FcTrue) == FcTrue,
                FcConfigBuildFonts(settings) == FcTrue,
                let found = FcConfigGetFonts(settings, FcSetSystem), found.pointee.nfont > 0
            else { return }
            // fontconfig keeps a reference of its own.
            FcConfigSetCurrent(settings)
        #endif
    }()

    /// The folders of the Filesystem Hierarchy Standard and of the user, with fontconfig's usual caches; and plain
    /// families for whatever the chosen ones lack.
    private static let plain = """
        <fontconfig>
          <dir>/usr/share/fonts</dir>
          <dir>/usr/local/share/fonts</dir>
          <dir prefix="xdg">fonts</dir>
          <dir>~/.fonts</dir>
          <cachedir>/var/cache/fontconfig</cachedir>
          <cachedir prefix="xdg">fontconfig</cachedir>
          <match target="pattern">
            <edit name="family" mode="append_last">
              <string>DejaVu Sans</string><string>Liberation Sans</string><string>Noto Sans</string>
            </edit>
          </match>
        </fontconfig>
        """
}
