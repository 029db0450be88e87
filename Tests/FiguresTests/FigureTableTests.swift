import Figures
import Foundation
import Imaging
import Languages
import TestSupport
import Testing

@Suite("The plotted numbers as a table", .limited)
struct FigureTableTests {
    @Test("names its columns in the reader's language, and in English in the file")
    func languages() throws {
        let table = try #require(PixelGrid(GrayImage(width: 1, height: 1, pixels: [7])).table)
        #expect(
            table.columns.map { $0.text(in: NumberFormat(.es)) } == ["imagen", "nombre", "fila", "columna", "valor"])
        #expect(table.csv(in: .en).hasPrefix("picture,name,row,column,value\n"))
    }

    @Test("have a point and the fewest digits that read back, whoever reads the figure")
    func numbers() throws {
        let grid = PixelGrid(GrayImage(rows: [[0.1, -2, 1e10]]))
        let csv = try #require(grid.table?.csv(in: .en))
        #expect(csv == "picture,name,row,column,value\n0,,0,0,0.1\n0,,0,1,-2\n0,,0,2,10000000000\n")
    }

    @Test("quote what would break a line (RFC 4180)")
    func quoting() {
        let table = FigureTable(
            columns: [Localized(same: "a,b"), Localized(same: "c")],
            rows: [[.text(Localized(same: "say \"x\"")), .none], [.integer(7)]])
        #expect(table.csv(in: .en) == "\"a,b\",c\n\"say \"\"x\"\"\",\n7,\n")
    }

    @Test("leave a gap empty")
    func gaps() throws {
        let figure = Curves([.init(series: [.init(name: words("loss", "pérdida"), y: [0.5, .nan])])])
        #expect(try #require(figure.table).csv(in: .en) == "panel,title,series,x,y\n0,,loss,1,0.5\n0,,loss,2,\n")
    }

    @Test("tell a confusion matrix by rows, with shares")
    func confusion() throws {
        let figure = ConfusionChart(counts: [[3, 1], [0, 0]], classes: [words("a", "x"), words("b", "y")])
        let csv = try #require(figure.table).csv(in: .en)
        #expect(csv == "true,predicted,count,share of row\na,a,3,0.75\na,b,1,0.25\nb,a,0,\nb,b,0,\n")
    }

    @Test("of a composition stand one under the other")
    func composition() throws {
        let bars = Bars(categories: [words("a", "a")], series: [.init(values: [2])])
        let curve = Curves([.init(series: [.init(y: [1])])])
        let csv = try #require(Composition(.row, [.init(bars), .init(curve)]).table).csv(in: .en)
        #expect(csv == "part,category,value,panel,title,series,x,y\n0,a,2,,,,,\n1,,,0,,,1,1\n")
    }

    @Test("tell of repeated measurements every single one")
    func runs() throws {
        let figure = RunsChart(
            categories: [words("a", "a"), words("b", "b")],
            series: [.init(runs: [[1, 3], [2.5]], intervals: [nil, 2...3])])
        #expect(try #require(figure.table).csv(in: .en) == "category,series,run,value\na,,0,1\na,,1,3\nb,,0,2.5\n")
        #expect(figure.series[0].means == [2, 2.5])
    }

    @Test("are left to the picture where there are too many")
    func large() {
        let image = GrayImage(width: 400, height: 300)
        #expect(Pictures([.init(.gray(image))]).table == nil)
        #expect(Pictures([.init(.gray(GrayImage(width: 20, height: 10)))]).table?.rows.count == 200)
    }

    @Test("have as many cells as columns in every row", arguments: Sample.all)
    func shape(sample: Sample) {
        guard let table = sample.figure.table else { return }
        #expect(!table.columns.isEmpty && table.rows.allSatisfy { $0.count == table.columns.count })
        #expect(table.csv(in: .en).hasSuffix("\n"))
    }
}
