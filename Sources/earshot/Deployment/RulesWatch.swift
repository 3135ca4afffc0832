import Foundation
import Logging
import StaffSite
import Store
import Synchronization

/// Looks now and then whether the moderation folder was changed, and tells what is wrong with it; the rules in force stay.
///
/// A change is put in force by a restart, not by itself: half of a decision must not be made under one set of rules and half
/// under another.
final class RulesWatch: Sendable {
    private let url: URL
    private let folder: DataFolder
    private let inForce: [String: String]
    private let say: @Sendable (String) -> Void
    private let state: Mutex<RulesNotice>

    /// - Parameter say: told each change once.
    init(
        _ rules: RulesInForce, at url: URL, in folder: DataFolder,
        say: @escaping @Sendable (String) -> Void = { Logger(label: "earshot").error("\($0)") }
    ) {
        self.url = url
        self.folder = folder
        self.say = say
        inForce = rules.files
        state = Mutex(rules.problems.isEmpty ? .nothing : .problems(rules.problems))
    }

    /// What moderators are told on their pages.
    var notice: RulesNotice { state.withLock { $0 } }

    /// - Throws: ``CommandFailure`` when data that passed cannot be kept.
    func look() throws(CommandFailure) {
        let found = RulesInForce.checked(url)
        let notice: RulesNotice =
            if let files = found.files, found.problems.isEmpty {
                files == inForce ? .nothing : .restartNeeded
            } else {
                .problems(found.problems)
            }
        let isNews = state.withLock { former in
            defer { former = notice }
            return former != notice
        }
        if isNews { tell(notice) }
        if let files = found.files, found.problems.isEmpty { try folder.keepGoodModeration(files) }
    }

    private func tell(_ notice: RulesNotice) {
        switch notice {
        case .nothing: say("The moderation data are those in force again.")
        case .restartNeeded:
            say("The moderation data were changed and passed their check. A restart puts them in force.")
        case .problems(let problems):
            say("The moderation data have an error; those before stay in force.")
            for problem in problems { say(problem) }
        }
    }
}
