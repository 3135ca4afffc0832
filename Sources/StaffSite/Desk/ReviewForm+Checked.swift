import Concerns
import Pages
import Store
import Triage

extension ReviewForm {
    /// Words that stand in more places are too few to say what is meant.
    static let mostPlaces = 50

    /// What the rows and the typed words take out of the original, and what is wrong with them.
    ///
    /// Typed words that were found become rows, so that the next page shows where they stand.
    mutating func takeOut(of original: Original) -> (redactions: [Redaction], problems: [FormProblem]) {
        let length = original.words.unicodeScalars.count
        var problems = hasTooManyRows ? [FormProblem("redactions", says: "redactionsAreTooMany")] : []
        var redactions: Set<Redaction> = []
        for (index, row) in rows.enumerated() where row.isKept {
            if let redaction = row.redaction(within: length) {
                redactions.insert(redaction)
            } else {
                problems.append(FormProblem("start-\(index)", says: "redactionIsOutside"))
            }
        }
        var refused: [Addition] = []
        for addition in additions {
            let kind = IdentifierKind(rawValue: addition.kind) ?? .other
            let found = WordsToRemove(typed: addition.text).found(in: original).map { Redaction($0, kind) }
            let fresh = found.filter { !redactions.contains($0) }
            let wrong: String? =
                if found.isEmpty {
                    "wordsAreNotThere"
                } else if found.count > Self.mostPlaces {
                    "wordsAreInTooManyPlaces"
                } else if rows.count + fresh.count > Self.mostRows {
                    "redactionsAreTooMany"
                } else {
                    nil
                }
            if let wrong {
                problems.append(FormProblem("add_text-\(refused.count)", says: wrong))
                refused.append(addition)
                continue
            }
            redactions.formUnion(fresh)
            rows += fresh.map { Row($0) }
        }
        additions = refused
        return (redactions.sorted { $0.scalars.lowerBound < $1.scalars.lowerBound }, problems)
    }

    /// The authority that was chosen or typed, or what is wrong with it; nil where neither was.
    func settled(among authorities: Authorities) -> Result<Authority?, FormProblems> {
        if !council.isEmpty {
            switch authorities.named(council) {
            case .one(let authority): return .success(authority)
            case .ask: return .failure(FormProblems("council", says: "councilIsSeveral"))
            case .unknown: return .failure(FormProblems("council", says: "councilIsUnknown"))
            }
        }
        guard !authority.isEmpty else { return .success(nil) }
        if let code = try? GSSCode(authority) {
            if let found = authorities[code] { return .success(found) }
        } else if case .one(let found) = authorities.named(authority) {
            return .success(found)
        }
        return .failure(FormProblems("authority", says: "councilIsUnknown"))
    }

    /// All that a decision needs but the words that are left.
    ///
    /// - Parameter voices: those offered, of which one may be chosen.
    /// - Throws: everything that is wrong, in the order of the page.
    func checked(
        among authorities: Authorities, voices: [LikelyVoice], canReply: Bool
    ) throws(FormProblems) -> Review {
        var problems: [FormProblem] = []
        let urgency = Urgency(rawValue: urgency)
        if urgency == nil { problems.append(FormProblem("urgency", says: "urgencyIsMissing")) }
        let areas = JudgementArea.allCases.filter { self.areas.contains($0.rawValue) }
        let decision = ModerationDecision(rawValue: decision)
        if decision == .accept, areas.isEmpty, urgency != .spam {
            problems.append(FormProblem("area", says: "areaIsMissing"))
        }
        var authority: Authority?
        switch settled(among: authorities) {
        case .success(let found):
            authority = found
            if found == nil, decision == .accept {
                problems.append(FormProblem("authority", says: "councilIsMissing"))
            }
        case .failure(let wrong): problems += wrong.all
        }
        let other = voices.first { $0.voice.description == voice }?.voice
        if voice.isEmpty {
            // Where copies are likely, one choice or the other must be made.
            if voices.contains(where: \.mustBeChosen) { problems.append(FormProblem("voice", says: "voiceIsMissing")) }
        } else if voice != Self.ownVoice, other == nil {
            problems.append(FormProblem("voice", says: "voiceIsUnknown"))
        }
        if decision == nil { problems.append(FormProblem("decision", says: "decisionIsMissing")) }
        let hasReply = !preparedReply.isEmpty || !reply.allSatisfy(\.isWhitespace)
        if hasReply, !canReply { problems.append(FormProblem("reply", says: "replyCannotReach")) }
        guard problems.isEmpty, let urgency, let decision else { throw FormProblems(problems) }
        return Review(
            decision: decision, urgency: urgency, areas: areas, authority: authority?.code,
            voice: other)
    }
}

/// A moderator's form once it holds together.
struct Review: Sendable {
    let decision: ModerationDecision
    let urgency: Urgency
    let areas: [JudgementArea]
    let authority: GSSCode?
    /// The voice that spoke before; nil for that of its own thread.
    let voice: Voice?
}
