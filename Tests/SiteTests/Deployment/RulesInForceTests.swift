import Foundation
import StaffSite
import Synchronization
import TestSupport
import Testing
import Triage

@testable import earshot

struct RulesInForceTests {
    private let data: DataFolder
    private let moderation: URL

    init() throws {
        let place = FileManager.default.temporaryDirectory.appending(path: "earshot-\(UUID().uuidString)")
        data = try DataFolder(place.appending(path: "data").path)
        moderation = place.appending(path: "Moderation", directoryHint: .isDirectory)
        try FileManager.default.copyItem(at: Project.root.appending(path: "Moderation"), to: moderation)
        // Their first lines do as well here, and are read a dozen times.
        for name in TriageWeights.fileNames {
            let file = moderation.appending(path: name)
            let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n", maxSplits: 200)
            try lines.prefix(200).joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
        }
    }

    private func write(_ months: String) throws {
        let file = moderation.appending(path: "retention.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        try text.replacing(/months: \S+/, with: "months: \(months)", maxReplacements: 1)
            .write(to: file, atomically: true, encoding: .utf8)
    }

    @Test func `a slip in a file is named by file, line and remedy, and the last good data stay in force`() throws {
        let good = try RulesInForce(at: moderation, fallingBackTo: data)
        #expect(good.problems.isEmpty)
        try write("soon")
        let former = try RulesInForce(at: moderation, fallingBackTo: data)
        #expect(former.files == good.files)
        #expect(former.problems.count == 1)
        let problem = try #require(former.problems.first)
        #expect(problem.contains(/^retention\.yaml:\d+: .+\. .+/))
    }

    @Test func `where none were ever good, or no command may go on without, it ends with 65`() throws {
        try write("soon")
        #expect(throws: CommandFailure.self) { try RulesInForce(at: moderation, fallingBackTo: data) }
        try write("12")
        _ = try RulesInForce(at: moderation, fallingBackTo: data)
        try write("soon")
        let failure = #expect(throws: CommandFailure.self) { try RulesInForce(at: moderation, fallingBackTo: nil) }
        #expect(failure?.exitCode == EX_DATAERR)
        #expect(failure?.description.hasPrefix("retention.yaml:") == true)
    }

    @Test func `a change while the service runs is told once, and is in force only after a restart`() throws {
        let said = Mutex<[String]>([])
        let rules = try RulesInForce(at: moderation, fallingBackTo: data)
        let watch = RulesWatch(rules, at: moderation, in: data) { line in said.withLock { $0.append(line) } }
        try watch.look()
        #expect(watch.notice == .nothing && said.withLock { $0.isEmpty })
        try write("soon")
        for _ in 0..<3 { try watch.look() }
        #expect(said.withLock { $0.count(where: { $0.hasPrefix("retention.yaml:") }) } == 1)
        guard case .problems = watch.notice else {
            Issue.record("moderators are told nothing")
            return
        }
        try write("13")
        try watch.look()
        #expect(watch.notice == .restartNeeded)
        let next = try RulesInForce(at: moderation, fallingBackTo: data)
        #expect(next.problems.isEmpty && next.files != rules.files)
    }
}
