import Drawing

/// Words of Office Open XML that several parts of a deck share.
enum OfficeMarkup {
    static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    static let namespaces: String =
        [
            "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" ",
            "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" ",
            "xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"",
        ].joined()
    /// The root of what stands on a slide.
    static let root: String =
        [
            "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>",
            "<a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/>",
            "</a:xfrm></p:grpSpPr>",
        ].joined()
    static let inherited = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"

    /// What one part says of others: `(kind, target)`, numbered from 1.
    static func links(_ links: [(kind: String, target: String)]) -> String {
        let base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        let entries = links.enumerated().map { index, link in
            let type = link.kind.hasPrefix("http") ? link.kind : base + link.kind
            return "<Relationship Id=\"rId\(index + 1)\" Type=\"\(type)\" Target=\"\(link.target)\"/>"
        }
        return head + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + entries.joined() + "</Relationships>"
    }

    /// Points in English metric units, of which an inch has 914,400.
    static func units(_ points: Double) -> Int { Int((points * 12_700).rounded()) }

    /// Where something stands.
    static func place(_ frame: Rectangle) -> String {
        "<a:xfrm><a:off x=\"\(units(frame.x))\" y=\"\(units(frame.y))\"/>"
            + "<a:ext cx=\"\(units(frame.width))\" cy=\"\(units(frame.height))\"/></a:xfrm>"
    }

    /// A colour by its six digits.
    static func digits(_ color: Color) -> String { color.hexadecimal.dropFirst().uppercased() }
}
