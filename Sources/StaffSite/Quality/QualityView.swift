import Concerns
import Store
import Triage

/// The view of `quality/quality`.
struct QualityView: Sendable {
    let token: String
    let notice: String?
    let isLead: Bool
    let withheld: [Withheld]
    let hasWithheld: Bool
    let agreementHow: String
    let agreement: [AgreementRow]
    let disagreements: [Disagreement]
    let hasDisagreements: Bool
    /// Whose disagreements these are.
    let disagreementsHow: String
    let missedShare: String
    let missed: [Tally]
    let hasMissed: Bool
    let pace: [PaceRow]
    let hasPace: Bool
    let paceCaption: String
    let load: [LoadRow]
    let hasLoad: Bool
    let loadCaption: String

    struct Withheld: Sendable {
        let id: String
        let shortID: String
    }

    struct AgreementRow: Sendable {
        let matter: String
        let count: String
        let same: String
        let alpha: String
        let interval: String
        let kappa: String
        let meaning: String
    }

    struct Disagreement: Sendable {
        let number: Int
        let id: String
        let shortID: String
        let first: Reading
        let second: Reading
        let urgencies: [Choice]
        let areas: [Choice]
    }

    struct Reading: Sendable {
        let reader: String
        let urgency: String
        let areas: String
    }

    struct Tally: Sendable {
        let kind: String
        let count: String
    }

    struct PaceRow: Sendable {
        let week: String
        let urgency: String
        let within: String
        let twice: String
        let later: String
        let unknown: String
    }

    struct LoadRow: Sendable {
        let day: String
        let who: String
        let decided: String
        let opened: String
        let danger: String
        let readAgain: String
    }
}
