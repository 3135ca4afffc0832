/// What passes before a call that failed is tried again.
struct OnCallPauses: Sendable {
    private let first: [Duration]
    /// Nil where it is given up after the first ones.
    private let afterwards: Duration?

    /// For a service that stays: until someone is called.
    static let untilCalled = OnCallPauses(first: [.seconds(5), .seconds(15)], afterwards: .seconds(60))
    /// For a command that must end.
    static let threeTries = OnCallPauses(first: [.seconds(5), .seconds(15)], afterwards: nil)

    /// - Returns: nil when it is to be given up.
    func pause(afterTries tries: Int) -> Duration? { tries <= first.count ? first[tries - 1] : afterwards }
}
