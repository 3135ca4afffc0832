import TestSupport
import Testing

@testable import Inbox

/// The phrases as they are shipped.
enum Shipped {
    static func phrases() throws -> MailPhrases {
        try MailPhrases(file: "mail.yaml", text: Project.text("Moderation/mail.yaml"))
    }

    static func guess() throws -> LanguageGuess {
        try LanguageGuess(file: "languages.yaml", text: Project.text("Moderation/languages.yaml"))
    }
}
