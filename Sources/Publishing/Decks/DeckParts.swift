import Drawing
import Notebook
import Storage

/// The parts of a deck's file, each as ECMA-376 has it.
struct DeckParts {
    private let deck: Deck
    private let language: String

    init(_ deck: Deck) {
        self.deck = deck
        language = XMLText.escaped(deck.language.code)
    }

    /// Everything but the slides.
    var frame: [ZIPArchive.Member] {
        let layoutLinks = OfficeMarkup.links([("slideMaster", "../slideMasters/slideMaster1.xml")])
        let masterLinks = OfficeMarkup.links([
            ("slideLayout", "../slideLayouts/slideLayout1.xml"), ("theme", "../theme/theme1.xml"),
        ])
        return [
            .init("[Content_Types].xml", types),
            .init("_rels/.rels", packageLinks),
            .init("docProps/core.xml", properties),
            .init("docProps/app.xml", program),
            .init("ppt/presentation.xml", presentation),
            .init("ppt/_rels/presentation.xml.rels", presentationLinks),
            .init("ppt/theme/theme1.xml", DeckTheme.xml(deck.theme)),
            .init("ppt/theme/theme2.xml", DeckTheme.xml(.print)),
            .init("ppt/slideMasters/slideMaster1.xml", master(isLayout: false)),
            .init("ppt/slideMasters/_rels/slideMaster1.xml.rels", masterLinks),
            .init("ppt/slideLayouts/slideLayout1.xml", master(isLayout: true)),
            .init("ppt/slideLayouts/_rels/slideLayout1.xml.rels", layoutLinks),
            .init("ppt/notesMasters/notesMaster1.xml", notesMaster),
            .init(
                "ppt/notesMasters/_rels/notesMaster1.xml.rels", OfficeMarkup.links([("theme", "../theme/theme2.xml")])),
        ]
    }

    // MARK: The package

    private var types: String {
        let base = "application/vnd.openxmlformats-officedocument."
        func part(_ path: String, _ type: String) -> String {
            "<Override PartName=\"/\(path).xml\" ContentType=\"\(type)+xml\"/>"
        }
        let presentation = base + "presentationml."
        let slides = deck.slides.indices.map { index in
            part("ppt/slides/slide\(index + 1)", presentation + "slide")
                + part("ppt/notesSlides/notesSlide\(index + 1)", presentation + "notesSlide")
        }
        return [
            OfficeMarkup.head + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">",
            "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>",
            "<Default Extension=\"xml\" ContentType=\"application/xml\"/>",
            "<Default Extension=\"png\" ContentType=\"image/png\"/>",
            part("docProps/core", "application/vnd.openxmlformats-package.core-properties"),
            part("docProps/app", base + "extended-properties"),
            part("ppt/presentation", presentation + "presentation.main"),
            part("ppt/theme/theme1", base + "theme") + part("ppt/theme/theme2", base + "theme"),
            part("ppt/slideMasters/slideMaster1", presentation + "slideMaster"),
            part("ppt/slideLayouts/slideLayout1", presentation + "slideLayout"),
            part("ppt/notesMasters/notesMaster1", presentation + "notesMaster") + slides.joined() + "</Types>",
        ].joined()
    }

    private var packageLinks: String {
        OfficeMarkup.links([
            ("officeDocument", "ppt/presentation.xml"),
            (
                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                "docProps/core.xml"
            ),
            ("extended-properties", "docProps/app.xml"),
        ])
    }

    /// What the file tells of itself. It has no dates: they would make every run's file another one.
    private var properties: String {
        let author = deck.author.map { "<dc:creator>\(XMLText.escaped($0))</dc:creator>" } ?? ""
        return [
            OfficeMarkup.head,
            "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" ",
            "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">",
            "<dc:title>\(XMLText.escaped(deck.title))</dc:title>\(author)",
            "<dc:language>\(language)</dc:language></cp:coreProperties>",
        ].joined()
    }

    private var program: String {
        [
            OfficeMarkup.head,
            "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">",
            "<Application>course \(XMLText.escaped(ProgramVersion.current))</Application>",
            "<Slides>\(deck.slides.count)</Slides><Notes>\(deck.slides.count)</Notes></Properties>",
        ].joined()
    }

    // MARK: The presentation

    private var presentation: String {
        let slides = deck.slides.indices.map { "<p:sldId id=\"\(256 + $0)\" r:id=\"rId\(4 + $0)\"/>" }.joined()
        let size = deck.shape.size
        return [
            OfficeMarkup.head + "<p:presentation \(OfficeMarkup.namespaces)>",
            "<p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"rId1\"/></p:sldMasterIdLst>",
            "<p:notesMasterIdLst><p:notesMasterId r:id=\"rId2\"/></p:notesMasterIdLst>",
            "<p:sldIdLst>\(slides)</p:sldIdLst>",
            "<p:sldSz cx=\"\(OfficeMarkup.units(size.width))\" cy=\"\(OfficeMarkup.units(size.height))\"/>",
            "<p:notesSz cx=\"6858000\" cy=\"9144000\"/>",
            "<p:defaultTextStyle><a:defPPr><a:defRPr lang=\"\(language)\"/></a:defPPr></p:defaultTextStyle>",
            "</p:presentation>",
        ].joined()
    }

    private var presentationLinks: String {
        OfficeMarkup.links(
            [
                ("slideMaster", "slideMasters/slideMaster1.xml"), ("notesMaster", "notesMasters/notesMaster1.xml"),
                ("theme", "theme/theme1.xml"),
            ] + deck.slides.indices.map { ("slide", "slides/slide\($0 + 1).xml") })
    }

    /// The one master, or the one layout, with a headline and nothing else.
    private func master(isLayout: Bool) -> String {
        let title = titleShape("<a:p><a:endParaRPr lang=\"\(language)\"/></a:p>", at: deck.shape.headline)
        let tree = "<p:spTree>\(OfficeMarkup.root)\(title)</p:spTree>"
        if isLayout {
            return OfficeMarkup.head + "<p:sldLayout \(OfficeMarkup.namespaces) type=\"titleOnly\" preserve=\"1\">"
                + "<p:cSld>\(tree)</p:cSld>\(OfficeMarkup.inherited)</p:sldLayout>"
        }
        let paper: String =
            "<p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>"
        let style: String =
            [
                "<p:titleStyle><a:lvl1pPr algn=\"l\"><a:lnSpc><a:spcPct val=\"95000\"/></a:lnSpc><a:defRPr sz=\"2800\" b=\"1\">",
                "<a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill><a:latin typeface=\"+mj-lt\"/></a:defRPr>",
                "</a:lvl1pPr></p:titleStyle><p:bodyStyle/><p:otherStyle/>",
            ].joined()
        return [
            OfficeMarkup.head + "<p:sldMaster \(OfficeMarkup.namespaces)><p:cSld>\(paper)\(tree)</p:cSld>",
            DeckTheme.map + "<p:sldLayoutIdLst><p:sldLayoutId id=\"2147483649\" r:id=\"rId1\"/></p:sldLayoutIdLst>",
            "<p:txStyles>\(style)</p:txStyles></p:sldMaster>",
        ].joined()
    }

    // MARK: Slides

    func slide(_ slide: Slide) -> String {
        let words = "<a:p>\(run(slide.title, size: Self.titleSize(slide.title)))</a:p>"
        let picture: String =
            [
                "<p:pic><p:nvPicPr><p:cNvPr id=\"3\" name=\"\(XMLText.escaped(slide.name))\" ",
                "descr=\"\(XMLText.escaped(slide.alternative))\"/><p:cNvPicPr><a:picLocks noChangeAspect=\"1\"/>",
                "</p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed=\"rId2\"/><a:stretch><a:fillRect/>",
                "</a:stretch></p:blipFill><p:spPr>\(OfficeMarkup.place(deck.shape.room))",
                "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:pic>",
            ].joined()
        return OfficeMarkup.head + "<p:sld \(OfficeMarkup.namespaces)><p:cSld><p:spTree>\(OfficeMarkup.root)"
            + titleShape(words, at: nil) + picture + "</p:spTree></p:cSld>\(OfficeMarkup.inherited)</p:sld>"
    }

    func links(ofSlide number: Int) -> String {
        OfficeMarkup.links([
            ("slideLayout", "../slideLayouts/slideLayout1.xml"), ("image", "../media/image\(number).png"),
            ("notesSlide", "../notesSlides/notesSlide\(number).xml"),
        ])
    }

    func notes(_ slide: Slide) -> String {
        let words = slide.notes.map { "<a:p>\(run($0))</a:p>" }.joined()
        return [
            OfficeMarkup.head + "<p:notes \(OfficeMarkup.namespaces)><p:cSld><p:spTree>\(OfficeMarkup.root)",
            Self.slideImage("<p:spPr/>"),
            "<p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"Notes\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr>",
            "<p:nvPr><p:ph type=\"body\" idx=\"1\"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>",
            "\(words)</p:txBody></p:sp></p:spTree></p:cSld>\(OfficeMarkup.inherited)</p:notes>",
        ].joined()
    }

    func links(ofNotes number: Int) -> String {
        OfficeMarkup.links([
            ("notesMaster", "../notesMasters/notesMaster1.xml"), ("slide", "../slides/slide\(number).xml"),
        ])
    }

    private var notesMaster: String {
        let image = Rectangle(x: 54, y: 54, width: 432, height: 432 * deck.shape.size.height / deck.shape.size.width)
        let body = Rectangle(x: 54, y: 400, width: 432, height: 270)
        return [
            OfficeMarkup.head + "<p:notesMaster \(OfficeMarkup.namespaces)><p:cSld><p:bg><p:bgPr><a:solidFill>",
            "<a:schemeClr val=\"bg1\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>\(OfficeMarkup.root)",
            Self.slideImage(Self.shape(image)),
            "<p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"Notes\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr>",
            "<p:nvPr><p:ph type=\"body\" sz=\"quarter\" idx=\"1\"/></p:nvPr></p:nvSpPr>\(Self.shape(body))",
            "<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang=\"\(language)\"/></a:p></p:txBody></p:sp>",
            "</p:spTree></p:cSld>\(DeckTheme.map)<p:notesStyle><a:lvl1pPr algn=\"l\"><a:defRPr sz=\"1200\">",
            "<a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill><a:latin typeface=\"+mn-lt\"/></a:defRPr></a:lvl1pPr>",
            "</p:notesStyle></p:notesMaster>",
        ].joined()
    }

    // MARK: Shapes

    private func titleShape(_ paragraphs: String, at place: Rectangle?) -> String {
        [
            "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Title\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr>",
            "<p:ph type=\"title\"/></p:nvPr></p:nvSpPr>\(place.map(Self.shape) ?? "<p:spPr/>")<p:txBody>",
            "<a:bodyPr lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"ctr\"><a:normAutofit/></a:bodyPr><a:lstStyle/>",
            "\(paragraphs)</p:txBody></p:sp>",
        ].joined()
    }

    private static func slideImage(_ shape: String) -> String {
        "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Slide\"/><p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" "
            + "noChangeAspect=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"sldImg\"/></p:nvPr></p:nvSpPr>\(shape)</p:sp>"
    }

    private static func shape(_ frame: Rectangle) -> String {
        "<p:spPr>\(OfficeMarkup.place(frame))<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr>"
    }

    private func run(_ text: String, size: Int? = nil) -> String {
        let size = size.map { " sz=\"\($0)\"" } ?? ""
        return "<a:r><a:rPr lang=\"\(language)\"\(size)/><a:t>\(XMLText.escaped(text))</a:t></a:r>"
    }

    /// In hundredths of a point: a headline takes two lines at most.
    private static func titleSize(_ title: String) -> Int {
        title.count <= 100 ? 2800 : title.count <= 130 ? 2400 : 2000
    }
}
