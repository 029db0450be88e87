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
            table.columns.map { $0.heading.text(in: NumberFormat(.es)) } == [
                "imagen", "nombre", "fila", "columna", "valor",
            ])
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
            columns: [.init(Localized(same: "a,b")), .init(Localized(same: "c"))],
            rows: [[.text(Localized(same: "say \"x\"")), .none], [.integer(7)]])
        #expect(table.csv(in: .en) == "\"a,b\",c\n\"say \"\"x\"\"\",\n7,\n")
    }

    @Test("leave a gap empty")
    func gaps() throws {
        let figure = Curves([.init(series: [.init(name: words("loss", "pérdida"), y: [0.5, .nan])])])
        #expect(try #require(figure.table).csv(in: .en) == "series,x,y\nloss,1,0.5\nloss,2,\n")
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
        #expect(csv == "panel,category,value,series,x,y\n0,a,2,,,\n1,,,,1,1\n")
    }

    @Test("tell of repeated measurements every single one")
    func runs() throws {
        let figure = RunsChart(
            categories: [words("a", "a"), words("b", "b")],
            series: [.init(runs: [[1, 3], [2.5]], intervals: [nil, 2...3])])
        #expect(
            try #require(figure.table).csv(in: .en)
                == "category,series,value,run,lower bound,upper bound\na,,1,0,,\na,,3,1,,\nb,,2.5,0,2,3\n")
        #expect(figure.series[0].means == [2, 2.5])
    }

    @Test("are left to the picture where there are too many")
    func large() {
        let image = GrayImage(width: 400, height: 300)
        #expect(Pictures([.init(.gray(image))]).table == nil)
        #expect(Pictures([.init(.gray(GrayImage(width: 20, height: 10)))]).table?.rows.count == 200)
        #expect(Pictures([.init(.gray(image))]).data.table.rows.count == 120_000)
    }

    @Test("call columns and panels what the axes are called, with their units")
    func axes() {
        let panels = [("loss", [0.5]), ("accuracy, %", [90])].map { name, values in
            Curves.Panel(xName: words("epoch", "época"), yName: words(name, name), series: [.init(y: values)])
        }
        let data = Curves(panels).data
        #expect(
            data.table.csv(in: .es)
                == "panel,título,serie,época,loss,\"accuracy, %\"\n0,loss,,1,0.5,\n1,\"accuracy, %\",,1,,90\n")
        let unit = data.table.columns.last?.parts(in: NumberFormat(.en))
        #expect(unit?.name == "accuracy" && unit?.unit == "%")
    }

    @Test("of a picture in colours are its red, green and blue, of directions angle and strength")
    func colours() {
        let image = ColorImage(width: 1, height: 1, pixels: [10, 20, 30, 255])
        #expect(
            Pictures([.init(.color(image))]).data.table.csv(in: .en)
                == "picture,name,row,column,red,green,blue\n0,,0,0,10,20,30\n")
        let map = AngleMap(angles: GrayImage(rows: [[0.5]]), strength: GrayImage(rows: [[2]]))
        #expect(
            map.data.table.csv(in: .en) == "picture,name,row,column,angle (rad),strength\n0,,0,0,0.5,2\n")
    }

    @Test("have as many cells as columns in every row", arguments: Sample.all)
    func shape(sample: Sample) {
        let data = sample.figure.data
        let table = data.table
        #expect(data.csv(in: .es) == table.csv(in: .es))
        #expect(!table.columns.isEmpty && table.rows.allSatisfy { $0.count == table.columns.count })
        #expect(table.csv(in: .en).hasSuffix("\n"))
    }
}
