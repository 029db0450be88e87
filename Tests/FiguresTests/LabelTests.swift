import Drawing
import Figures
import Languages
import TestSupport
import Testing

@Suite("Labels make room for each other and for the data", .limited)
struct LabelTests {
    private let english = FigureRenderer(format: NumberFormat(.en))

    private func transcript(_ sample: String, _ theme: Theme = .light) throws -> Transcript {
        let figure = try #require(Sample.all.first { $0.name == sample }).figure
        return try FigureRenderer(format: NumberFormat(.en), theme: theme).transcript(figure)
    }

    @Test("names wider than their bars stand upright under them, the longest one shortened to an inch")
    func upright() throws {
        let labels = try transcript("bars-names").labels.filter { Int($0.text) == nil }
        #expect(labels.count == 8)
        #expect(labels.allSatisfy { $0.frame.height > 1.5 * $0.frame.width && $0.frame.height <= 72.5 })
        #expect(Set(labels.map { $0.frame.minY.rounded() }).count == 1)
    }

    @Test("names that fit between words break there and lie")
    func lying() throws {
        let labels = try transcript("bars-share").labels.filter { $0.text.contains("guesses") }
        #expect(labels.count == 1)
        #expect(labels.allSatisfy { $0.frame.width > $0.frame.height })
    }

    @Test("an axis without room for all of its numbers has fewer, at equal distances, and none without its tick")
    func fewer() throws {
        let transcript = try transcript("histogram-narrow")
        let numbers = transcript.labels.filter { $0.text.hasSuffix("000,000") || $0.text == "0" }
        let below = numbers.filter { $0.frame.midY > transcript.page.height / 2 && $0.text != "0" }
        #expect(!below.isEmpty)
        #expect(below.count < 4 * 8)
        let ticks = transcript.marks.filter { $0.kind == .stroke && $0.frame.width < 1 && $0.frame.height < 3.5 }
        for number in below { #expect(ticks.contains { abs($0.frame.midX - number.frame.midX) < 0.6 }) }
    }

    @Test("a logarithmic axis shows by its minor ticks that it is one")
    func minorTicks() throws {
        let panel = HistogramChart.Panel(edges: [0, 1, 2, 3], counts: [1, 40, 900], axis: .log)
        let marks = try english.transcript(HistogramChart([panel])).marks
        let minor = marks.filter { $0.kind == .stroke && abs($0.frame.width - 2.4) < 0.05 && $0.frame.height < 1 }
        #expect(minor.count == 3 * 8, "2 to 9 of each of three decades")
        let distances = zip(minor, minor.dropFirst()).map { $0.frame.midY - $1.frame.midY }
        #expect(Set(distances.map { ($0 * 10).rounded() }).count > 4, "not evenly spaced")
    }

    @Test("nothing stands between one epoch and the next")
    func epochs() throws {
        func minor(_ values: Int) throws -> Int {
            let curve = Curves([.init(series: [.init(y: (0..<values).map { 1 / Double($0 + 1) })])])
            return try english.transcript(curve).marks.count { $0.kind == .stroke && abs($0.frame.height - 1.8) < 0.05 }
        }
        #expect(try minor(5) == 0)
        #expect(try minor(30) > 10)
    }

    @Test("names of lines stand right of all data", arguments: ["curves", "curves-wide"], Theme.all)
    func namesOfLines(sample: String, theme: Theme) throws {
        let transcript = try transcript(sample, theme)
        let names = transcript.labels.filter { ["training", "validation"].contains($0.text) }
        let colors = [theme.color(.training), theme.color(.validation)]
        let lines = transcript.marks.filter {
            $0.kind == .stroke && $0.frame.width > 20 && $0.frame.height > 5 && colors.contains($0.color ?? .white)
        }
        #expect(!names.isEmpty && !lines.isEmpty)
        for (_, frame) in names {
            #expect(lines.allSatisfy { !$0.frame.overlaps(frame) })
        }
    }

    @Test("a key stands above all data", arguments: ["bars", "bars-wide", "contours"], Theme.all)
    func keys(sample: String, theme: Theme) throws {
        let figure = try #require(Sample.all.first { $0.name == sample }).figure
        let names: [String]
        switch figure {
        case let bars as Bars: names = bars.series.compactMap { $0.name?.text(in: NumberFormat(.en)) }
        case let contours as ContourTrajectories:
            names = contours.trajectories.map { $0.name.text(in: NumberFormat(.en)) }
        default: names = []
        }
        let transcript = try transcript(sample, theme)
        let key = transcript.labels.filter { names.contains($0.text) }
        #expect(key.count == names.count && !names.isEmpty)
        let end = key.map(\.frame.maxY).max() ?? 0
        // Signs in the key are beside its words; everything else that is drawn is data, and lies lower.
        let data = transcript.marks.filter { mark in
            guard case .text = mark.kind else {
                return mark.frame.width > 0 && !key.contains { abs($0.frame.midY - mark.frame.midY) < 6 }
            }
            return false
        }
        #expect(!data.isEmpty)
        #expect(data.allSatisfy { $0.frame.minY > end - 1 })
    }

    @Test("a cell of a confusion matrix says how many and which share of its row, one under the other")
    func shares() throws {
        let figure = ConfusionChart(
            counts: [[2_999, 1], [25, 75]], classes: [Localized(same: "a"), Localized(same: "b")])
        let labels = try english.transcript(figure).labels
        #expect(
            labels.map(\.text).prefix(8) == [
                "2,999", ">\u{202F}99.9%", "1", "<\u{202F}0.1%", "25", "25.0%", "75", "75.0%",
            ])
        for (count, share) in [(0, 1), (4, 5)] {
            #expect(abs(labels[count].frame.midX - labels[share].frame.midX) < 0.5)
            #expect(labels[count].frame.midY < labels[share].frame.midY)
        }
    }
}
