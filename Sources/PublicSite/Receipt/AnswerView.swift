import Pages

/// What the answer to a receipt shows: the thread, or that there is none.
struct AnswerView {
    let thread: ThreadView?
    let isUnknown: Bool
    /// Whether the words could not be looked up now.
    let isBusy: Bool
    /// What was done, in words.
    let notice: String?
    let isNotKept: Bool
    /// The seven words, for the forms on the page.
    let receipt: String
    /// What was typed to be added and is not kept; empty where there is nothing.
    let message: String
    let hasMessage: Bool
    let messageProblem: String?

    init(_ thread: ThreadView, _ done: ThreadAnswer, receipt: String, typed: String, in words: Words) {
        self.thread = thread
        isUnknown = false
        isBusy = false
        notice = done.notice.map { words($0) }
        isNotKept = done.isNotKept
        self.receipt = receipt
        message = done.notice == nil ? typed : ""
        hasMessage = !message.isEmpty
        messageProblem = done.problem.map { words($0.key) }
    }

    /// - Parameter typed: what was to be added, so that it is not lost.
    init(unknownWith typed: String) { self.init(isBusy: false, typed: typed) }

    /// - Parameter typed: what was to be added, so that it is not lost.
    init(busyWith typed: String) { self.init(isBusy: true, typed: typed) }

    private init(isBusy: Bool, typed: String) {
        thread = nil
        isUnknown = !isBusy
        self.isBusy = isBusy
        notice = nil
        isNotKept = false
        receipt = ""
        message = typed
        hasMessage = !typed.isEmpty
        messageProblem = nil
    }
}
