import Datasets
import Foundation
import NeuralNetwork
import Notebook
import TestSupport
import Testing

@Suite("What is still to be computed", .limited)
struct ForecastTests {
    private let small = CourseModel(
        model: Model(name: "small", layers: [.flatten, .dense(10, activation: .softmax)]),
        training: TrainingConfiguration(epochs: 2, batch: 16, validation: 0.1))

    private func withCourse(_ body: (Course) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "forecast-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(Course(settings: .sketch, store: ResultStore(folder: folder), threads: 1))
    }

    @Test("what is missing stands behind all that it needs, once; what is stored is not among it")
    func missing() throws {
        let training = Training(small)
        let first = CourseMeasurement("tests/first", version: 1, needs: [.training(training)]) { _ in 1 }
        let second = CourseMeasurement("tests/second", version: 1, needs: [.training(training)]) { _ in 2 }
        try withCourse { course in
            #expect(course.missing([first, second]).map(\.name) == ["train/small", "tests/first", "tests/second"])
            _ = try course.value(of: first)
            #expect(course.missing([first, second]).map(\.name) == ["train/small", "tests/second"])
            _ = try course.value(of: training)
            #expect(course.missing([first, second]).map(\.name) == ["tests/second"])
        }
    }

    @Test("a stored measurement needs no network, even where that is not stored")
    func storedMeasurement() throws {
        let training = Training(small)
        let measurement = CourseMeasurement("tests/first", version: 1, needs: [.training(training)]) { _ in 1 }
        try withCourse { course in
            try measurement.keep(1, in: course)
            #expect(course.missing([measurement]).isEmpty)
            #expect(course.missing([training]).map(\.name) == ["train/small"])
        }
    }

    @Test("a forecast names what is trained, takes time for it, and leaves the store empty")
    func forecast() throws {
        let denoising = Training(ofSyllabus: CourseModels.denoising)
        try withCourse { course in
            let forecast = try Forecast(of: [Training(small), denoising], using: course)
            #expect(forecast.models == ["small", "denoising"] && forecast.items.allSatisfy { $0.seconds > 0 })
            #expect(forecast.seconds == forecast.items[0].seconds + forecast.items[1].seconds)
            #expect(!FileManager.default.fileExists(atPath: course.store.folder.path))
        }
    }

    @Test("the time that is left shrinks with what is done, and is none at the end")
    func outlook() throws {
        try withCourse { course in
            let forecast = try Forecast(of: [Training(small)], using: course)
            let outlook = Outlook(forecast, pages: 1)
            #expect(outlook.secondsLeft == forecast.seconds)
            outlook.note(.began("train/small"))
            outlook.note(.moved("train/small", share: 0.5))
            #expect(outlook.secondsLeft == forecast.seconds / 2)
            outlook.note(.ended("train/small"))
            outlook.notePage(seconds: 3)
            #expect(outlook.secondsLeft == 0)
        }
    }
}
