import Figures
import Languages
import TestSupport
import Testing

@Suite("What the charts about networks plot, as tables", .limited)
struct NetworkTableTests {
    private let name = words("a, b", "a; b")

    @Test("a row for each weight, or where there are none, for each circle")
    func weights() {
        let graph = NetworkGraph([.init(count: 2), .init(units: [.init()], weights: [[0.5, -1]])])
        #expect(graph.data.parts[0].table.csv(in: .en) == "layer,unit,unit before,weight\n1,0,0,0.5\n1,0,1,-1\n")
        #expect(graph.data.parts.count == 2)
        #expect(
            NetworkGraph([.init(count: 1)]).table?.csv(in: .en) == "layer,unit,label,value,is on\n0,0,,,1\n")
    }

    @Test("a row for each class of a picture")
    func probabilities() {
        let bars = ProbabilityBars(
            [.init(.gray(SamplePictures.digit(1)), probabilities: [0.25, 0.75], truth: 1)],
            classes: [name, words("c", "c")])
        #expect(bars.table?.csv(in: .en) == "picture,class,probability,is true\n0,\"a, b\",0.25,0\n0,c,0.75,1\n")
    }

    @Test("a row for each place of a walk, and for each point")
    func places() {
        let walks = ContourTrajectories(
            heights: [[0, 1], [1, 2]], x: 0...1, y: 0...1, levels: [],
            trajectories: [.init(name: words("walk", "recorrido"), x: [0, 1], y: [2, 3], role: .ink)])
        #expect(
            walks.table?.csv(in: .en) == "panel,walk,step,x,y,height of the landscape\n"
                + "0,walk,0,0,2,\n0,walk,1,1,3,\n1,,,0,0,0\n1,,,1,0,1\n1,,,0,1,1\n1,,,1,1,2\n")
        let points = LabeledPoints([.init(words("p", "p"), x: 1, y: 2, margin: 0.5)])
        #expect(points.table?.csv(in: .en) == "name,x,y,margin\np,1,2,0.5\n")
    }
}
