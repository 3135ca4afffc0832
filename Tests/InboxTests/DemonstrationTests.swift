import Concerns
import Foundation
import Inbox
import Testing

/// The messages under `Demonstration/inbox`, read as the demonstration reads them.
struct DemonstrationTests {
    private struct Place: Hashable {
        let source: String
        let index: Int
    }

    private let readings: [Place: InboxReading]

    init() throws {
        let folder = ProjectFolder.demonstration
        let letters = try ProjectFolder.names(in: folder.appending(path: "letters")).map { "letters/\($0)" }
        let reader = try InboxReader.shipped()
        var readings: [Place: InboxReading] = [:]
        for source in ["council-voices.mbox"] + letters {
            let bytes = try ProjectFolder.bytes(folder.appending(path: source))
            for reading in reader.readings(of: bytes, named: source) {
                readings[Place(source: source, index: reading.index)] = reading
            }
        }
        self.readings = readings
    }

    /// The rows under the header of a table without quoted cells.
    private func rows(of file: String) throws -> [[String]] {
        let text = String(
            decoding: try ProjectFolder.bytes(ProjectFolder.demonstration.appending(path: file)), as: UTF8.self)
        return text.split(separator: "\n").dropFirst().map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    private func place(_ row: [String]) throws -> Place {
        Place(source: row[0], index: try #require(Int(row[1])))
    }

    @Test func `enough messages to look like an autumn's post, with each way a mail can end`() {
        let outcomes = Dictionary(grouping: readings.values, by: \.outcome).mapValues(\.count)
        #expect(outcomes == [.imported: 73, .duplicate: 1, .quarantined: 1, .rejected: 2])
        #expect(readings.keys.count { $0.source == "council-voices.mbox" } == 49)
    }

    @Test func `every mail says its day, and nothing was decoded in doubt`() {
        for (place, reading) in readings where reading.outcome == .imported {
            #expect(reading.message?.text.contains("\u{FFFD}") == false)
            #expect(reading.message?.original.words.isEmpty == false)
            if !place.source.hasSuffix(".txt") { #expect(reading.message?.sent != nil) }
        }
    }

    @Test func `each row of councils meets a message and names an authority's code`() throws {
        let rows = try rows(of: "councils.csv")
        for row in rows {
            #expect(readings[try place(row)]?.outcome == .imported, "\(row)")
            _ = try GSSCode(row[2])
        }
        #expect(Set(try rows.map(place)).count == rows.count)
        #expect(rows.count { $0[2] == "E08000028" } >= 10)
    }

    @Test func `each row of decisions meets a message and speaks the desk's words`() throws {
        let rows = try rows(of: "decisions.csv")
        for row in rows {
            #expect(readings[try place(row)]?.outcome == .imported, "\(row)")
            #expect(ModerationDecision(rawValue: row[2]) != nil, "\(row)")
            let urgency = try #require(Urgency(rawValue: row[3]), "\(row)")
            let areas = row[4].split(separator: "|").map { JudgementArea(rawValue: String($0)) }
            #expect(!areas.contains(nil), "\(row)")
            #expect(areas.isEmpty == (urgency == .spam), "\(row)")
            #expect(["words", "counted"].contains(row[5]), "\(row)")
        }
        #expect(Set(try rows.map(place)).count == rows.count)
    }

    @Test func `some wait for the visitor to decide, danger now among them`() throws {
        let decisions = try rows(of: "decisions.csv")
        let waiting = readings.values.count { $0.outcome == .imported } - decisions.count
        #expect((20...30).contains(waiting))
        // Nobody's demonstration may show a child in danger as done with.
        #expect(!decisions.contains { $0[3] == "danger_now" })
        #expect(readings[Place(source: "letters/06-key.txt", index: 0)]?.outcome == .imported)
    }

    @Test func `every number is from a range kept free for drama`() {
        let drama = ["07700900", "01214960", "01314960", "01632960"]
        for reading in readings.values {
            guard let message = reading.message else { continue }
            let words = message.original.words + (message.signature ?? "")
            for digits in words.split(whereSeparator: { !$0.isASCII || !($0.isNumber || $0 == " ") }) {
                let number = digits.filter { $0 != " " }
                if number.count >= 10 { #expect(drama.contains { number.hasPrefix($0) }) }
            }
        }
    }
}
