extension DatasetDescription {
    /// The sets that the course was written for, in the order in which it meets them.
    public static let published = [mnist, fashionMNIST]

    /// The published set of this name.
    public static func published(_ id: String) -> DatasetDescription? { published.first { $0.id == id } }

    /// Handwritten digits, by Y. LeCun, C. Cortes and C. Burges (CC BY-SA 3.0).
    public static let mnist = DatasetDescription(
        id: "mnist", name: "MNIST", pictures: "digits", classes: (0..<10).map(ClassName.init(number:)),
        sums: [
            "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
            "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
            "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
            "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
        ])

    /// Articles of clothing, by H. Xiao, K. Rasul and R. Vollgraf of Zalando Research (MIT licence). Its classes are
    /// published as numbers; what pages call them stands in the course's own words.
    public static let fashionMNIST = DatasetDescription(
        id: "fashion-mnist", name: "Fashion-MNIST", pictures: "garments",
        classes: (0..<10).map(ClassName.init(number:)),
        sums: [
            "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
            "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
            "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
            "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34",
        ])

    /// Both sets have the same form: ten classes, 60,000 pictures to learn from and 10,000 to be tested with.
    private init(id: String, name: String, pictures: String, classes: [ClassName], sums: [String]) {
        self.init(
            id: id, name: name, pictures: pictures, shape: [28, 28, 1], classes: classes,
            contents: zip([60_000, 60_000, 10_000, 10_000], sums).map { Content(count: $0, sha256: $1) },
            isPublished: true)
    }
}
