import Drawing

extension ColorMap {
    /// Cividis, whose lightness rises evenly and which readers with and without red-green deficiency see
    /// alike: Nuñez, Anderton and Renslow, "Optimizing colormaps with consideration for color vision
    /// deficiency", PLOS ONE 13(7), 2018.
    ///
    /// Of the published table of 256 colours every sixteenth is here, and more where the table bends;
    /// the lines between them stray from it by less than 0.01.
    public static let cividis = ColorMap(
        [
            (0, 0.000000, 0.135112, 0.304751), (8, 0.000000, 0.157932, 0.357521),
            (16, 0.000000, 0.178802, 0.414764), (20, 0.000000, 0.188769, 0.439563),
            (24, 0.017852, 0.198528, 0.441248), (32, 0.103401, 0.220406, 0.435790),
            (40, 0.154261, 0.242475, 0.430120), (48, 0.195057, 0.264372, 0.425924),
            (64, 0.263738, 0.307831, 0.422789), (80, 0.324250, 0.351289, 0.426250),
            (96, 0.380830, 0.395164, 0.435653), (112, 0.435168, 0.439763, 0.451134),
            (128, 0.488697, 0.485318, 0.471008), (144, 0.547840, 0.531895, 0.471704),
            (160, 0.609105, 0.579816, 0.463638), (176, 0.671991, 0.629316, 0.448018),
            (192, 0.736488, 0.680629, 0.424028), (208, 0.802667, 0.733978, 0.390153),
            (224, 0.870717, 0.789572, 0.343333), (240, 0.941147, 0.847530, 0.275815),
            (251, 0.992218, 0.888385, 0.205468), (252, 0.994847, 0.892954, 0.203445),
            (255, 0.995737, 0.909344, 0.217772),
        ].map { index, red, green, blue in
            GradientStop(Double(index) / 255, Color(red: red, green: green, blue: blue))
        })
}
