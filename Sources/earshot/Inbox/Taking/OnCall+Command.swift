extension OnCall {
    /// For a command that takes messages in; nil where nobody is to be called.
    static func forCommand(_ settings: Settings, pauses: OnCallPauses) -> OnCall? {
        settings.onCallCommand.map { command in
            OnCall(pauses: pauses, call: OnCallCommand(command).run) { error in
                Console.say("Nobody was called yet: \(error)")
            }
        }
    }

    /// Waits till the call went out or was given up, and says so in that case: before a command ends.
    func settle() async {
        if await !settled() { Self.sayThatNobodyWasCalled() }
    }

    /// As ``settle()``, but for a service that is told to end and tries for ever.
    func settle(within limit: Duration) async {
        let clock = ContinuousClock()
        let end = clock.now + limit
        while isUnderWay, clock.now < end { try? await Task.sleep(for: .milliseconds(50)) }
        if isUnderWay { Self.sayThatNobodyWasCalled() }
    }

    private static func sayThatNobodyWasCalled() {
        Console.say("Nobody was called, and a danger message waits: call yourself. A server at work tries again too.")
    }
}
