/// What the manual says that no command does: exit statuses, variables, files, examples.
enum ManualFacts {
    static let statuses = [
        ("0", "All went well."), ("1", "Something failed; standard error says what, where, and what to do."),
        ("64", "The command asks for something that does not exist."), ("130", "The command was stopped with Ctrl-C."),
        ("143", "It was stopped with `kill`."),
        ("129", "Its terminal was closed."),
    ]

    static let variables = [
        ("COURSE_DATA", "The folder with the data sets, as `--data-dir`."),
        ("COURSE_STORE", "The folder where results are kept, as `--store`."),
        ("COURSE_OFFLINE", "With any value but 0, no and false, no connection is opened, as with `--offline`."),
        (
            "COURSE_LEVEL",
            "In a build that travels: the highest level of the x86-64 instruction set that is used, 1 to 4."
        ),
        ("HOME", "Where the user's cache folder is, on macOS in Library/Caches."),
        ("XDG_CACHE_HOME", "The user's cache folder on Linux; without it `~/.cache`."),
        ("CURL_CA_BUNDLE", "A file with the authorities whose certificates are believed, where a proxy signs its own."),
        ("SSL_CERT_FILE", "The same; the other one comes first."),
        ("https_proxy", "The proxy for downloads; also `HTTPS_PROXY`, `all_proxy` and `no_proxy`, as curl has them."),
        ("FONTCONFIG_FILE", "Other settings of fonts than the program's own; also `FONTCONFIG_PATH`."),
        ("FONTCONFIG_PATH", "A folder with settings of fonts."),
        ("NO_COLOR", "With any value, nothing is coloured."),
        ("TERM", "Where it is `dumb`, no bar is drawn."),
    ]

    static let files = [
        ("course.json", "Options that nobody wants to type again, in the folder where the command is typed."),
        ("Output/", "The report: index.html, the same in one file as course.html, and manifest.json, which names all."),
        ("~/.cache/convolution-course/store/", "Trained networks and measured results, by what they depend on."),
        ("~/.cache/convolution-course/data/", "Fetched data sets, verified, and imported own data."),
    ]

    static let examples = [
        ("course report --quick --lang es", "The whole course on a small budget, in Spanish."),
        ("course lesson edges gradients", "Some lessons alone."),
        ("course figures 'cnn/*' --fit 16:9 --output slides", "A lesson's figures for slides."),
        (
            "course figures 'cnn/*' --lang en --deck cnn.pptx",
            "Slides: headlines, captions as notes, alternative texts."
        ),
        ("course export --format ipynb", "Jupyter notebooks, one for each lesson and language."),
        ("course train cnn --epochs 3 --weights cnn.safetensors", "A network whose weights are kept."),
        ("course data import photos --as cats", "A data set of own pictures; then course report --data cats."),
        ("course doctor", "What this machine has, lacks, and what to do about it."),
    ]

    static func write(on page: inout Roff) {
        page.section("EXIT STATUS")
        for (status, meaning) in statuses { page.item(status, meaning) }
        page.section("ENVIRONMENT")
        for (variable, meaning) in variables { page.item(variable, meaning) }
        page.section("FILES")
        for (file, meaning) in files { page.item(file, meaning) }
        page.section("EXAMPLES")
        for (command, meaning) in examples { page.item(command, meaning) }
    }
}
