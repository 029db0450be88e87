import Platform

/// The program that shows pages on this machine.
enum Browser {
    /// A page could not be shown.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Shows a page, and waits for no reader.
    ///
    /// - Throws: ``Failure`` where no program for it is found.
    static func open(_ page: URL) throws(Failure) {
        #if os(macOS)
            let programs = ["open"]
        #else
            // Of Windows, seen from its Linux; and of Linux desktops.
            let programs = ["wslview", "xdg-open"]
        #endif
        // What it says goes nowhere: it may go on long after this one has ended.
        for program in programs where Child(program: program).start([page.path]).code == 0 { return }
        throw Failure(
            description: "no program was found that opens pages (\(programs.joined(separator: ", "))); "
                + "open it yourself: \(page.absoluteString)")
    }
}
