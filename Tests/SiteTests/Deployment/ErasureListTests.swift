import Concerns
import Foundation
import Store
import Testing

@testable import earshot

struct ErasureListTests {
    private let file = FileManager.default.temporaryDirectory.appending(path: "erasures-\(UUID().uuidString)")
    private let today: Day

    init() throws { today = try Day("2026-11-24") }

    @Test func `a part of a record that a power cut left is taken off before the next is added`() throws {
        let list = ErasureList(file: file, key: Data(repeating: 1, count: 32))
        try list.note([NotedErasure(.whole, of: "a", on: today)])
        try (Data(contentsOf: file) + Data([2, 0, 0])).write(to: file)
        try list.note([NotedErasure(.original, of: "b", on: today + 1)])
        let found = try list.found()
        #expect(found("a") == [.whole: today])
        #expect(found("b") == [.original: today + 1])
        #expect(found("c").isEmpty)
    }

    @Test func `what lives on as its erasure failed is not erased by restoring, and other records stay`() throws {
        let list = ErasureList(file: file, key: Data(repeating: 1, count: 32))
        try list.note([NotedErasure(.readText, of: "a", on: today), NotedErasure(.whole, of: "b", on: today)])
        try list.note([NotedErasure(.readText, of: "a", on: today + 1), NotedErasure(.whole, of: "c", on: today)])
        let size = try Data(contentsOf: file).count
        try list.takeBack([
            NotedErasure(.readText, of: "a", on: today + 1), NotedErasure(.whole, of: "c", on: today),
            NotedErasure(.whole, of: "d", on: today),
        ])
        #expect(try Data(contentsOf: file).count == size)
        let found = try list.found()
        #expect(found("a") == [.readText: today])
        #expect(found("b") == [.whole: today])
        #expect(found("c").isEmpty)
    }
}
