import Concerns
import Foundation
import Receiving
import Sealing
import StaffSite
import Store
import Triage

/// What finding copies costs: drawing a sketch, keeping it, and looking through a hundred thousand.
///
///     EARSHOT_BENCHMARKS=1 swift run -c release Alike [how many]
@main
struct Alike {
    private let triage: Triage
    private let sketcher: Sketcher
    private let messages: [String]
    private let rules: LikenessRules
    private var generator = SystemRandomNumberGenerator()

    static func main() async throws {
        let count = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 100_000
        var alike = try Alike()
        try await alike.measure(count)
    }

    private init() throws {
        let project = URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
        func texts(_ folder: String, _ ending: String) throws -> [String: String] {
            let folder = project.appending(path: folder)
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(ending) }
            return try names.reduce(into: [:]) { texts, name in
                texts[name] = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            }
        }
        let rules = try ModerationRules(files: texts("Moderation", ".yaml"))
        triage = Triage(rules: rules)
        sketcher = Sketcher(triage: triage, key: SketchKey(key: Data(repeating: 1, count: 32)))
        messages = try texts("Training/Messages", ".txt").values.flatMap { $0.split(separator: "\n").map(String.init) }
            .filter { $0.count > 60 }
        self.rules = rules.likeness
    }

    /// Some seventy words of two invented messages: no two are the same.
    private mutating func message() -> Original {
        let words = (0..<2).flatMap { _ in messages.randomElement(using: &generator)?.split(separator: " ") ?? [] }
        let start = Int.random(in: 0...max(0, words.count - 70), using: &generator)
        return Original(words.dropFirst(start).prefix(70).joined(separator: " "))
    }

    private mutating func measure(_ count: Int) async throws {
        let id = ConcernID(using: &generator)
        let many = (0..<2_000).map { _ in message() }
        tell(
            "sketch of 70 words, closed",
            median(many.map { words in spent { _ = sketcher.closedSketch(of: words, for: id) } }))
        let closed = sketcher.closedSketch(of: many[0], for: id)
        tell("opening one", median((0..<2_000).map { _ in spent { _ = sketcher.opened(closed, of: id) } }))
        let pieces = triage.likenessPieces(of: many[0].words)
        tell(
            "comparing the words of two",
            median(many.map { words in spent { _ = pieces.percent(alike: triage.likenessPieces(of: words.words)) } }))

        let file = FileManager.default.temporaryDirectory.appending(path: "alike-\(UUID().uuidString).sqlite")
        defer { try? FileManager.default.removeItem(at: file) }
        let records = try Records(file: file)
        var plain: [Double] = []
        var sketched: [Double] = []
        var day = 0
        var kept = 0
        while kept < count {
            for withSketch in [false, true] {
                let batch = (0..<256).map { _ in
                    day += 1
                    return Arriving.concern(concern(withSketch: withSketch, day: day))
                }
                let seconds = try await spent { _ = try await records.intake.add(batch) }
                if withSketch { sketched.append(seconds / 256) } else { plain.append(seconds / 256) }
                kept += withSketch ? 256 : 0
            }
        }
        tell("keeping a concern without its sketch", median(plain))
        tell("keeping a concern with its sketch", median(sketched))

        let desk = records.desk(log: records.log { former, _ in former })
        let shelf = SketchShelf(desk: desk, sketcher: sketcher)
        tell("reading \(kept) sketches when first asked", try await spent { try await shelf.refresh() })
        var searches: [Double] = []
        var worst = 0
        for words in many.prefix(300) {
            guard let sketch = sketcher.sketch(of: words) else { continue }
            searches.append(
                try await spent {
                    try await shelf.refresh()
                    worst = max(worst, await shelf.alike(to: sketch, not: id, limit: 1_000).count)
                })
        }
        tell("looking through all for one", median(searches))
        print("at most \(worst) of them were worth a comparison")
        var after: [Double] = []
        for _ in 0..<50 {
            _ = try await records.intake.add([.concern(concern(withSketch: true, day: 1))])
            guard let sketch = sketcher.sketch(of: message()) else { continue }
            after.append(
                try await spent {
                    try await shelf.refresh()
                    _ = await shelf.alike(to: sketch, not: id, limit: 20)
                })
        }
        tell("the same after something came in", median(after))
        let row = try await desk.awaitingDecision(limit: 100).map(\.id)
        for when in ["first", "again"] {
            tell(
                "campaigns among a page of the queue, \(when)",
                await spent { _ = await shelf.campaigns(among: row, by: rules) })
        }
    }

    private mutating func concern(withSketch: Bool, day: Int) -> NewConcern {
        let id = ConcernID(using: &generator)
        return NewConcern(
            id: id, authority: nil, channel: .email, teller: nil, sharing: .counted,
            arrivedOn: Day(number: 20_400 + day % 365), urgency: .concern, words: Data(repeating: 7, count: 1_052),
            key: Data(repeating: 8, count: 120), receipt: nil,
            sketch: withSketch ? sketcher.closedSketch(of: message(), for: id) : nil)
    }

    private func tell(_ what: String, _ seconds: Double) {
        let isShort = seconds < 0.001
        print("\(what): \(isShort ? "\(Int((seconds * 1e6).rounded())) µs" : "\((seconds * 1e5).rounded() / 100) ms")")
    }

    private func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    }

    private func spent(_ work: () throws -> Void) rethrows -> Double {
        let start = ContinuousClock.now
        try work()
        return (ContinuousClock.now - start) / .seconds(1)
    }

    private func spent(_ work: () async throws -> Void) async rethrows -> Double {
        let start = ContinuousClock.now
        try await work()
        return (ContinuousClock.now - start) / .seconds(1)
    }
}
