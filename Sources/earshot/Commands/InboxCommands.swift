import ArgumentParser

struct InboxCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inbox", abstract: "Read mail and letters: .txt, .eml, mbox and Maildir.",
        discussion: "Example: earshot inbox preview letters/ council.mbox",
        subcommands: [InboxPreview.self, InboxImport.self, InboxWatchCommand.self])
}
