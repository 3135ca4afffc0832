import Concerns
import Foundation
import HTTPTypes
import Inbox
import Pages
import Reinspection
import Signals
import Store
import Testing

@testable import StaffSite

struct StaffWordsTests {
    @Test func `every key in a template has words`() throws {
        let words = try StaffFiles.words()
        for (name, source) in try StaffFiles.templates() {
            for match in source.matches(of: /words\.([A-Za-z0-9]+)/) {
                #expect(words.entries[String(match.1)] != nil, "\(name): \(match.1)")
            }
        }
    }

    @Test func `every code that a page can name has words`() throws {
        let words = try StaffFiles.words()
        let pages = StaffPages(
            templates: try Templates(sources: [:], stylesheet: "", isDemonstration: false), words: words,
            authorities: Authorities([]))
        let codes: [(String, [String])] = [
            ("staffRole", Role.allCases.map(\.rawValue)), ("staffArea", JudgementArea.allCases.map(\.rawValue)),
            ("staffUrgency", Urgency.allCases.map(\.rawValue)), ("staffChannel", Channel.allCases.map(\.rawValue)),
            ("staffState", ConcernState.allCases.map(\.rawValue)),
            ("staffTeller", Teller.allCases.map(\.rawValue) + ["not-said"]),
            ("staffAge", AgeBand.allCases.map(\.rawValue) + ["not-said"]),
            ("staffSharing", Sharing.allCases.map(\.rawValue)), ("staffKind", IdentifierKind.allCases.map(\.rawValue)),
            ("staffDecision", ModerationDecision.allCases.map(\.rawValue)),
            ("staffDone", Done.allCases.map(\.rawValue)),
            ("staffUndo", ModerationDecision.allCases.map(\.rawValue) + [Done.split, .merge, .apart].map(\.rawValue)),
            ("staffSetAside", SetAside.allCases.map(\.rawValue)),
            ("staffImportWay", ImportReport.Way.allCases.map(\.rawValue)),
            ("staffOutcome", InboxOutcome.allCases.map(\.rawValue)),
            ("staffSignal", SignalState.allCases.map(\.rawValue)),
            ("staffTiming", Timing.Recommendation.allCases.map(\.rawValue)),
            ("staffInput", TimingKind.allCases.map(\.rawValue)), ("staffLeaning", Leaning.allCases.map(\.rawValue)),
            ("staffVerdict", AgreementVerdict.allCases.map(\.rawValue)),
            ("staffFigure", Reduction.What.allCases.map(\.rawValue)),
        ]
        for (kind, values) in codes {
            for code in values { #expect(!pages.said(kind, code).hasPrefix(kind), "\(kind) \(code)") }
        }
        for closed in [
            StaysClosed.decided, .decidedMeanwhile, .decidedInOtherWindow, .erased, .takenBack, .noKey, .unreadable,
            .settled(.taken),
            .settled(.setAside(.spam)),
        ] {
            #expect(words.entries[closed.key] != nil)
        }
        for room in StaffRoom.allCases { #expect(words.entries[room.key] != nil) }
        let statuses: [HTTPResponse.Status] = [
            .forbidden, .notFound, .contentTooLarge, .unsupportedMediaType, .serviceUnavailable, .internalServerError,
            .badRequest,
        ]
        for status in statuses {
            let key = ErrorView(status: status).key
            let own = "staff" + key.prefix(1).uppercased() + key.dropFirst()
            #expect(words.entries[own] != nil, "\(own)")
            #expect(words.entries[own + "Text"] != nil, "\(own)Text")
        }
    }

    @Test func `the guidance calls each urgency what the desk calls it, and by no colour`() throws {
        let (words, moderation) = (try StaffFiles.words(), try StaffFiles.moderation())
        let guidance = try #require(moderation["guidance.yaml"])
        for key in ["staffUrgencyDangerNow", "staffUrgencySafeguarding", "staffUrgencyConcern"] {
            #expect(guidance.contains("“\(words(key))”"), "\(key)")
        }
        for (name, text) in moderation where ["guidance.yaml", "quality.yaml", "decisions.yaml"].contains(name) {
            #expect(text.firstMatch(of: /\b([Rr]ed|[Aa]mber|[Gg]reen)\b/) == nil, "\(name)")
        }
    }

    @Test func `what is printed on a slip is as short as what young people read elsewhere`() throws {
        let template = try #require(try StaffFiles.templates()["desk/slip"])
        let slip = try #require(
            template.components(separatedBy: "<section").last?.components(separatedBy: "</section>").first)
        let keys = slip.matches(of: /words\.([A-Za-z]+)/).map { String($0.1) }
        #expect(keys.count == 5)
        for key in keys {
            for sentence in try StaffFiles.words()(key).split(separator: /[.:](\s|$)/) {
                #expect(sentence.split(separator: " ").count <= 12, "\(key): \(sentence)")
            }
        }
    }
}
