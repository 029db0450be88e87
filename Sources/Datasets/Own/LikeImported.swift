import Imaging

extension DatasetDescription {
    /// Somebody's picture as an import brings pictures to the form of own data: of a longer side the middle, each new
    /// pixel the mean of the area that it covers, greys by Rec. 709's weights where the data are grey.
    ///
    /// - Returns: ``rows`` × ``columns`` × ``channels`` bytes, row after row, those of a pixel side by side.
    public func likeImported(_ picture: SourcePicture) -> [UInt8] {
        let whole = SmallPicture(picture)
        if channels == 1 { return whole.gray.resized(width: columns, height: rows).bytes }
        return whole.resized(width: columns, height: rows).inColour().bytes
    }
}
