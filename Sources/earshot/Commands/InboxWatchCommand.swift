import ArgumentParser
import Concerns
import Foundation
import Inbox
import Reinspection

struct InboxWatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch", abstract: "Import what appears in a folder, and move it aside.",
        discussion: """
            The folder is a Maildir that a mail server delivers to (it has new/), or one that files are put into. Folders in it \
            that are named by a council's GSS code, such as E08000028/, are watched too, for that council.

            Once all that it held is on disk, a file moves to done/, to quarantine/ when a person must look at it, or to \
            rejected/. The command may be stopped or killed at any moment: nothing is lost or taken twice.

            done/ keeps mail as it came, in the clear: --forget deletes what was taken instead.

            Example: earshot inbox watch /var/mail/voices --authority E08000028 --forget
            """)

    @OptionGroup var folders: FolderOptions
    @Argument(help: "A Maildir or a folder.") var path: String
    @OptionGroup var about: InboxAboutOptions
    @Flag(help: "Take what is there now, then end; exit code 1 when part of it was set aside or refused.") var once =
        false
    @Flag(help: "Delete what was taken instead of moving it to done/, which keeps it in the clear.") var forget = false

    func run() async throws {
        do {
            let deployment = try Deployment(folders)
            let authorities = deployment.facts.authorities
            let about = try self.about.checked(in: authorities)
            let folder = try WatchedFolder(path) { authorities[$0] != nil }
            _ = try folder.places()
            let onCall = OnCall.forCommand(deployment.settings, pauses: once ? .threeTries : .untilCalled)
            let stop = StopRequest()
            let signals = stop.heard()
            defer { for signal in signals { signal.cancel() } }
            let reception = try deployment.inboxReception { onCall?.ring() }
            let watch = InboxWatch(
                folder: folder,
                taking: InboxTaking(reader: deployment.inbox.reader, reception: reception, about: about),
                forgets: forget, stop: stop)
            if once {
                try await takeOnce(watch, onCall)
            } else {
                Console.say("watching")
                await watch.watch()
                await onCall?.settle(within: .seconds(10))
            }
        } catch {
            throw CommandFailure(error)
        }
    }

    private func takeOnce(_ watch: InboxWatch, _ onCall: OnCall?) async throws {
        do {
            let tally = try await watch.takeOnce()
            await onCall?.settle()
            if tally.isAnyRefused { throw CommandFailure(description: tally.summary, exitCode: EXIT_FAILURE) }
            Console.say(tally.summary)
        } catch {
            await onCall?.settle()
            throw error
        }
    }
}
