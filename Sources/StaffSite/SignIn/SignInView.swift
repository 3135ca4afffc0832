import Pages

/// The view of `sign-in/form`.
struct SignInView: Sendable {
    let name: String
    let next: String
    /// What is wrong, or nil; it is the same whatever was.
    let problem: String?
    /// What became of a form that was sent after its session was over; nil where there was none.
    let notice: String?

    init(name: String = "", next: WayBack, problem: String? = nil, notice: String? = nil) {
        self.name = name
        self.next = next.address
        self.problem = problem
        self.notice = notice
    }
}

/// The view of `sign-in/signed-in`.
struct SignedInView: Sendable {
    let token: String
    let hasRooms: Bool
}
