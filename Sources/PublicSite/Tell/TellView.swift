import Concerns
import Pages
import Receiving

/// What a page of the form shows: its questions, what was typed before, and what was wrong with it.
struct TellView {
    let token: String
    let isNotKept: Bool
    let hasProblems: Bool
    let problems: [ProblemLine]
    /// “Question 2 of 6”; nil on the page for the words.
    let counter: String?

    let isWords: Bool
    let isAbout: Bool
    let isCouncil: Bool
    let isWho: Bool
    let isAge: Bool
    let isShare: Bool
    let isCheck: Bool
    /// All questions on one page: what a refused form shows.
    let isWhole: Bool
    /// Whether the questions are still to come, for who wants them.
    let offersSteps: Bool
    let step: String
    let next: String?
    let back: String?
    /// What other pages asked, as hidden fields.
    let carried: [Carried]

    let message: String
    let messageProblem: String?
    let trap: String
    let areas: [Choice]
    let areaProblem: String?
    let council: String
    let authorities: [Choice]
    let authorityProblem: String?
    /// Whether the council that was typed may be another, and which it could be.
    let isAskedBack: Bool
    let councilAsked: String
    let candidates: [Choice]
    /// Whether there is a council among them.
    let hasCandidates: Bool
    let who: [Choice]
    let whoProblem: String?
    let ages: [Choice]
    let ageProblem: String?
    let shares: [Choice]
    let shareProblem: String?
    let sendProblem: String?
    /// What was answered, to be looked over.
    let answers: [TellAnswer]

    /// A field that another page asked.
    struct Carried: Hashable {
        let name: String
        let value: String
    }
}

/// One line of the page that shows all answers once more.
struct TellAnswer: Hashable {
    let question: String
    let answer: String
    /// The page to change it on.
    let address: String
}
