/// The view of `desk/deciding`, a part of a concern's page: the decision with all that it rests on, the answer, and what
/// makes two concerns of one or one of two.
struct DecidingView: Sendable {
    /// The concern's number, for links.
    let concern: String
    let decisions: [Choice]
    let decisionProblem: String?

    let isHold: Bool
    let holdReasons: [Reason]
    let holdReasonProblem: String?
    let holdUntil: String
    let holdUntilHint: String
    let holdUntilProblem: String?
    let holdNote: String
    let holdNoteProblem: String?

    let isEscalate: Bool
    let routes: [Reason]
    let routeProblem: String?
    let passedOn: String
    let passedOnProblem: String?
    let reference: String
    let referenceProblem: String?
    let passesIdentity: Bool

    let isRefuse: Bool
    let refusalReasons: [Reason]
    let refusalReasonProblem: String?
    /// Whether it sounds like danger, so that refusing it needs a tick.
    let mayBeDanger: Bool
    let nobodyIsInDanger: Bool
    let nobodyInDangerProblem: String?

    /// Whether the young person lets it only be counted, so that there is no text to preview.
    let isOnlyCounted: Bool
    let canReply: Bool
    let preparedReplies: [Choice]
    let reply: String
    let replyProblem: String?
    let asks: Bool
    let asksProblem: String?

    /// Whether a part may be split off: not of what was split off itself.
    let canSplit: Bool
    let isSplitting: Bool
    let parts: [Part]
    let partProblem: String?
    let partUrgencies: [Choice]
    let partUrgencyProblem: String?
    /// The concern that it was split off from; nil for a message as it came.
    let partOf: ConcernLink?
    /// Whether something was split off from it, which stays out of what inspectors read.
    let isSplit: Bool

    let isMerging: Bool
    let mergeWith: String
    let mergeProblem: String?
    let mergedWith: [ConcernLink]
    let hasMerged: Bool
    let canTakeApart: Bool

    let hasRecords: Bool
    let needsSecond: Bool

    /// One reason or route, with what the young person is told with it.
    struct Reason: Sendable {
        let value: String
        let label: String
        let isChosen: Bool
        /// Nil where nothing is told by default.
        let told: String?
    }

    /// A sentence of the message, to be ticked.
    struct Part: Sendable {
        let number: Int
        let value: String
        let text: String
        let isChosen: Bool
    }

    struct ConcernLink: Sendable {
        let id: String
        /// The beginning of the number, for the link.
        let shortID: String
    }
}
